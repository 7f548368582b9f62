import { addressBytes } from '../../model/addresses.ts';
import type { Listeners } from '../../model/apache/listeners.ts';
import { methodNumber } from '../../model/apache/methods.ts';
import { splitTarget } from '../../model/apache/target.ts';
import { remembered } from '../../text/remembered.ts';
import type { Answer, ServerRequest } from '../answer.ts';
import { type Exchange, type Guesses, noVariables, reason, type Site } from './exchange.ts';
import type { ApacheReasonCode } from './reasons.ts';
import { behindProxies } from './remote-ip.ts';

/** The exchange that a request starts, or the answer to one that is no request. */
export function arrive(site: Site, listeners: Listeners, sent: ServerRequest, guesses: Guesses): Exchange | Answer {
  const fail = (status: number, code: ApacheReasonCode, message: string): Answer => ({
    status,
    wwwAuthenticate: null,
    because: [reason(code, message, null)],
  });
  const target = splitTarget(sent.target);
  if (!target) return fail(400, 'apache-bad-request', 'the request target is not valid');
  const hostName = (target.host ?? sent.host ?? '').toLowerCase().replace(/\.$/, '');
  if (target.path === '*' && sent.method !== 'OPTIONS')
    return fail(400, 'apache-bad-request', 'the target * is for OPTIONS alone');
  if ((sent.host ?? '') === '' && target.host === null)
    return fail(400, 'apache-bad-host', 'an HTTP/1.1 request needs a Host header');
  if (!isHostName(hostName)) return fail(400, 'apache-bad-host', 'the Host header is not valid');
  const { server, port } = listeners.choose(hostName, sent);
  const parts = server.parts();
  const request = parts.remoteIp && site.has('mod_remoteip') ? behindProxies(sent, parts.remoteIp) : sent;
  const given = site.has('mod_headers') ? parts.earlyAuthorization : null;
  const early = given && (given.header !== null || sendsAuthorization(request)) ? given : null;
  return {
    site,
    request: early ? withAuthorization(request, early.header) : request,
    server,
    parts,
    guesses,
    because: early
      ? [
          reason(
            'apache-authorization-removed',
            `the Authorization header is ${early.header === null ? 'removed' : 'replaced'} before it is looked at`,
            early.origin,
          ),
        ]
      : [],
    peer: sent.remote,
    address: addressOf(request.remote),
    hostName,
    port,
    method: request.method,
    methodNumber: methodNumber(request.method),
    uri: target.path,
    rawPath: target.path,
    query: target.query,
    filename: null,
    proxy: null,
    pathInfo: '',
    file: 'none',
    settings: parts.defaults,
    user: null,
    authType: null,
    handler: null,
    environment: noVariables,
    ownsEnvironment: false,
    context: null,
    main: null,
    previous: null,
    rewriteEnded: false,
    challenge: null,
    pendingStatus: null,
    depth: 0,
    ifWalks: noWalks,
    located: undefined,
    mapping: undefined,
    approach: undefined,
  };
}

/** The bytes of a client's address; the same few ask again and again. */
const addressOf = remembered(100, addressBytes);

const noWalks: Exchange['ifWalks'] = [];

function sendsAuthorization({ credentials, headers }: ServerRequest): boolean {
  return headers.has('authorization') || (credentials !== null && credentials.scheme !== 'form');
}

/** The request with this Authorization header in place of its own; null: with none. */
function withAuthorization(request: ServerRequest, header: string | null): ServerRequest {
  const headers = new Map(request.headers);
  if (header === null) headers.delete('authorization');
  else headers.set('authorization', [header]);
  return { ...request, headers, credentials: null };
}

/** Source: vhost.c, strict_hostname_check: letters, digits and `-._`; digits and dots alone are an address of four parts. */
function isHostName(name: string): boolean {
  if (/^\[[0-9a-f:.]+\]$/.test(name)) return true;
  if (!/^[a-z0-9._-]*$/.test(name)) return false;
  return /[a-z_-]/.test(name) || /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){3}$/.test(name);
}
