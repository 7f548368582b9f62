import { distance } from 'fastest-levenshtein';

/** Slips that a name of some length may have and still be recognised. */
function slipsAllowed(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}

/** Letters to change, add or leave out until one name is the other; two neighbours exchanged are one slip. */
function slips(a: string, b: string): number {
  const apart = distance(a, b);
  if (apart !== 2 || a.length !== b.length) return apart;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) ? 1 : 2;
}

/**
 * The names that a word is most likely a misspelling of, in the order given; letter case does not count. Several are
 * equally near, or none is near enough. `allowed`: how many slips may be between, by default one or two for a long word.
 */
export function nearest(word: string, names: Iterable<string>, allowed = slipsAllowed(word.length)): string[] {
  const key = word.toLowerCase();
  if (key.length > 100) return [];
  let best = allowed;
  let found: string[] = [];
  for (const name of names) {
    if (Math.abs(name.length - key.length) > best) continue;
    const apart = slips(key, name.toLowerCase());
    if (apart > best) continue;
    if (apart < best) found = [];
    best = apart;
    found.push(name);
  }
  return found;
}

/** `; did you mean NAME?`, or nothing where no name is near. */
export function didYouMean(word: string, names: Iterable<string>, allowed = 2): string {
  const found = nearest(word, names, allowed);
  return found.length > 0 ? `; did you mean ${found.slice(0, 3).join(' or ')}?` : '';
}
