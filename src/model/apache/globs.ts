/** Wildcards of Include lines: `apr_fnmatch` with APR_FNM_PERIOD (a leading period must be written). */

/** Whether a path holds a wildcard (`apr_fnmatch_test`). */
export function isWildcard(path: string): boolean {
  if (!/[*?[\\]/.test(path)) return false;
  for (let at = 0; at < path.length; at++) {
    const character = path[at];
    if (character === '?' || character === '*') return true;
    if (character === '\\' && at++ + 1 >= path.length) return false;
    if (character === '[' && path.indexOf(']', at + 1) > 0) return true;
  }
  return false;
}

/** Whether one file name matches one pattern without `/`. */
export function matchesName(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.') && !pattern.startsWith('\\.')) return false;
  let at = 0;
  let from = 0;
  let star = -1;
  let mark = 0;
  while (from < name.length) {
    const step = at < pattern.length ? one(pattern, at, name[from]!) : 0;
    if (pattern[at] === '*') {
      star = at++;
      mark = from;
    } else if (step > 0) {
      at += step;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++mark;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** How much of the pattern matches one character; 0: none. */
function one(pattern: string, at: number, character: string): number {
  const head = pattern[at]!;
  if (head === '?') return 1;
  if (head === '\\' && at + 1 < pattern.length) return pattern[at + 1] === character ? 2 : 0;
  if (head !== '[') return head === character ? 1 : 0;
  let index = at + 1;
  const negated = pattern[index] === '!' || pattern[index] === '^';
  if (negated) index++;
  let found = false;
  for (let first = true; index < pattern.length && (first || pattern[index] !== ']'); first = false) {
    if (pattern[index] === '\\' && index + 1 < pattern.length) index++;
    const low = pattern[index]!;
    let high = low;
    if (pattern[index + 1] === '-' && index + 2 < pattern.length && pattern[index + 2] !== ']') {
      high = pattern[index + 2]!;
      index += 2;
    }
    if (low <= character && character <= high) found = true;
    index++;
  }
  if (index >= pattern.length) return character === '[' ? 1 : 0;
  return found !== negated ? index + 1 - at : 0;
}
