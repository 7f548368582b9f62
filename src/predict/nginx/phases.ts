import { behaves } from '../../catalog/nginx-versions.ts';
import type { ErrorPage, LocationConf } from '../../model/nginx/config.ts';
import { tableOf } from '../../model/nginx/table.ts';
import { printable } from '../../text/printable.ts';
import type { Answer, Reason, ServerRequest } from '../answer.ts';
import { accessPhase, type Subrequest } from './access.ts';
import {
  type Arrival,
  arrivalOf,
  hostOf,
  mostChanges,
  newFlow,
  newTrail,
  readRequest,
  realIp,
  type Server,
} from './arrival.ts';
import { findLocation } from './choose.ts';
import { contentPhase, type Next, precontentPhase } from './content.ts';
import { asks } from './places.ts';
import { challengesOf } from './proxy.ts';
import { reason } from './reasons.ts';
import { authorizationOf, Closed, type Flow, type Trail, Unknown } from './request.ts';
import { type RewriteContext, rewritePhase } from './rewriting.ts';
import { capture, valueFor } from './values.ts';

/** How a request ends. `content`: the status is content's own, so that nothing refused the request. */
export interface Outcome {
  readonly status: number;
  readonly content: boolean;
}

/** Statuses that nobody takes for content, even where content gives them. */
const refusals: ReadonlySet<number> = new Set([401, 403, 500]);

/** The answer to one request. Source: the phase checkers of src/http/ngx_http_core_module.c. */
export function answerRequest(server: Server, request: ServerRequest, trail: Trail = newTrail()): Answer {
  return answerOf(server, runRequest(server, request, arrivalOf(request, trail)));
}

/** A request on its way, with where it goes on. */
export interface Approach {
  readonly flow: Flow;
  readonly step: Step;
}

/**
 * A request as far as nobody looks at who sends it, mostly up to its access phase: `answerFrom` goes on from there for
 * one visitor. Null where its headers may count from the start.
 */
export function approach(server: Server, request: ServerRequest): Approach | null {
  if (request.headers.size > 0) return null;
  const host = hostOf(server, request);
  const reader = server.choice.reader(host, request.port, request.tls, null);
  if (!reader) return null;
  const flow = newFlow(request, reader, arrivalOf(request));
  if (readRequest(server, flow, host, null) !== null) return null;
  let step: Step = { to: 'server' };
  if (flow.server.level.steps.length === 0) step = located(server, flow);
  if (step.to === 'phases' && flow.level.steps.length === 0) step = { to: 'access' };
  return { flow, step };
}

/** Location choice where it can be told; what cannot is met again on the way. */
function located(server: Server, flow: Flow): Step {
  try {
    return locate(server, flow);
  } catch (error) {
    if (error instanceof Unknown) return { to: 'location' };
    throw error;
  }
}

/** The answer to one visitor whose request has come so far. */
export function answerFrom(
  server: Server,
  { flow: common, step }: Approach,
  request: ServerRequest,
  trail: Trail = newTrail(),
): Answer {
  const { remote } = request;
  const flow: Flow = {
    ...common,
    request,
    client: { address: remote, original: remote, named: false },
    authorization: authorizationOf(request),
    variables: common.variables.copy(),
    challenges: [],
    reasons: [...common.reasons],
    passedOn: { count: 0 },
    trail,
  };
  return answerOf(
    server,
    finished(server, flow, () => step),
  );
}

function answerOf({ config }: Server, { outcome, flow, because }: Run): Answer {
  if (!outcome) return { status: 'unknown', wwwAuthenticate: null, because };
  const challenge = flow ? challengesOf(config, flow, outcome.status) : [];
  return {
    status: outcome.content && !refusals.has(outcome.status) ? 'pass' : outcome.status,
    wwwAuthenticate: challenge.length > 0 && outcome.status !== 0 ? challenge.join(', ') : null,
    because,
  };
}

/** How a request ended; no outcome where something decides that cannot be seen. */
export interface Run {
  readonly outcome: Outcome | null;
  /** Null where no server listens. */
  readonly flow: Flow | null;
  readonly because: readonly Reason[];
}

export function runRequest(server: Server, request: ServerRequest, arrival: Arrival): Run {
  const host = hostOf(server, request);
  const reader = server.choice.reader(host, request.port, request.tls, arrival.socket);
  if (!reader) return { outcome: null, flow: null, because: [reason('nginx-unseen', 'no server listens there', null)] };
  const flow = newFlow(request, reader, arrival);
  return finished(server, flow, () => {
    const refused = readRequest(server, flow, host, arrival.socket);
    return refused === null ? { to: 'server' } : { to: 'refuse', status: refused };
  });
}

