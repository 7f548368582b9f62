import { absent } from '../../host/host.ts';
import { sharedCache } from '../../model/nginx/cache.ts';
import type { ErrorPage, Handler, LocationConf } from '../../model/nginx/config.ts';
import { tableOf } from '../../model/nginx/location.ts';
import { type Directive, spanOf } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import type { Answer, Reason, ServerRequest } from '../answer.ts';
import { type AccessContext, accessPhase, reason } from './access.ts';
import { findLocation, type ServerChoice } from './choose.ts';
import { asks } from './places.ts';
import { proxied } from './proxy.ts';
import { authorizationOf, type Flow, parseTarget, Unknown } from './request.ts';
import { rewritePhase } from './rewriting.ts';
import { pathFor, valueFor } from './values.ts';

/** How a request ends. `content`: the status is content's own, so that nothing refused the request. */
export interface Outcome {
  readonly status: number;
  readonly content: boolean;
}

export interface Server extends Omit<AccessContext, 'subrequest'> {
  readonly choice: ServerChoice;
}

/** Internal redirects and location changes that one request may make (NGX_HTTP_MAX_URI_CHANGES). */
const mostChanges = 10;
/** Servers of the tree that one request is followed through. */
const mostHops = 8;

/** Statuses that nobody takes for content, even where content gives them. */
const refusals: ReadonlySet<number> = new Set([401, 403, 500]);

const content = (status: number): Outcome => ({ status, content: true });
const answered = (status: number): Outcome => ({ status, content: false });

/** The answer to one request. Source: the phase checkers of src/http/ngx_http_core_module.c. */
export function answerRequest(server: Server, request: ServerRequest): Answer {
  const { outcome, flow, because } = runRequest(server, request, request.remote, 0);
  if (!outcome) return { status: 'unknown', wwwAuthenticate: null, because };
  const challenge = flow ? challengesOf(flow) : [];
  return {
    status: outcome.content && !refusals.has(outcome.status) ? 'pass' : outcome.status === 444 ? 0 : outcome.status,
    wwwAuthenticate: challenge.length > 0 ? challenge.join(', ') : null,
    because,
  };
}

function challengesOf(flow: Flow): readonly string[] {
  return flow.challenges.filter(({ alive }) => alive).map(({ value }) => value);
}

/** How a request ended; no outcome where something decides that cannot be seen. */
interface Run {
  readonly outcome: Outcome | null;
  /** Null where the request was refused before it had a server. */
  readonly flow: Flow | null;
  readonly because: readonly Reason[];
}

function runRequest(server: Server, request: ServerRequest, remote: string, depth: number): Run {
  const host = (request.host ?? '').toLowerCase().replace(/\.$/, '');
  const refuse = (status: number, message: string, code: 'nginx-bad-request' | 'nginx-method-not-allowed'): Run => ({
    outcome: answered(status),
    flow: null,
    because: [reason(code, message, null)],
  });
  if (!/^[A-Z_-]+$/.test(request.method)) return refuse(400, 'the method is no method', 'nginx-bad-request');
  const chosen = server.choice.find(host, request.port, request.tls);
  if (!chosen) return { outcome: null, flow: null, because: [reason('nginx-unseen', 'no server listens there', null)] };
  const target = parseTarget(request.target, chosen.reader.mergeSlashes);
  if (!target) return refuse(400, 'the request target is malformed', 'nginx-bad-request');
  if (request.method === 'TRACE' || request.method === 'CONNECT') {
    return refuse(405, `nginx refuses ${request.method} before anything else`, 'nginx-method-not-allowed');
  }
  const flow: Flow = {
    request,
    server: chosen.server,
    remote,
    method: request.method,
    outerMethod: null,
    uri: target.uri,
    args: target.args,
    authorization: authorizationOf(request),
    headers: request.headers,
    hostHeader: request.host ?? '',
    level: chosen.server.level,
    internal: false,
    subrequest: false,
    uriChanged: false,
    uriChanges: mostChanges + 1,
    errStatus: 0,
    errorPageUsed: false,
    accessCode: 0,
    challenges: [],
    upstreamChallenge: null,
    variables: new Map(),
    captures: [],
    reasons: [],
    depth,
  };
  try {
    const outcome = process(server, flow);
    const asked = flow.reasons.length > 0;
    return {
      outcome,
      flow,
      because: asked
        ? flow.reasons
        : [reason('nginx-pass', 'nothing here asks for a login', spanOf(flow.level.origin))],
    };
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
    return { outcome: null, flow, because: [...flow.reasons, error.reason] };
  }
}

