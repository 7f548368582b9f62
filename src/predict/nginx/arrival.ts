import { behaves } from '../../catalog/nginx-versions.ts';
import { forwardedAddress } from '../../model/nginx/address.ts';
import type { ServerConf } from '../../model/nginx/config.ts';
import { printable } from '../../text/printable.ts';
import { hole } from '../../text/template.ts';
import type { ServerRequest } from '../answer.ts';
import type { AccessContext } from './access.ts';
import type { ServerChoice } from './choose.ts';
import { reason } from './reasons.ts';
import { authorizationOf, type Flow, type Trail, Variables } from './request.ts';
import { hostName, parseTarget } from './target.ts';
import { capture } from './values.ts';

/** What answers requests: what its handlers need, and the choice of a server. */
export interface Server extends AccessContext {
  readonly choice: ServerChoice;
}

/** Internal redirects and location changes that one request may make (NGX_HTTP_MAX_URI_CHANGES). */
export const mostChanges = 10;

/** How a request came: the client's address, the listening address where it is known, the servers passed before. */
export interface Arrival {
  readonly client: string;
  readonly socket: string | null;
  readonly depth: number;
  /** Requests of one server to another so far. */
  readonly passedOn: { count: number };
  readonly trail: Trail;
}

export function newTrail(): Trail {
  return { checks: [], named: false, file: null };
}

export function arrivalOf({ remote }: ServerRequest, trail: Trail = newTrail()): Arrival {
  return { client: remote, socket: null, depth: 0, passedOn: { count: 0 }, trail };
}

export function hostOf({ config, choice }: Server, { host }: ServerRequest): string | null {
  if (host === null) return null;
  // no client sends a name that a template puts in, but by it the server is asked for
  return hostName(host, config.version) ?? (host.includes(hole) && choice.has(host) ? host : null);
}

export function newFlow(request: ServerRequest, reader: ServerConf, arrival: Arrival): Flow {
  const { port, tls } = request;
  // another server's request has its port in the Host header where it has any
  const usualPort = arrival.socket !== null || port === null || port === (tls ? 443 : 80);
  return {
    request,
    server: reader,
    client: { address: arrival.client, original: arrival.client, named: false },
    method: request.method,
    outerMethod: null,
    uri: '',
    args: '',
    asked: '',
    unparsed: null,
    authorization: authorizationOf(request),
    headers: request.headers,
    hostHeader: request.host === null || usualPort ? (request.host ?? '') : `${request.host}:${port}`,
    host: '',
    level: reader.level,
    handler: null,
    internal: false,
    subrequest: false,
    uriChanged: false,
    rewrittenBy: null,
    uriChanges: mostChanges + 1,
    validLocation: true,
    afterAlias: false,
    pathSplit: null,
    errStatus: 0,
    errorPageUsed: false,
    refused: false,
    accessCode: 0,
    challenges: [],
    upstreamChallenge: null,
    upstreamStatus: '',
    variables: new Variables(),
    variableDepth: 0,
    captures: [],
    reasons: [],
    depth: arrival.depth,
    passedOn: arrival.passedOn,
    trail: arrival.trail,
  };
}

/** The request line and headers: which server answers; null: one does, else the status of the refusal. Source: ngx_http_process_request_line. */
export function readRequest(server: Server, flow: Flow, host: string | null, socket: string | null): number | null {
  const { request } = flow;
  const refuse = (status: number, message: string, code: 'nginx-bad-request' | 'nginx-method-not-allowed'): number => {
    flow.reasons.push(reason(code, message, null));
    return status;
  };
  // what follows a malformed line is not read any more
  const malformed = (what: string): number => {
    flow.authorization = null;
    flow.headers = new Map();
    return refuse(400, `${what} is malformed`, 'nginx-bad-request');
  };
  const { hostHeader } = flow;
  flow.hostHeader = '';
  if (!/^[A-Z_-]+$/.test(request.method)) return malformed('the method');
  const target = parseTarget(request.target, flow.server.mergeSlashes);
  if (!target) return malformed('the request target');
  flow.asked = target.asked;
  flow.uri = target.uri;
  flow.args = target.args;
  flow.unparsed = target.unparsed;
  const wanted = target.host === null ? host : hostName(target.host, server.config.version);
  if (target.host !== null && wanted === null) return malformed('the host');
  const choose = (name: string): void => {
    const onMatch = (...match: Parameters<typeof capture> extends [Flow, ...infer R] ? R : never): void =>
      capture(flow, ...match);
    flow.server = server.choice.find(name, request.port, request.tls, socket, onMatch) ?? flow.server;
    flow.level = flow.server.level;
    flow.host = name;
  };
  if (target.host !== null) choose(wanted!);
  flow.hostHeader = hostHeader;
  if (request.host !== null && host === null) return malformed('the Host header');
  if (target.host === null) choose(wanted ?? '');
  const bad = readHeaders(flow);
  if (bad !== null) return refuse(400, `the ${printable(bad, 60)} header is malformed`, 'nginx-bad-request');
  const refusesConnect = behaves(server.config.version, 'refuses CONNECT');
  if (request.method === 'TRACE' || (request.method === 'CONNECT' && refusesConnect)) {
    return refuse(405, `nginx refuses ${request.method} before anything else`, 'nginx-method-not-allowed');
  }
  realIp(flow);
  return null;
}

/** Headers of which a second line is refused. Source: ngx_http_process_unique_header_line, ngx_http_process_host. */
const single: ReadonlySet<string> = new Set([
  'authorization',
  'content-length',
  'content-range',
  'expect',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'transfer-encoding',
]);

/** Takes header lines up to one that is refused (a NUL or a lone CR inside, a second line), whose name it gives. */
function readHeaders(flow: Flow): string | null {
  const read = new Map<string, readonly string[]>();
  for (const [name, lines] of flow.headers) {
    const refused = lines.some((line) => /[\0\r]/.test(line)) || (name === 'host' && flow.request.host !== null);
    if (refused || (lines.length > 1 && single.has(name))) {
      if (!refused) read.set(name, lines.slice(0, 1));
      flow.headers = read;
      if (!read.has('authorization')) flow.authorization = null;
      return name;
    }
    read.set(name, lines);
  }
  return null;
}

/** The client's address by a header of a trusted proxy. Source: ngx_http_realip_handler. */
export function realIp(flow: Flow): void {
  const { client } = flow;
  const { realIpFrom: trusted, realIpHeader, realIpRecursive } = flow.level.settings;
  if (!trusted || client.named) return;
  const name = realIpHeader?.value ?? 'x-real-ip';
  const lines = name === 'proxy_protocol' ? [] : (flow.headers.get(name) ?? []);
  if (lines.length === 0) return;
  const values = name === 'x-forwarded-for' ? lines : lines.slice(0, 1);
  const address = forwardedAddress(client.address, values, trusted, realIpRecursive?.value ?? false);
  if (address === null) return;
  client.address = address;
  client.named = true;
}
