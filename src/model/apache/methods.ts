/** HTTP methods that httpd knows by number (http_protocol.c, ap_method_number_of). HEAD counts as GET. */
const names = [
  'GET',
  'PUT',
  'POST',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  'PATCH',
  'PROPFIND',
  'PROPPATCH',
  'MKCOL',
  'COPY',
  'MOVE',
  'LOCK',
  'UNLOCK',
  'VERSION-CONTROL',
  'CHECKOUT',
  'UNCHECKOUT',
  'CHECKIN',
  'UPDATE',
  'LABEL',
  'REPORT',
  'MKWORKSPACE',
  'MKACTIVITY',
  'BASELINE-CONTROL',
  'MERGE',
];
const numbers = new Map(names.map((name, index) => [name, index]));

/** Number of every method that no module has registered. */
export const invalidMethod = 26;

/** A set of method numbers; null: all of them. */
export type MethodSet = ReadonlySet<number> | null;

/** The number of a method name (compared with letter case), `invalidMethod` for an unknown one. */
export function methodNumber(name: string): number {
  return name === 'HEAD' ? 0 : (numbers.get(name) ?? invalidMethod);
}

export function methodIn(set: MethodSet, method: number): boolean {
  return set === null || set.has(method);
}

export function joinMethods(a: MethodSet, b: MethodSet): MethodSet {
  return a === null || b === null ? null : new Set([...a, ...b]);
}

/** All numbers but the given ones, as `<LimitExcept>` means; unknown methods are among them. */
export function methodsExcept(except: ReadonlySet<number>): MethodSet {
  const left = new Set<number>();
  for (let number = 0; number <= invalidMethod; number++) if (!except.has(number)) left.add(number);
  return left;
}
