import { behaves } from '../../catalog/nginx-versions.ts';
import { sharedCache } from '../../model/nginx/cache.ts';
import type { Handler, LocationConf, NginxConfig, UpstreamServer } from '../../model/nginx/config.ts';
import { inEffect } from '../../model/nginx/levels.ts';
import { compileValue, type Value } from '../../model/nginx/value.ts';
import { oncePer } from '../../once.ts';
import type { Reason, ServerRequest } from '../answer.ts';
import type { Server } from './arrival.ts';
import { type Room, roomFor } from './circle.ts';
import type { Next } from './content.ts';
import { runRequest } from './phases.ts';
import { reason } from './reasons.ts';
import { type Flow, Unknown } from './request.ts';
import { lenient } from './rewriting.ts';
import { valueFor } from './values.ts';

/** Requests that one may lead to on other servers: a circle inside a circle has no end. */
const mostRequests = 5_000;
/** Servers that a request is followed through where the room for a circle cannot be told. */
const usualHops = 20;
/** Reasons of another server's answer that are told. */
const mostReasons = 40;
/** Bytes of challenges with which an answer may be more than proxy_buffer_size holds. */
const mostChallenges = 3_000;

/** Values of WWW-Authenticate in an answer of this status. */
export function challengesOf(config: NginxConfig, flow: Flow, status: number): readonly string[] {
  const own = flow.challenges.filter(({ alive }) => alive).map(({ value }) => value);
  const added = addedTo(flow.level);
  if (added.length === 0) return own;
  const counts = added.filter(({ always }) => always || withHeaders.has(status));
  return [...own, ...counts.map(({ value }) => lenient(config, flow, value)).filter((value) => value)] as string[];
}

/** Statuses to which add_header adds without `always`. */
const withHeaders: ReadonlySet<number> = new Set([200, 201, 204, 206, 301, 302, 303, 304, 307, 308]);

interface Added {
  readonly value: Value;
  readonly always: boolean;
}

/** Challenges that add_header adds at a level. */
const addedTo = oncePer((level: LocationConf): readonly Added[] =>
  inEffect(level, 'add_header').flatMap(({ args: [name, text, always] }): Added[] => {
    const value = name?.value.toLowerCase() === 'www-authenticate' && text ? compileValue(text.value) : null;
    return value && !('error' in value) ? [{ value, always: always?.value === 'always' }] : [];
  }),
);

/** What another server block of the same tree answers; null where the upstream is somewhere else. */
export function answerOfUpstream(server: Server, flow: Flow, handler: Handler): Next | null {
  const passed = proxied(server, flow, handler);
  if (!passed) return null;
  const room = roomFor(server.config);
  if (flow.depth >= (room?.hops ?? usualHops)) return roundAndRound(flow, handler, room);
  // an answer that an earlier visitor got may be given again
  const shared = flow.subrequest ? sharedCache(server.config, flow.level) : null;
  if (shared) {
    const message = 'the subrequest may get the cached answer of another visitor';
    throw new Unknown(reason('nginx-auth-request-unseen', message, shared));
  }
  const { request, socket, client } = passed;
  if (++flow.passedOn.count > mostRequests) throw new Unknown(circle(handler));
  const { depth, passedOn, trail } = flow;
  const inner = runRequest(server, request, { client, socket, depth: depth + 1, passedOn, trail });
  flow.reasons.push(...inner.because.slice(0, mostReasons));
  if (!inner.outcome) {
    throw new Unknown(
      inner.because.at(-1) ?? reason('nginx-unseen', 'what the upstream server answers', handler.origin),
    );
  }
  const { status, content } = inner.outcome;
  if (status === 0) {
    flow.upstreamStatus = '502';
    return { to: 'refuse', status: 502, own: true };
  }
  flow.upstreamStatus = String(status);
  if (!content)
    flow.reasons.push(
      reason('nginx-upstream-answer', `the server behind proxy_pass answers ${status}`, handler.origin),
    );
  const challenges = inner.flow ? challengesOf(server.config, inner.flow, status) : [];
  if (challenges.join('').length > mostChallenges) throw new Unknown(circle(handler));
  flow.upstreamChallenge = challenges[0] ?? null;
  const { interceptErrors, errorPages, hiddenHeaders, passedHeaders } = flow.level.settings;
  if (interceptErrors?.value && status >= 300 && errorPages?.some(({ code }) => code === status)) {
    // of an error that is intercepted only a 401 keeps its challenge
    const all = behaves(server.config.version, 'keeps all challenges');
    if (status === 401)
      for (const value of all ? challenges : challenges.slice(0, 1)) flow.challenges.push({ value, alive: true });
    return { to: 'refuse', status, own: content };
  }
  const hidden = hiddenHeaders?.includes('www-authenticate') && !passedHeaders?.includes('www-authenticate');
  if (!hidden) for (const value of challenges) flow.challenges.push({ value, alive: true });
  return { to: 'end', status, content };
}

function circle({ origin }: Handler): Reason {
  const message = 'servers pass the request on to each other in a circle';
  return reason('nginx-redirection-cycle', message, origin);
}