/** Takes a request on from where `first` puts it. */
function finished(server: Server, flow: Flow, first: () => Step): Run {
  try {
    const outcome = walk(server, flow, first());
    const { reasons, level } = flow;
    return {
      outcome,
      flow,
      // a copy has no room left over, which counts where thousands of answers are kept
      because:
        reasons.length > 0 ? reasons.slice() : [reason('nginx-pass', 'nothing here asks for a login', level.origin)],
    };
  } catch (error) {
    if (error instanceof Closed) return { outcome: { status: 0, content: false }, flow, because: flow.reasons };
    if (!(error instanceof Unknown)) throw error;
    return { outcome: null, flow, because: [...flow.reasons, error.reason] };
  }
}

/** Where a request goes on. */
type Step =
  | Next
  /** The server's rewrite phase, as for a new request. */
  | { readonly to: 'server' }
  /** Location choice. */
  | { readonly to: 'location' }
  /** The phases of the location at hand, its rewrites first. */
  | { readonly to: 'phases' }
  /** The phases behind the rewrites. */
  | { readonly to: 'access' };

/** Takes a request through its phases to its end. */
function walk(server: Server, flow: Flow, first: Step): Outcome {
  const rewriting: RewriteContext = { config: server.config, worker: server.worker, enter };
  for (let step = first; ; ) {
    switch (step.to) {
      case 'end':
        return { status: step.status && (flow.errStatus || step.status), content: step.content && !flow.refused };
      case 'refuse':
        step = special(server, flow, step.status, step.own ?? false);
        break;
      case 'redirect':
        step = redirect(flow, step.uri, step.args);
        break;
      case 'named':
        step = named(flow, step.name, step.origin);
        break;
      case 'server': {
        flow.validLocation = true;
        flow.level = flow.server.level;
        const asked = flow.uri;
        const rewritten = rewritePhase(rewriting, flow, flow.server.level);
        if (flow.uri !== asked && isAskedAt(flow, asked) && !isAskedAt(flow, flow.uri)) noteRewritten(flow);
        step = rewritten ? sent(rewritten) : { to: 'location' };
        break;
      }
      case 'location':
        step = locate(server, flow);
        break;
      case 'phases':
        step = rewrites(rewriting, flow);
        break;
      case 'access':
        step = access(server, flow);
        break;
    }
  }
}

function sent({ status, sent: whole }: { status: number; sent: boolean }): Step {
  return whole ? { to: 'end', status, content: false } : { to: 'refuse', status };
}

/** A level is taken: its methods, and who makes its content. Source: ngx_http_update_location_config. */
function enter(flow: Flow, level: LocationConf): void {
  const { limitExcept: limit } = level;
  flow.level = limit && !limit.methods.has(flow.method) ? limit.location : level;
  flow.handler = flow.level.handler ?? flow.handler;
}

/** Source: ngx_http_core_find_config_phase. */
function locate(server: Server, flow: Flow): Step {
  flow.uriChanged = false;
  flow.handler = null;
  flow.level = flow.server.level;
  const found = findLocation(flow.server.level, flow.uri, (pattern, match) => capture(flow, pattern, match));
  flow.level = found.level;
  if (flow.subrequest && server.config.partial && !flow.level.parent) {
    const message = `the location for ${printable(flow.uri, 80)} cannot be seen`;
    throw new Unknown(reason('nginx-auth-request-unseen', message, null));
  }
  const { internal } = found.level.settings;
  if (!flow.internal && internal?.value) {
    flow.reasons.push(reason('nginx-internal-only', 'the location is for internal requests only', internal.origin));
    return { to: 'refuse', status: 404 };
  }
  enter(flow, found.level);
  if (found.slash) {
    flow.reasons.push(
      reason('nginx-slash-redirect', 'nginx redirects to the same path with a slash', found.level.origin),
    );
    return { to: 'refuse', status: 301 };
  }
  return { to: 'phases' };
}

/** The rewrite phase of a chosen location. */
function rewrites(rewriting: RewriteContext, flow: Flow): Step {
  if (flow.level !== flow.server.level) {
    const before = flow.level;
    const rewritten = rewritePhase(rewriting, flow, before);
    if (rewritten) return sent(rewritten);
    if (flow.uriChanged) {
      if (asks(before.settings)) noteRewritten(flow);
      if (--flow.uriChanges > 0) return { to: 'location' };
      flow.reasons.push(reason('nginx-redirection-cycle', 'rewrites go round in a circle', flow.level.origin));
      return { to: 'refuse', status: 500 };
    }
  }
  return { to: 'access' };
}

/** The phases of a location behind its rewrites. */
function access(server: Server, flow: Flow): Step {
  realIp(flow);
  const refused = accessPhase(server, flow, (uri) => subrequest(server, flow, uri));
  if (refused !== null) return { to: 'refuse', status: refused };
  return precontentPhase(server, flow) ?? contentPhase(server, flow);
}

/** A login that a location asks for comes too late for what rewrites send elsewhere. */
function noteRewritten({ reasons, rewrittenBy, uri }: Flow): void {
  const message = `rewrite leads to ${printable(uri, 80)} before any login is asked for`;
  reasons.push(reason('nginx-rewritten-away', message, rewrittenBy));
}

