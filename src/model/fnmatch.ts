import { rememberedWith } from '../text/remembered.ts';

/** Wildcards as apr_fnmatch takes them, run in time that grows with pattern times text. */

/** One character of a name as a wildcard wants it; `*` is any number of them. */
type Token = '*' | ((character: string) => boolean);

/** How a text is compared: as a path, where `*`, `?` and classes stop at a slash (APR_FNM_PATHNAME), or in any letter case. */
export type Comparison = 'path' | 'text' | 'caseless';

/** Whether a name holds a wildcard at all (`apr_fnmatch_test`). */
export function hasWildcard(name: string): boolean {
  if (!/[*?[\\]/.test(name)) return false;
  for (let at = 0; at < name.length; at++) {
    const character = name[at];
    if (character === '?' || character === '*') return true;
    if (character === '\\' && at++ + 1 >= name.length) return false;
    if (character === '[' && name.indexOf(']', at + 1) > 0) return true;
  }
  return false;
}

/** Patterns that are longer are taken apart anew each time. */
const longest = 256;
const knownTokens = rememberedWith(20_000, tokenize);

/** Whether a pattern matches a whole text. */
export function wildcardMatches(pattern: string, text: string, as: Comparison): boolean {
  const tokens = pattern.length > longest ? tokenize(pattern, as) : knownTokens(pattern, as);
  return tokens !== null && matches(tokens, text, as === 'path');
}

/** Whether a pattern without a slash matches the name of a file; a leading period must be written (APR_FNM_PERIOD). */
export function matchesName(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.') && !pattern.startsWith('\\.')) return false;
  return wildcardMatches(pattern, name, 'text');
}

/** Only the last `*` can take more or less: what the ones before it took is the least that they could. */
function matches(tokens: readonly Token[], text: string, path: boolean): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let mark = 0;
  while (from < text.length) {
    const token = tokens[at];
    if (token === '*') {
      star = at++;
      mark = from;
    } else if (token?.(text[from]!)) {
      at++;
      from++;
    } else if (star >= 0 && !(path && text[mark] === '/')) {
      at = star + 1;
      from = ++mark;
    } else return false;
  }
  while (tokens[at] === '*') at++;
  return at === tokens.length;
}

/** Null where nothing matches: a range the wrong way round. */
function tokenize(pattern: string, as: Comparison): readonly Token[] | null {
  const path = as === 'path';
  const insensitive = as === 'caseless';
  const tokens: Token[] = [];
  const literal = (wanted: string): Token => {
    if (!insensitive) return (character) => character === wanted;
    const lower = wanted.toLowerCase();
    return (character) => character.toLowerCase() === lower;
  };
  for (let at = 0; at < pattern.length; at++) {
    const c = pattern[at]!;
    if (c === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (c === '?') tokens.push(path ? (character) => character !== '/' : () => true);
    else if (c === '\\' && at + 1 < pattern.length) tokens.push(literal(pattern[++at]!));
    else if (c === '[') {
      const close = closeOf(pattern, at);
      if (close < 0) {
        tokens.push(literal('['));
        continue;
      }
      const set = characterSet(pattern.slice(at + 1, close), insensitive);
      if (set === null) return null;
      tokens.push((character) => !(path && character === '/') && set.test(character));
      at = close;
    } else tokens.push(literal(c));
  }
  return tokens;
}

function characterSet(written: string, insensitive: boolean): RegExp | null {
  const negated = written[0] === '!' || written[0] === '^';
  const inner = negated ? written.slice(1) : written;
  const body = inner.replace(/\\(.)/g, '$1').replace(/[\\\]^[]/g, '\\$&');
  try {
    return new RegExp(`[${negated ? '^' : ''}${body}]`, insensitive ? 'is' : 's');
  } catch {
    return null;
  }
}

function closeOf(pattern: string, from: number): number {
  let at = from + 1;
  if (pattern[at] === '!' || pattern[at] === '^') at++;
  if (pattern[at] === ']') at++;
  while (at < pattern.length && pattern[at] !== ']') at += pattern[at] === '\\' ? 2 : 1;
  return at < pattern.length ? at : -1;
}