/** From the server's rewrite phase on, as for a new request or an internal redirect. */
function process(server: Server, flow: Flow): Outcome {
  flow.level = flow.server.level;
  const rewritten = rewritePhase(server.config, server.host, flow, flow.server.level);
  if (rewritten) return rewritten.sent ? send(flow, rewritten.status) : special(server, flow, rewritten.status);
  return locate(server, flow);
}

/** Location choice, its rewrite phase, and again where that changed the URI. */
function locate(server: Server, flow: Flow): Outcome {
  for (;;) {
    flow.uriChanged = false;
    flow.level = flow.server.level;
    const found = findLocation(flow.server.level, flow.uri);
    if (found.captures) flow.captures = found.captures;
    flow.level = found.level;
    if (flow.subrequest && server.config.partial && !flow.level.parent) {
      const message = `the location for ${printable(flow.uri, 80)} cannot be seen`;
      throw new Unknown(reason('nginx-auth-request-unseen', message, null));
    }
    if (!flow.internal && found.level.settings.internal?.value) {
      flow.reasons.push(
        reason(
          'nginx-internal-only',
          'the location is for internal requests only',
          spanOf(found.level.settings.internal.origin),
        ),
      );
      return special(server, flow, 404);
    }
    if (found.slash) {
      flow.reasons.push(
        reason('nginx-slash-redirect', 'nginx redirects to the same path with a slash', spanOf(found.level.origin)),
      );
      return special(server, flow, 301);
    }
    const after = fromLocation(server, flow);
    if (after) return after;
    if (--flow.uriChanges === 0) {
      flow.reasons.push(reason('nginx-redirection-cycle', 'rewrites go round in a circle', spanOf(flow.level.origin)));
      return special(server, flow, 500);
    }
  }
}

/** The phases of a chosen location; null where its rewrites call for a new choice. */
function fromLocation(server: Server, flow: Flow): Outcome | null {
  limitExcept(flow);
  if (flow.level !== flow.server.level) {
    const before = flow.level;
    const rewritten = rewritePhase(server.config, server.host, flow, before);
    if (flow.level !== before) limitExcept(flow);
    if (rewritten) return rewritten.sent ? send(flow, rewritten.status) : special(server, flow, rewritten.status);
    if (flow.uriChanged) {
      if (asks(before.settings)) flow.reasons.push(rewrittenAway(before, flow.uri));
      return null;
    }
  }
  const refused = accessPhase({ ...server, subrequest: (outer, uri) => subrequest(server, outer, uri) }, flow);
  if (refused !== null) return special(server, flow, refused);
  return tryFiles(server, flow) ?? contentPhase(server, flow);
}

/** A login that a location asks for comes too late for what its rewrites send elsewhere. */
function rewrittenAway({ steps, origin }: LocationConf, uri: string): Reason {
  const where = steps.find((step) => step.do === 'rewrite')?.origin ?? origin;
  const message = `rewrite leads to ${printable(uri, 80)} before any login is asked for`;
  return reason('nginx-rewritten-away', message, spanOf(where));
}

function limitExcept(flow: Flow): void {
  const { limitExcept: limit } = flow.level;
  if (limit && !limit.methods.has(flow.method)) flow.level = limit.location;
}

/** An answer that is sent as it is, but for the status that an error page keeps. */
function send(flow: Flow, status: number): Outcome {
  return answered(flow.errStatus || status);
}

/** Source: ngx_http_special_response_handler. `own`: the status is content's, not a refusal. */
function special(server: Server, flow: Flow, status: number, own = false): Outcome {
  flow.errStatus = status;
  const { errorPages, recursiveErrorPages } = flow.level.settings;
  if (!flow.errorPageUsed && errorPages && flow.uriChanges !== 0 && status !== 444) {
    if (!recursiveErrorPages?.value) flow.errorPageUsed = true;
    const page = errorPages.find(({ code }) => code === status);
    if (page) return errorPage(server, flow, page, own);
  }
  return { status, content: own };
}

