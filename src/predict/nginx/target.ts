import { behaves, type NginxVersion } from '../../catalog/nginx-versions.ts';

/** What a request line asks for. */
export interface Target {
  /** Path as matched: escapes undone, dots and slashes folded. */
  readonly uri: string;
  readonly args: string;
  /** Path and query as sent. */
  readonly unparsed: string;
  /** The same, without the slash that is put ahead of a query that follows the host. */
  readonly asked: string;
  /** Host of an absolute target; null: none was given. */
  readonly host: string | null;
}

/** A path that stays as it is: no escape, no query, no dots or doubled slashes to fold. */
const plainPath = /^(?:\/|(?:\/[\w~-][\w~.-]*)+\/?)$/;

/** A request target taken apart; null: 400. Source: ngx_http_parse_request_line, ngx_http_parse_complex_uri. */
export function parseTarget(target: string, mergeSlashes: boolean): Target | null {
  if (plainPath.test(target)) return { uri: target, args: '', unparsed: target, asked: target, host: null };
  let raw = target;
  let host: string | null = null;
  const absolute = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/([^/?#]*)/.exec(raw);
  if (absolute) {
    raw = raw.slice(absolute[0].length) || '/';
    host = absolute[1]!;
    if (!/^[A-Za-z0-9.:_~!$&'()*+,;=%[\]-]+$/.test(host)) return null;
  }
  const asked = raw;
  if (raw.startsWith('?')) raw = `/${raw}`;
  if (!raw.startsWith('/') || /[\u0000-\u0020\u007f]/.test(raw)) return null;
  const hash = raw.indexOf('#');
  const whole = hash < 0 ? raw : raw.slice(0, hash);
  const question = whole.indexOf('?');
  const path = question < 0 ? whole : whole.slice(0, question);
  const args = question < 0 ? '' : whole.slice(question + 1);
  const uri = /%|\/\/|\/\./.test(path) ? folded(path, mergeSlashes) : path;
  return uri === null ? null : { uri, args, unparsed: raw, asked, host };
}

function folded(path: string, mergeSlashes: boolean): string | null {
  const out: string[] = [''];
  // segments are cut at slashes written or escaped alike
  let segment = '';
  const close = (last: boolean): boolean => {
    if (segment === '.') {
      if (last) out.push('');
    } else if (segment === '..') {
      if (out.length < 2) return false;
      out.pop();
      if (last) out.push('');
    } else if (segment !== '' || last || !mergeSlashes) out.push(segment);
    segment = '';
    return true;
  };
  for (let at = 1; at < path.length; at++) {
    let character = path[at]!;
    if (character === '%') {
      const hex = path.slice(at + 1, at + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(hex)) return null;
      character = String.fromCharCode(Number.parseInt(hex, 16));
      if (character === '\0') return null;
      at += 2;
    }
    if (character === '/') {
      if (!close(false)) return null;
    } else segment += character;
  }
  return close(true) ? out.join('/') || '/' : null;
}

/** A name that stays as it is. */
const plainHost = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/;

/** The name in a Host header, in lower case without port and last dot; null: 400. Source: ngx_http_validate_host. */
export function hostName(header: string, version: NginxVersion | null): string | null {
  if (plainHost.test(header)) return header;
  if (behaves(version, 'strict hosts') && !/^(?:\[[A-Za-z0-9:.]+\]|[\w~!$&'()*+,;=%.-]+)(?::\d*)?$/.test(header))
    return null;
  if (/[\0/]|\.\./.test(header)) return null;
  if (/[\u0001-\u0020\u007f]/.test(header) && behaves(version, 'refuses blank hosts')) return null;
  const literal = header.startsWith('[') ? header.indexOf(']') : -1;
  const colon = header.startsWith('[') ? -1 : header.indexOf(':');
  let name = literal >= 0 ? header.slice(0, literal + 1) : colon >= 0 ? header.slice(0, colon) : header;
  if (name.endsWith('.')) name = name.slice(0, -1);
  return name === '' ? null : name.toLowerCase();
}
