import { encode } from '../text/bytes.ts';
import type { Credentials, ServerRequest } from './answer.ts';

/** A request as people write it (DESIGN contract of `predict`); all but path or url are optional. */
export interface GivenRequest {
  readonly method?: string;
  readonly host?: string | null;
  readonly path?: string;
  readonly url?: string;
  readonly user?: string | null;
  readonly password?: string | null;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly remote?: string;
  readonly auth?: 'basic' | 'digest' | 'form';
}

/** A request as the server receives it: text becomes UTF-8 bytes, a URL is taken apart as a browser does. */
export function requestOf(given: GivenRequest): ServerRequest {
  const url = given.url === undefined ? null : partsOf(given.url);
  const { name, port } = hostAndPort(given.host === undefined ? (url?.authority ?? null) : given.host);
  return {
    // a form is posted to the page itself
    method: given.auth === 'form' && given.user != null ? 'POST' : (given.method ?? 'GET'),
    host: name === null ? null : encode(name),
    port,
    tls: url?.tls ?? false,
    target: encode(given.path ?? url?.path ?? '/'),
    credentials: credentialsOf(given) ?? url?.credentials ?? null,
    headers: given.headers ? headersOf(given.headers) : noHeaders,
    remote: given.remote ?? '127.0.0.1',
  };
}

const noHeaders: ServerRequest['headers'] = new Map();

function headersOf(given: NonNullable<GivenRequest['headers']>): ServerRequest['headers'] {
  const headers = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(given)) {
    const lower = key.toLowerCase();
    const values = (typeof value === 'string' ? [value] : value).map(encode);
    headers.set(lower, [...(headers.get(lower) ?? []), ...values]);
  }
  return headers;
}

function credentialsOf({ user, password, auth }: GivenRequest): Credentials | null {
  if (user === undefined || user === null) return null;
  return { scheme: auth ?? 'basic', user: encode(user), password: encode(password ?? '') };
}

function hostAndPort(host: string | null): { name: string | null; port: number | null } {
  // most names have no port
  const match = host?.includes(':') ? /^(.*?):(\d{1,5})$/.exec(host) : null;
  return match ? { name: match[1]!, port: Number(match[2]) } : { name: host, port: null };
}

function partsOf(url: string): {
  tls: boolean;
  authority: string | null;
  path: string;
  credentials: Credentials | null;
} {
  const match = /^(?:(https?):\/\/)?(?:([^/?#@]*)@)?([^/?#]*)([^#]*)/i.exec(url)!;
  if (!match[1] && url.startsWith('/')) return { tls: false, authority: null, path: url, credentials: null };
  const [user, password] = (match[2] ?? '').split(':').map((part) => encode(unescapeUrl(part)));
  return {
    tls: match[1]?.toLowerCase() === 'https',
    authority: match[3] || null,
    path: match[4]?.startsWith('/') ? match[4] : `/${match[4] ?? ''}`,
    credentials: user ? { scheme: 'basic', user, password: password ?? '' } : null,
  };
}

function unescapeUrl(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads the JSON list of requests; a mistake is named by its place in the list. */
export function requestsOf(text: string): { requests: readonly GivenRequest[] } | { error: string } {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return { error: 'this is not JSON; expected a list of requests as [{"path":"/x"}]' };
  }
  if (!Array.isArray(list)) return { error: 'expected a list of requests as [{"path":"/x"}]' };
  for (let index = 0; index < list.length; index++) {
    const wrong = mistakeIn(list[index]);
    if (wrong) return { error: `request ${index + 1}: ${wrong}` };
  }
  return { requests: list as GivenRequest[] };
}

function mistakeIn(one: unknown): string | null {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return 'expected an object';
  const { method, host, path, url, user, password, remote, auth, headers } = one as Record<string, unknown>;
  // there may be very many: each field by its name is far quicker than a look-up for each of a list of names
  if (!isText(method)) return 'method must be a text';
  if (!isText(host)) return 'host must be a text';
  if (!isText(path)) return 'path must be a text';
  if (!isText(url)) return 'url must be a text';
  if (!isText(user)) return 'user must be a text';
  if (!isText(password)) return 'password must be a text';
  if (!isText(remote)) return 'remote must be a text';
  if (!isText(auth)) return 'auth must be a text';
  if (path === undefined && url === undefined) return 'path is missing';
  if (auth !== undefined && !['basic', 'digest', 'form'].includes(String(auth))) return 'auth is basic, digest or form';
  return headers === undefined ? null : mistakeInHeaders(headers);
}

function isText(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function mistakeInHeaders(headers: unknown): string | null {
  if (typeof headers !== 'object' || headers === null) return 'headers must be an object';
  for (const value of Object.values(headers)) {
    if (typeof value !== 'string' && !(Array.isArray(value) && value.every((item) => typeof item === 'string'))) {
      return 'a header is a text or a list of texts';
    }
  }
  return null;
}