/** Whether the location of a path asks for a login. */
function isAskedAt({ server }: Flow, path: string): boolean {
  try {
    return asks(findLocation(server.level, path).level.settings);
  } catch (error) {
    if (error instanceof Unknown) return false;
    throw error;
  }
}

/** Statuses with which nginx closes the connection without a word. */
const closing: ReadonlySet<number> = new Set([408, 444, 499]);
/** Statuses of nginx's own, which the client sees as 400. */
const ownCodes: ReadonlySet<number> = new Set([494, 495, 496, 497]);

/** Source: ngx_http_finalize_request, ngx_http_special_response_handler. `own`: the status is content's, no refusal. */
function special(server: Server, flow: Flow, status: number, own: boolean): Step {
  if (closing.has(status)) throw new Closed();
  // such a status of try_files ends the request without a header
  if (status < 300 && status !== 201 && status !== 204) {
    if (!flow.subrequest) throw new Closed();
    return { to: 'end', status: 0, content: false };
  }
  flow.errStatus = status;
  const { errorPages, recursiveErrorPages } = flow.level.settings;
  if (!flow.errorPageUsed && errorPages && flow.uriChanges !== 0) {
    if (!recursiveErrorPages?.value) flow.errorPageUsed = true;
    const page = errorPages.find(({ code }) => code === status);
    if (page) {
      // a lone = after any other status only sends the request on
      if (!own && (page.overwrite !== 0 || refusals.has(status))) flow.refused = true;
      return errorPage(server, flow, page);
    }
  }
  if (ownCodes.has(status)) flow.errStatus = 400;
  return { to: 'end', status, content: own };
}

/** Source: ngx_http_send_error_page. */
function errorPage(server: Server, flow: Flow, page: ErrorPage): Step {
  if (page.overwrite >= 0) flow.errStatus = page.overwrite;
  const uri = valueFor(server.config, flow, page.target);
  flow.reasons.push(reason('nginx-error-page', `error_page ${page.code} leads to ${printable(uri, 80)}`, page.origin));
  if (uri.startsWith('/')) {
    if (flow.method !== 'HEAD') flow.method = 'GET';
    const question = page.target.parts ? uri.indexOf('?') : -1;
    const args = question < 0 ? page.args : uri.slice(question + 1);
    return { to: 'redirect', uri: question < 0 ? uri : uri.slice(0, question), args };
  }
  if (uri.startsWith('@')) return { to: 'named', name: uri, origin: page.origin };
  if (![301, 302, 303, 307, 308].includes(page.overwrite)) flow.errStatus = 302;
  return { to: 'end', status: flow.errStatus, content: false };
}

/** Source: ngx_http_internal_redirect. */
function redirect(flow: Flow, uri: string, args: string): Step {
  if (--flow.uriChanges === 0) {
    flow.reasons.push(reason('nginx-redirection-cycle', 'internal redirects go round in a circle', flow.level.origin));
    return { to: 'refuse', status: 500 };
  }
  flow.uri = uri;
  flow.args = args;
  flow.internal = true;
  flow.unparsed = null;
  flow.afterAlias = false;
  flow.pathSplit = null;
  return { to: 'server' };
}

/** Source: ngx_http_named_location. */
function named(flow: Flow, name: string, origin: ErrorPage['origin']): Step {
  const location = tableOf(flow.server.level).named(name);
  if (--flow.uriChanges === 0 || flow.uri === '' || !location) {
    const missing = !location && flow.uriChanges !== 0;
    const message = missing ? `there is no location ${printable(name, 60)}` : 'internal redirects go round in a circle';
    flow.reasons.push(reason(missing ? 'nginx-named-location-missing' : 'nginx-redirection-cycle', message, origin));
    return { to: 'refuse', status: 500 };
  }
  flow.internal = true;
  flow.uriChanged = false;
  flow.pathSplit = null;
  flow.handler = null;
  enter(flow, location);
  return { to: 'phases' };
}

/** Source: ngx_http_auth_request_handler: the subrequest goes through all phases but access. */
function subrequest(server: Server, outer: Flow, uri: string): ReturnType<Subrequest> {
  const flow: Flow = {
    ...outer,
    method: 'GET',
    outerMethod: outer.outerMethod ?? outer.method,
    uri,
    args: '',
    unparsed: null,
    level: outer.server.level,
    handler: null,
    internal: true,
    subrequest: true,
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
    captures: [],
    reasons: [],
  };
  const { status } = walk(server, flow, { to: 'server' });
  const all = behaves(server.config.version, 'keeps all challenges');
  const own = all ? flow.challenges.map(({ value }) => value) : flow.challenges.slice(-1).map(({ value }) => value);
  // an upstream's challenge counts even where it is kept back from the answer
  return {
    status,
    challenges: own.length > 0 || flow.upstreamChallenge === null ? own : [flow.upstreamChallenge],
    inner: flow,
  };
}