function errorPage(server: Server, flow: Flow, page: ErrorPage, own: boolean): Outcome {
  if (page.overwrite >= 0) flow.errStatus = page.overwrite;
  const uri = valueFor(server.config, flow, page.target);
  flow.reasons.push(
    reason('nginx-error-page', `error_page ${page.code} leads to ${printable(uri, 80)}`, spanOf(page.origin)),
  );
  if (uri.startsWith('/')) {
    if (flow.method !== 'HEAD') flow.method = 'GET';
    const question = page.target.parts ? -1 : uri.indexOf('?');
    const path = question < 0 ? uri : uri.slice(0, question);
    return kept(redirect(server, flow, path, question < 0 ? '' : uri.slice(question + 1)), own);
  }
  if (uri.startsWith('@')) return kept(named(server, flow, uri, page.origin), own);
  if (![301, 302, 303, 307, 308].includes(page.overwrite)) flow.errStatus = 302;
  return answered(flow.errStatus);

  /** What an error page of a refusal gives is the configuration's word, what one of content's gives is content's. */
  function kept(outcome: Outcome, ofContent: boolean): Outcome {
    return outcome.content && !ofContent ? answered(outcome.status) : outcome;
  }
}

/** Source: ngx_http_internal_redirect. */
function redirect(server: Server, flow: Flow, uri: string, args: string): Outcome {
  if (--flow.uriChanges === 0) {
    flow.reasons.push(
      reason('nginx-redirection-cycle', 'internal redirects go round in a circle', spanOf(flow.level.origin)),
    );
    return special(server, flow, 500);
  }
  flow.uri = uri;
  flow.args = args;
  flow.internal = true;
  return process(server, flow);
}

/** Source: ngx_http_named_location. */
function named(server: Server, flow: Flow, name: string, origin: Directive): Outcome {
  const location = tableOf(flow.server.level).named.get(name);
  if (--flow.uriChanges === 0 || !location) {
    const message = location
      ? 'internal redirects go round in a circle'
      : `there is no location ${printable(name, 60)}`;
    flow.reasons.push(
      reason(location ? 'nginx-redirection-cycle' : 'nginx-named-location-missing', message, spanOf(origin)),
    );
    return special(server, flow, 500);
  }
  flow.internal = true;
  flow.level = location;
  const outcome = fromLocation(server, flow);
  if (outcome) return outcome;
  flow.uriChanges--;
  return locate(server, flow);
}

/** Source: ngx_http_auth_request_handler: the subrequest goes through all phases but access. */
function subrequest(server: Server, outer: Flow, uri: string): { status: number; challenges: readonly string[] } {
  const flow: Flow = {
    ...outer,
    method: 'GET',
    outerMethod: outer.outerMethod ?? outer.method,
    uri,
    args: '',
    level: outer.server.level,
    internal: true,
    subrequest: true,
    uriChanged: false,
    uriChanges: mostChanges + 1,
    errStatus: 0,
    errorPageUsed: false,
    accessCode: 0,
    challenges: [],
    upstreamChallenge: null,
    captures: [],
    reasons: [],
  };
  const { status } = process(server, flow);
  const challenges = challengesOf(flow);
  // an upstream's challenge counts even where it is kept back from the answer
  return {
    status,
    challenges: challenges.length > 0 || flow.upstreamChallenge === null ? challenges : [flow.upstreamChallenge],
  };
}

/** Source: ngx_http_try_files_handler. Null: the content phase follows. */
function tryFiles(server: Server, flow: Flow): Outcome | null {
  const { tryFiles: test } = flow.level;
  if (!test) return null;
  for (const candidate of test.tests) {
    const written = valueFor(server.config, flow, candidate);
    // whether a folder is meant is told by the text, and the slash that says so is dropped
    const folder = candidate.text.endsWith('/');
    const wanted = folder ? written.slice(0, -1) : written;
    const stat = statOf(server, pathFor(server.config, flow, wanted));
    if (stat === 'invisible') return null;
    if (absent(stat) || (stat.kind === 'directory') !== folder) continue;
    flow.uri = wanted;
    return null;
  }
  if ('code' in test.fallback) return special(server, flow, test.fallback.code, true);
  const uri = valueFor(server.config, flow, test.fallback.uri);
  if (uri.startsWith('@')) return named(server, flow, uri, test.origin);
  const question = uri.indexOf('?');
  return redirect(
    server,
    flow,
    question < 0 ? uri : uri.slice(0, question),
    question < 0 ? '' : uri.slice(question + 1),
  );
}

/** What lies at a path; a file named with a slash at the end is none. */
function statOf(server: Server, path: string): ReturnType<Server['worker']['stat']> {
  const slash = path.length > 1 && path.endsWith('/');
  const stat = server.worker.stat(slash ? path.slice(0, -1) : path);
  return slash && !absent(stat) && stat.kind !== 'directory' ? 'not-a-directory' : stat;
}

