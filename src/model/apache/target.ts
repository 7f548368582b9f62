/** A request target taken apart, or the status that httpd answers to it at once. */
export interface Target {
  /** Path as it came, still escaped. */
  readonly path: string;
  /** Query without `?`; null: none. */
  readonly query: string | null;
  /** Host of an absolute target; null: none. */
  readonly host: string | null;
}

/** Splits a request target (ap_parse_uri); null: httpd calls it a bad request. */
export function splitTarget(target: string): Target | null {
  let rest = target;
  let host: string | null = null;
  for (let at = 0; at < rest.length; at++) {
    const code = rest.charCodeAt(at);
    if (code <= 32 || code === 127) return null;
  }
  const absolute = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/([^/?#]*)/.exec(rest);
  if (absolute) {
    host = absolute[1]!.replace(/^[^@]*@/, '').replace(/:\d*$/, '');
    rest = rest.slice(absolute[0].length);
    if (!rest.startsWith('/')) rest = `/${rest}`;
  } else if (rest.startsWith('//')) rest = rest.replace(/^\/+/, '/'); // or what follows would pass for a host
  // a fragment has no place in a request
  if (rest.includes('#')) return null;
  const question = rest.indexOf('?');
  const path = question < 0 ? rest : rest.slice(0, question);
  if (!path.startsWith('/') && path !== '*') return null;
  return { path, query: question < 0 ? null : rest.slice(question + 1), host };
}

const isHex = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
const isUnreserved = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 45 ||
  code === 46 ||
  code === 95 ||
  code === 126;

/**
 * Removes `/./`, shrinks `/../`, decodes unreserved characters and merges slashes (util.c, ap_normalize_path); null
 * where it would climb above the root or an escape is broken.
 */
export function normalizePath(path: string, mergeSlashes: boolean, decode = true): string | null {
  if (path === '*') return path;
  // nothing to do for most paths
  if (!/%|\/\.|\/\//.test(path)) return path;
  let text = path;
  if (decode) {
    let valid = true;
    text = path.replace(/%(..?)?/g, (whole, hex: string | undefined) => {
      if (hex?.length !== 2 || !isHex(hex.charCodeAt(0)) || !isHex(hex.charCodeAt(1))) {
        valid = false;
        return whole;
      }
      const code = Number.parseInt(hex, 16);
      return isUnreserved(code) ? String.fromCharCode(code) : whole;
    });
    if (!valid) return null;
  }
  const out: string[] = [];
  const parts = text.slice(1).split('/');
  const last = parts.length - 1;
  let tail = false;
  for (const [index, part] of parts.entries()) {
    tail = false;
    if (part === '.') tail = index === last;
    else if (part === '..') {
      if (out.length === 0) return null;
      out.pop();
      tail = index === last;
    } else if (part === '' && index < last) {
      if (!mergeSlashes) out.push('');
    } else if (part === '') tail = true;
    else out.push(part);
  }
  return `/${out.join('/')}${tail && out.length > 0 ? '/' : ''}`;
}

/** Decodes a path (ap_unescape_url_ex); a number is the status of a path that httpd will not take. */
export function unescapePath(path: string, slashes: 'on' | 'off' | 'nodecode'): string | number {
  if (!path.includes('%')) return path;
  let bad = 0;
  const text = path.replace(/%(..?)?/g, (whole, hex: string | undefined) => {
    if (hex?.length !== 2 || !/^[0-9A-Fa-f]{2}$/.test(hex)) {
      bad = 400;
      return whole;
    }
    const code = Number.parseInt(hex, 16);
    if (code === 0 || (code === 47 && slashes === 'off')) {
      bad ||= 404;
      return whole;
    }
    return code === 47 && slashes === 'nodecode' ? whole : String.fromCharCode(code);
  });
  return bad || text;
}

/** Escapes a path for a URL (ap_os_escape_path). */
export function escapePath(path: string): string {
  return path.replace(
    /[^A-Za-z0-9$\-_.+!*'(),:@&=/~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** Characters of a URI that matches_aliases took, 0: no match (mod_alias.c, alias_matches). */
export function aliasMatches(uri: string, alias: string): number {
  let a = 0;
  let u = 0;
  while (a < alias.length) {
    if (alias.charCodeAt(a) === 47) {
      if (uri.charCodeAt(u) !== 47) return 0;
      while (alias.charCodeAt(a) === 47) a++;
      while (uri.charCodeAt(u) === 47) u++;
    } else if (alias.charCodeAt(a++) !== uri.charCodeAt(u++)) return 0;
  }
  if (alias.charCodeAt(a - 1) !== 47 && u < uri.length && uri.charCodeAt(u) !== 47) return 0;
  return u;
}
