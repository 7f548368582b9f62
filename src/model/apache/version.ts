/** The httpd whose behaviour is modelled, for <IfVersion>. */
export const serverVersion = [2, 4, 71] as const;

const invalid =
  'Version appears to be invalid. It must have the format major[.minor[.patch]] where major, minor and patch are ' +
  'numbers.';

/**
 * Decides an <IfVersion> by its one to three arguments, the last of which ends in `>` (modules/metadata/mod_version.c).
 * Gives the decision, or httpd's complaint.
 */
export function testVersion(args: readonly string[]): boolean | { readonly error: string } {
  let [first = '', second, third] = args;
  if (second === undefined || second === '') {
    second = first;
    first = '=';
  }
  if (third === undefined && second === '>') {
    third = '>';
    second = first;
    first = '=';
  }
  let end = second.length;
  if (end === 0 || (third !== '>' && second[--end] !== '>')) {
    return { error: "<IfVersion> directive missing closing '>'" };
  }
  let operator = first;
  let reverse = false;
  if (operator.startsWith('!')) {
    reverse = true;
    if (operator.length > 1) operator = operator.slice(1);
  }
  const kind = operator[0];
  const orEqual = operator[1] === '=';
  if (operator.length > 2 || (operator.length === 2 && !(orEqual && kind !== '~'))) {
    return { error: `unrecognized operator '${first}'` };
  }
  const wanted = second.slice(0, end);
  let match: boolean;
  if (kind === '~' || (kind === '=' && wanted.startsWith('/'))) {
    let pattern = wanted;
    if (kind === '=') {
      if (wanted.length < 2 || !wanted.endsWith('/')) return { error: 'Missing delimiting / of regular expression.' };
      pattern = wanted.slice(1, -1);
    }
    try {
      match = new RegExp(pattern).test(serverVersion.join('.'));
    } catch {
      return { error: 'Unable to compile regular expression' };
    }
  } else if (kind === '=' || kind === '<' || kind === '>') {
    if (!/^\d+(\.\d*){0,2}$/.test(wanted)) return { error: invalid };
    const parts = wanted.split('.').map((part) => Number(part || 0));
    let compare = 0;
    for (let index = 0; index < 3 && compare === 0; index++) {
      compare = Math.sign(serverVersion[index]! - (parts[index] ?? 0));
    }
    match =
      kind === '='
        ? compare === 0
        : kind === '<'
          ? compare < 0 || (orEqual && compare === 0)
          : compare > 0 || (orEqual && compare === 0);
  } else return { error: `unrecognized operator '${first}'` };
  return match !== reverse;
}