function contentPhase(server: Server, flow: Flow): Outcome {
  const { handler } = flow.level;
  if (handler) return handled(server, flow, handler);
  const reads = flow.method === 'GET' || flow.method === 'HEAD' || flow.method === 'POST';
  if (flow.uri.endsWith('/')) return reads ? folder(server, flow) : special(server, flow, 405, true);
  if (!reads) return special(server, flow, 405, true);
  const stat = server.worker.readable(pathFor(server.config, flow, flow.uri));
  if (stat === 'invisible') return unseenContent(flow);
  if (stat === 'denied') return special(server, flow, 403, true);
  if (absent(stat)) return special(server, flow, 404, true);
  if (stat.kind === 'directory') return special(server, flow, 301, true);
  if (stat.kind !== 'file') return special(server, flow, 404, true);
  if (flow.method === 'POST') return special(server, flow, 405, true);
  return content(flow.errStatus || 200);
}

/** A folder: its index files, its listing, or 403. Source: ngx_http_index_handler, ngx_http_autoindex_handler. */
function folder(server: Server, flow: Flow): Outcome {
  const { index, autoindex } = flow.level.settings;
  const base = pathFor(server.config, flow, flow.uri);
  const below = server.worker.stat(base.replace(/\/$/, '') || '/');
  if (below === 'invisible') return unseenContent(flow);
  if (below === 'missing' || below === 'not-a-directory') return special(server, flow, 404, true);
  if (below === 'denied') return special(server, flow, 403, true);
  for (const name of index ?? [{ text: 'index.html', parts: null }]) {
    const file = valueFor(server.config, flow, name);
    if (file.startsWith('/')) return redirect(server, flow, file, flow.args);
    const stat = server.worker.stat(base + file);
    if (stat === 'denied') return special(server, flow, 403, true);
    if (!absent(stat)) return redirect(server, flow, flow.uri + file, flow.args);
  }
  if (autoindex?.value && flow.method !== 'POST') return content(flow.errStatus || 200);
  flow.reasons.push(
    reason(
      'nginx-directory-listing-forbidden',
      'the folder has no index file and is not listed',
      spanOf(flow.level.origin),
    ),
  );
  return special(server, flow, 403, true);
}

/** Files outside what can be seen: who asks has passed all doors, only the status is not known. */
function unseenContent(flow: Flow): Outcome {
  if (flow.subrequest)
    throw new Unknown(
      reason('nginx-auth-request-unseen', 'what the subrequest answers cannot be seen', spanOf(flow.level.origin)),
    );
  return content(flow.errStatus || 200);
}

function handled(server: Server, flow: Flow, handler: Handler): Outcome {
  if (handler.kind === 'other') return content(flow.errStatus || 200);
  const passed = handler.kind === 'proxy' && flow.depth < mostHops ? proxied(server, flow, handler) : null;
  if (!passed) return unseenContent(flow);
  // an answer that an earlier visitor got may be given again
  const shared = flow.subrequest ? sharedCache(server.config, flow.level) : null;
  if (shared) {
    const message = 'the subrequest may get the cached answer of another visitor';
    throw new Unknown(reason('nginx-auth-request-unseen', message, spanOf(shared)));
  }
  const inner = runRequest(server, passed, '127.0.0.1', flow.depth + 1);
  flow.reasons.push(...inner.because);
  if (!inner.outcome) {
    throw new Unknown(
      inner.because.at(-1) ?? reason('nginx-unseen', 'what the upstream server answers', spanOf(handler.origin)),
    );
  }
  const { status: given, content: own } = inner.outcome;
  const status = given === 444 ? 502 : given;
  if (!own)
    flow.reasons.push(
      reason('nginx-upstream-answer', `the server behind proxy_pass answers ${status}`, spanOf(handler.origin)),
    );
  const challenge = inner.flow ? challengesOf(inner.flow).join(', ') : '';
  if (challenge !== '') {
    flow.upstreamChallenge = challenge;
    const hidden = flow.level.settings.hiddenHeaders?.includes('www-authenticate') ?? false;
    if (!hidden) flow.challenges.push({ value: challenge, alive: true });
  }
  const intercepts = flow.level.settings.interceptErrors?.value && status >= 300;
  if (intercepts && flow.level.settings.errorPages?.some(({ code }) => code === status))
    return special(server, flow, status, own);
  return { status: flow.errStatus || status, content: own };
}