/** The end of a circle: no connection is left. */
function roundAndRound(flow: Flow, handler: Handler, room: Room | null): Next {
  if (!room) throw new Unknown(circle(handler));
  flow.reasons.push(circle(handler));
  if (room.status === 500) return { to: 'refuse', status: 500 };
  flow.upstreamStatus = '502';
  return { to: 'refuse', status: 502, own: true };
}

interface Passed {
  readonly request: ServerRequest;
  /** Listening address of the server that gets it. */
  readonly socket: string;
  /** How the client looks to that server. */
  readonly client: string;
}

/** The request that reaches another server block of the same tree. Source: ngx_http_proxy_create_request. */
function proxied(server: Server, flow: Flow, handler: Handler): Passed | null {
  const url = valueFor(server.config, flow, handler.to);
  const match = /^(https?):\/\/(unix:[^:]+(?=:|$)|[^/?]+):?([/?].*)?$/i.exec(url);
  if (!match) return null;
  const authority = match[2]!;
  const tls = match[1]!.toLowerCase() === 'https';
  const address = upstreamAddress(server, authority, tls);
  const socket = address && server.choice.reached(address.host, address.port);
  if (!address || !socket) return null;
  const { passRequestHeaders, proxySetHeader, proxyMethod } = flow.level.settings;
  const unix = socket.startsWith('unix:');
  const usual = authority.replace(tls ? /:443$/ : /:80$/, '');
  const target = targetOf(flow, match[3] ?? '', handler);
  let host: string | null = authority.startsWith('unix:') ? 'localhost' : usual;
  const sent = new Map<string, readonly string[]>();
  const own = new Set<string>();
  let cut = false;
  // the lines of proxy_set_header go first, then what the client sent
  for (const { name, value } of proxySetHeader ?? []) {
    const text = valueFor(server.config, flow, value);
    if (/\n/.test(text)) throw new Unknown(split(handler, `the ${name} header`));
    const again = own.has(name) && (name !== 'host' || host !== null);
    own.add(name);
    if (name === 'host' && !again) host = text === '' || cut ? null : text;
    else if (text !== '') sent.set(name, [...(sent.get(name) ?? []), text]);
    // a line that cannot be read is the last that is
    cut ||= /[\0\r]/.test(text);
  }
  if (cut && !own.has('host')) host = null;
  if (/[\n]| $/.test(target)) throw new Unknown(split(handler, 'the request line'));
  for (const [name, lines] of headersOf(flow, passRequestHeaders?.value ?? true))
    if (!own.has(name)) sent.set(name, lines);
  return {
    socket,
    client: unix ? 'unix:' : '127.0.0.1',
    request: {
      method: proxyMethod ? valueFor(server.config, flow, proxyMethod.value) : flow.method,
      host,
      port: unix ? null : address.port,
      tls,
      target,
      credentials: null,
      headers: sent,
      remote: '127.0.0.1',
    },
  };
}

function split({ origin }: Handler, what: string): Reason {
  return reason('nginx-unseen', `${what} that is passed on has a line feed inside`, origin);
}

function headersOf(flow: Flow, pass: boolean): Map<string, readonly string[]> {
  const headers = new Map(pass ? flow.headers : []);
  headers.delete('authorization');
  if (pass && flow.authorization !== null) headers.set('authorization', [flow.authorization]);
  return headers;
}

/** The one address behind a name; null where several take turns. */
function upstreamAddress(server: Server, authority: string, tls: boolean): { host: string; port: number } | null {
  const members = server.config.upstreams.get(authority);
  const target = members ? firstOf(members) : authority;
  if (target === null) return null;
  if (target.startsWith('unix:')) return { host: target, port: 0 };
  const match = /^(\[[^\]]*\]|[^:]+)(?::(\d+))?$/.exec(target);
  if (!match) return null;
  return { host: match[1]!.toLowerCase(), port: match[2] ? Number(match[2]) : members ? 80 : tls ? 443 : 80 };
}

function firstOf(members: readonly UpstreamServer[]): string | null {
  const up = members.filter(({ down }) => !down);
  const primary = up.filter(({ backup }) => !backup);
  const used = primary.length > 0 ? primary : up;
  return new Set(used.map(({ address }) => address)).size === 1 ? used[0]!.address : null;
}

/** Path and query that are passed on. Source: ngx_http_proxy_create_request. */
function targetOf(flow: Flow, written: string, handler: Handler): string {
  const uri = written.startsWith('?') ? `/${written}` : written;
  if (handler.to.parts && uri !== '') return uri;
  if (uri === '' && flow.unparsed !== null) return flow.unparsed;
  // `rewrite … break` has taken the place of what proxy_pass says
  const part = flow.validLocation ? uri : '';
  const cut = part === '' ? 0 : handler.location;
  return part + escapeUri(flow.uri.slice(cut)) + (flow.args ? `?${flow.args}` : '');
}

/** Source: ngx_escape_uri with NGX_ESCAPE_URI. */
function escapeUri(uri: string): string {
  return uri.replace(
    /[\u0000-\u0020"#%<>?\\^`{|}\u007f-\u00ff]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
