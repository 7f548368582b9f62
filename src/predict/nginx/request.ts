import type { Check } from '../../hash/check.ts';
import { type Password, RIGHT_PASSWORD, WRONG_PASSWORD } from '../../hash/password.ts';
import type { Handler, LocationConf, ServerConf } from '../../model/nginx/config.ts';
import type { PasswordFile } from '../../syntax/passwords.ts';
import type { Directive } from '../../syntax/tree.ts';
import { remembered } from '../../text/remembered.ts';
import type { Reason, ServerRequest } from '../answer.ts';
import type { PathSplit } from './fastcgi.ts';

/** Who sent a request: shared by it and its subrequests. */
export interface Client {
  address: string;
  /** The connection's own address, before a header of a trusted proxy named another. */
  readonly original: string;
  /** A header has named the address: it does so once. */
  named: boolean;
}

/** A request on its way through nginx's phases. */
export interface Flow {
  readonly request: ServerRequest;
  server: ServerConf;
  readonly client: Client;
  method: string;
  /** Method of the request that a subrequest serves; null in a request of its own. */
  readonly outerMethod: string | null;
  uri: string;
  args: string;
  /** What $request_uri gives: the target as sent, without its host; empty where it was malformed. */
  asked: string;
  /** Path and query as sent; null once something has changed the URI. */
  unparsed: string | null;
  /** Value of the Authorization header as received; stand-in passwords are marked inside. */
  authorization: string | null;
  headers: ReadonlyMap<string, readonly string[]>;
  hostHeader: string;
  /** Name of the server as asked for, in lower case without a port. */
  host: string;
  level: LocationConf;
  /** Who makes the content: kept when an `if` takes the place of its location. */
  handler: Handler | null;
  /** An internal redirect or subrequest: locations marked internal may be used. */
  internal: boolean;
  readonly subrequest: boolean;
  uriChanged: boolean;
  /** The last rewrite that gave the request another path. */
  rewrittenBy: Directive | null;
  uriChanges: number;
  /** False once `rewrite … break` has changed the URI of a location: its alias has no meaning any more. */
  validLocation: boolean;
  /** try_files has set the URI to what follows a pattern's alias. */
  afterAlias: boolean;
  /** How fastcgi_split_path_info has split the path; null: nothing has asked for it since the last redirect. */
  pathSplit: PathSplit | null;
  errStatus: number;
  errorPageUsed: boolean;
  /** An error page was chosen for a refusal: what it gives is the configuration's word, not content's. */
  refused: boolean;
  accessCode: number;
  readonly challenges: { readonly value: string; alive: boolean }[];
  /** Challenge of the upstream that answered, hidden or not. */
  upstreamChallenge: string | null;
  /** Status of the upstream that answered; empty: none was asked; null: it cannot be told. */
  upstreamStatus: string | null;
  readonly variables: Variables;
  variableDepth: number;
  captures: readonly (string | undefined)[];
  readonly reasons: Reason[];
  /** Servers of the tree that passed the request on before. */
  readonly depth: number;
  /** Requests of one server to another so far, shared by all that one leads to. */
  readonly passedOn: { count: number };
  /** What of the login has counted so far, shared by all that one request leads to. */
  readonly trail: Trail;
}

/** Variables that have a value; null: one that cannot be told. Most requests have none, and make no map. */
export class Variables {
  #values: Map<string, string | null> | null = null;

  get(name: string): string | null | undefined {
    return this.#values?.get(name);
  }

  set(name: string, value: string | null): void {
    this.#values ??= new Map();
    this.#values.set(name, value);
  }

  /** The same for another request, which gives them values of its own. */
  copy(): Variables {
    const copy = new Variables();
    if (this.#values) copy.#values = new Map(this.#values);
    return copy;
  }
}

/** What of a login counted on the way of a request. */
export interface Trail {
  /** Password files that were asked for its user, and what they made of its password; null: they do not have the user. */
  readonly checks: { readonly file: Users; readonly check: Check | null }[];
  /** Its user's name, or the header as it is, counted otherwise. */
  named: boolean;
  /** The password file that a name with variables led to; null: none has so far. */
  file: string | null;
}

/** What is asked of a password file. */
export type Users = Pick<PasswordFile, 'find'>;

/** Ends the walk where something decides that cannot be seen. */
export class Unknown {
  readonly reason: Reason;
  constructor(reason: Reason) {
    this.reason = reason;
  }
}

/** The connection is closed without an answer. */
export class Closed {}

const right = '\0right\0';
const wrong = '\0wrong\0';

/** The Authorization header that a request carries, or null; Digest clients stay silent before a Basic challenge. */
export function authorizationOf({ headers, credentials }: ServerRequest): string | null {
  const given = headers.get('authorization');
  if (given) return given[0] ?? null;
  if (credentials?.scheme !== 'basic') return null;
  const { user, password } = credentials;
  if (typeof password === 'string') return basicHeader(user, password);
  return password === RIGHT_PASSWORD ? rightHeader(user) : wrongHeader(user);
}

function basicHeader(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'latin1').toString('base64')}`;
}

/** Many places are asked for with the same few logins. */
const headersKept = 4096;
const rightHeader = remembered(headersKept, (user) => basicHeader(user, right));
const wrongHeader = remembered(headersKept, (user) => basicHeader(user, wrong));
const loginOf = remembered(headersKept, loginIn);

interface Login {
  readonly user: string;
  readonly password: Password;
}

/** User and password out of an Authorization header; null where nginx finds none. Source: ngx_http_auth_basic_user. */
export function basicUser(header: string | null): Login | null {
  return header === null ? null : loginOf(header);
}

function loginIn(header: string): Login | null {
  if (!/^basic /i.test(header.slice(0, 6))) return null;
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
