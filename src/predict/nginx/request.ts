import { type Password, RIGHT_PASSWORD, WRONG_PASSWORD } from '../../hash/password.ts';
import type { LocationConf, ServerConf } from '../../model/nginx/config.ts';
import type { Reason, ServerRequest } from '../answer.ts';

/** A request on its way through nginx's phases. */
export interface Flow {
  readonly request: ServerRequest;
  readonly server: ServerConf;
  /** Address of the client: the outer server's for a request that a sibling server passes on. */
  readonly remote: string;
  method: string;
  /** Method of the request that a subrequest serves; null in a request of its own. */
  readonly outerMethod: string | null;
  uri: string;
  args: string;
  /** Value of the Authorization header as received; stand-in passwords are marked inside. */
  readonly authorization: string | null;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly hostHeader: string;
  level: LocationConf;
  /** An internal redirect or subrequest: locations marked internal may be used. */
  internal: boolean;
  readonly subrequest: boolean;
  uriChanged: boolean;
  uriChanges: number;
  errStatus: number;
  errorPageUsed: boolean;
  accessCode: number;
  readonly challenges: { readonly value: string; alive: boolean }[];
  /** Challenge of the upstream that answered, hidden or not. */
  upstreamChallenge: string | null;
  readonly variables: Map<string, string>;
  captures: readonly (string | undefined)[];
  readonly reasons: Reason[];
  /** Requests passed on between servers of the tree, to end a circle. */
  readonly depth: number;
}

/** Ends the walk where something decides that cannot be seen. */
export class Unknown {
  readonly reason: Reason;
  constructor(reason: Reason) {
    this.reason = reason;
  }
}

const right = '\0right\0';
const wrong = '\0wrong\0';

/** The Authorization header that a request carries, or null; Digest clients stay silent before a Basic challenge. */
export function authorizationOf({ headers, credentials }: ServerRequest): string | null {
  const given = headers.get('authorization');
  if (given) return given[0] ?? null;
  if (credentials?.scheme !== 'basic') return null;
  const { user, password } = credentials;
  const text = password === RIGHT_PASSWORD ? right : password === WRONG_PASSWORD ? wrong : password;
  return `Basic ${Buffer.from(`${user}:${text}`, 'latin1').toString('base64')}`;
}

/** User and password out of an Authorization header; null where nginx finds none. Source: ngx_http_auth_basic_user. */
export function basicUser(header: string | null): { user: string; password: Password } | null {
  if (header === null || !/^basic /i.test(header.slice(0, 6))) return null;
  const encoded = header.slice(6).replace(/^ +/, '');
  const text = decodeBase64(encoded);
  if (text === null) return null;
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  const password = text.slice(colon + 1);
  return {
    user: text.slice(0, colon),
    password: password === right ? RIGHT_PASSWORD : password === wrong ? WRONG_PASSWORD : password,
  };
}

/** Source: ngx_decode_base64: reads up to `=`, refuses foreign characters and a lone last one. */
function decodeBase64(text: string): string | null {
  const end = text.indexOf('=');
  const body = end < 0 ? text : text.slice(0, end);
  if (body === '' || !/^[A-Za-z0-9+/]*$/.test(body) || body.length % 4 === 1) return null;
  return Buffer.from(body, 'base64').toString('latin1');
}

/** Path and query of a request target; null: 400. Source: ngx_http_parse_request_line, ngx_http_parse_complex_uri. */
export function parseTarget(target: string, mergeSlashes: boolean): { uri: string; args: string } | null {
  let raw = target;
  const absolute = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*/.exec(raw);
  if (absolute) raw = raw.slice(absolute[0].length) || '/';
  if (raw.startsWith('?')) raw = `/${raw}`;
  if (!raw.startsWith('/') || /[\u0000-\u0020\u007f]/.test(raw)) return null;
  const hash = raw.indexOf('#');
  if (hash >= 0) raw = raw.slice(0, hash);
  const question = raw.indexOf('?');
  const path = question < 0 ? raw : raw.slice(0, question);
  const args = question < 0 ? '' : raw.slice(question + 1);
  if (!/%|\/\/|\/\./.test(path)) return { uri: path, args };
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
  if (!close(true)) return null;
  return { uri: out.join('/') || '/', args };
}
