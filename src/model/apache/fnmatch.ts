/** Wildcards of section names (apr_fnmatch), as regular expressions. */

const cache = new Map<string, RegExp>();

/** Whether a name holds a wildcard at all. */
export function hasWildcard(name: string): boolean {
  return /[*?]|\[[^\]]*\]/.test(name);
}

/** Matches a whole string; with `path`, `*`, `?` and classes stop at a slash (APR_FNM_PATHNAME). */
export function wildcardMatches(pattern: string, text: string, path: boolean, insensitive = false): boolean {
  const key = `${path ? 'p' : '-'}${insensitive ? 'i' : '-'}${pattern}`;
  let regexp = cache.get(key);
  if (!regexp) {
    if (cache.size > 20000) cache.clear();
    regexp = translate(pattern, path, insensitive);
    cache.set(key, regexp);
  }
  return regexp.test(text);
}

function translate(pattern: string, path: boolean, insensitive: boolean): RegExp {
  const any = path ? '[^/]' : '[\\s\\S]';
  let out = '';
  for (let at = 0; at < pattern.length; at++) {
    const c = pattern[at]!;
    if (c === '*') {
      while (pattern[at + 1] === '*') at++;
      out += `${any}*`;
    } else if (c === '?') out += any;
    else if (c === '\\' && at + 1 < pattern.length) out += quoted(pattern[++at]!);
    else if (c === '[') {
      const close = closeOf(pattern, at);
      if (close < 0) {
        out += '\\[';
        continue;
      }
      let inner = pattern.slice(at + 1, close);
      const negated = inner[0] === '!' || inner[0] === '^';
      if (negated) inner = inner.slice(1);
      const body = inner.replace(/\\(.)/g, '$1').replace(/[\\\]^[]/g, '\\$&');
      out += `${path ? '(?!/)' : ''}[${negated ? '^' : ''}${body}]`;
      at = close;
    } else out += quoted(c);
  }
  try {
    return new RegExp(`^${out}$`, insensitive ? 'i' : '');
  } catch {
    // a range the wrong way round matches nothing
    return /^\b$/;
  }
}

function closeOf(pattern: string, from: number): number {
  let at = from + 1;
  if (pattern[at] === '!' || pattern[at] === '^') at++;
  if (pattern[at] === ']') at++;
  while (at < pattern.length && pattern[at] !== ']') at += pattern[at] === '\\' ? 2 : 1;
  return at < pattern.length ? at : -1;
}

function quoted(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
