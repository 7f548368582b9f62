/** Lines of configuration, indented by their depth: what the shrinker cuts by. */
export type Lines = readonly string[];

/** A block with its opening and closing line. */
export function block(opening: string, ...inside: readonly Lines[]): string[] {
  return [`${opening} {`, ...inside.flat().map((line) => `    ${line}`), '}'];
}

/** Lines without the empty ones. */
export function lines(...given: readonly (string | false | Lines)[]): string[] {
  return given.flatMap((one) => (typeof one === 'string' ? (one === '' ? [] : [one]) : one === false ? [] : [...one]));
}
