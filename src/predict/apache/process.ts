import { absent } from '../../host/host.ts';
import { effectiveOptions } from '../../model/apache/merge.ts';
import { methodNumber } from '../../model/apache/methods.ts';
import { option } from '../../model/apache/settings.ts';
import { normalizePath, unescapePath } from '../../model/apache/target.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { checkAccess, satisfyAny } from './access.ts';
import { authenticate, authTypeOf, noteFailure } from './authn.ts';
import { authorize } from './authz.ts';
import { directoryEnvironment, serverEnvironment } from './environment.ts';
import { type Ended, type Exchange, end, reason, Unseen } from './exchange.ts';
import { fixups } from './fixups.ts';
import { formHandler } from './form.ts';
import { meaningOf } from './meaning.ts';
import { unspoken } from './proxy-scheme.ts';
import { translate } from './translate.ts';
import { directoryWalk, fileWalk, ifWalk, locationWalk, proxyWalk } from './walk.ts';

/** How deep subrequests and internal redirects may go here (LimitInternalRecursion is 10). */
const depthLimit = 10;

/** A number: the status that ends the request; null: it goes on to content. */
export type Outcome = Ended | null;

/** All that decides which settings hold for a request; anything but `mapped` answers it already. */
export function mapWholly(exchange: Exchange): Outcome | 'mapped' {
  const ended = mapRequest(exchange);
  if (ended !== 'mapped') return ended;
  locationWalk(exchange);
  ifWalk(exchange);
  return 'mapped';
}

/** request.c, ap_process_request_internal: all phases up to content. */
export function processRequest(exchange: Exchange): Outcome {
  const ended = exchange.mapping === undefined ? mapWholly(exchange) : exchange.mapping;
  if (ended !== 'mapped') return ended;
  if (!exchange.main && exchange.approach === undefined) directoryEnvironment(exchange);
  const earlier = exchange.previous ?? exchange.main;
  if (earlier && earlier.settings === exchange.settings) {
    exchange.user = earlier.user;
    exchange.authType = earlier.authType;
  } else {
    const refused = admit(exchange);
    if (refused !== null) return refused;
  }
  return fixups(exchange);
}

/** A request and the internal redirects that rewriting in folders makes of it: the outcome, and whose it is. */
export function runRequest(exchange: Exchange): { readonly status: Outcome; readonly last: Exchange } {
  let current = exchange;
  for (;;) {
    const status = processRequest(current);
    if (status !== null || current.handler !== 'redirect-handler') {
      return { status: status ?? contentStatus(current), last: current };
    }
    const query = current.query === null ? '' : `?${current.query}`;
    const next = derive(current, (current.filename ?? '').slice('redirect:'.length) + query, false);
    if (!next) {
      const why = reason('apache-rewrite-loop', 'rewriting leads to itself more often than is allowed', null);
      return { status: end(current, 500, why), last: current };
    }
    current = next;
  }
}

/** The phases before the access checks; null: answered without them. */
function mapRequest(exchange: Exchange): Outcome | 'mapped' {
  if (!exchange.main && !exchange.previous) serverEnvironment(exchange);
  const normal = normalizePath(exchange.rawPath, exchange.parts.mergeSlashes);
  if (normal === null)
    return end(
      exchange,
      400,
      reason('apache-bad-request', 'the path climbs above the root or has a broken escape', null),
    );
  const defaults = exchange.settings;
  exchange.uri = normal;
  locationWalk(exchange);
  ifWalk(exchange);
  const slashes = exchange.settings.core.encodedSlashes ?? 'off';
  exchange.settings = defaults;
  const plain = unescapePath(normal, slashes);
  if (typeof plain === 'number')
    return end(
      exchange,
      plain,
      reason(
        plain === 404 ? 'apache-url-refused' : 'apache-bad-request',
        plain === 404 ? 'the path has an encoded slash or NUL, which is refused' : 'the path has a broken escape',
        null,
      ),
    );
  exchange.uri = slashes === 'on' ? (normalizePath(plain, exchange.parts.mergeSlashes, false) ?? plain) : plain;
  locationWalk(exchange);
  ifWalk(exchange);
  const translated = translate(exchange);
  if (translated !== null) return translated;
  exchange.settings = defaults;
  if (exchange.method === 'TRACE') {
    const { trace } = exchange.parts;
    if (!trace) return end(exchange, 405, reason('apache-method-refused', 'TraceEnable Off refuses TRACE', null));
    exchange.because.push(reason('apache-trace', 'TRACE is answered without a login', null));
    return null;
  }
  if (exchange.method === 'OPTIONS' && exchange.uri === '*') {
    exchange.because.push(reason('apache-options', 'OPTIONS * is answered without a login', null));
    return null;
  }
  if (exchange.proxy !== null) proxyWalk(exchange);
  else {
    const ended = directoryWalk(exchange);
    if (ended !== null) return ended;
    fileWalk(exchange);
  }
  return 'mapped';
}

/** The access checks and, where they are needed, the login; null: let in. */
function admit(exchange: Exchange): Outcome {
  const before = exchange.approach === undefined ? beforeLogin(exchange) : exchange.approach;
  return before === 'login' ? logIn(exchange) : before;
}

/** Takes a mapped request as far as every login comes: to where one is asked for, or to the end without. */
export function approach(exchange: Exchange): void {
  directoryEnvironment(exchange);
  exchange.approach = beforeLogin(exchange);
}

function beforeLogin(exchange: Exchange): Outcome | 'login' {
  const any = satisfyAny(exchange);
  const noted = exchange.because.length;
  const refused = checkAccess(exchange);
  if (any && refused === null) {
    letInBlindly(exchange);
    exchange.because.push(reason('apache-satisfy-any', 'Satisfy Any: host access alone lets the request in', any));
    return null;
  }
  if (!any && refused !== null) return refused;
  if (any) exchange.because.length = noted;
  const userless = authorizeUser(exchange, false);
  if (userless === null) {
    letInBlindly(exchange);
    if (any && refused !== null) {
      const message = 'Satisfy Any takes the Require lines for enough, and they admit everybody';
      exchange.because.push(reason('apache-satisfy-any-granted', message, any));
    }
  }
  return userless === 'declined' ? 'login' : userless;
}

function logIn(exchange: Exchange): Outcome {
  const failed = authenticate(exchange);
  if (failed !== null) return failed;
  if (exchange.user === null) {
    if (exchange.settings.rare.unread) throw unseenLines(exchange.settings.rare.unread);
    exchange.because.push(
      reason(
        'apache-authtype-missing',
        'a login is needed, and there is no AuthType to ask for one',
        exchange.settings.authn?.type?.origin ?? meaningOf(exchange.settings),
      ),
    );
    return 500;
  }
  const result = authorizeUser(exchange, true);
  if (result !== 'declined') return result;
  exchange.because.push(reason('apache-auth-module-missing', 'no module is loaded that could check a Require', null));
  return 500;
}

/** Who need not log in may still be refused, by Subversion's own file (mod_authz_svn.c, access_checker) or lines unseen. */
function letInBlindly({ settings: { rare } }: Exchange): void {
  const { svnAccess, unread } = rare;
  if (unread) throw unseenLines(unread);
  if (!svnAccess) return;
  const message = `what ${printable(svnAccess.name)} lets a visitor without login do cannot be predicted`;
  throw new Unseen(reason('apache-module-unseen', message, svnAccess));
}

function unseenLines(directive: Directive): Unseen {
  const message = `what ${printable(directive.name)} ${printable(directive.args[0]?.value ?? '')} brings cannot be seen`;
  return new Unseen(reason('apache-include-unseen', message, directive));
}

/** mod_authz_core.c, authorize_user_core. */
function authorizeUser(exchange: Exchange, after: boolean): Outcome | 'declined' {
  const { because, site, settings } = exchange;
  if (!site.has('mod_authz_core')) return 'declined';
  const section = settings.authz?.section ?? null;
  if (!section) {
    if (authTypeOf(exchange) !== null) {
      because.push(
        reason('apache-require-missing', 'there is an AuthType and nowhere a Require', settings.authn!.type!.origin),
      );
      return 500;
    }
    return null;
  }
  const { verdict, why } = authorize(exchange, section, 'all');
  if (verdict === 'granted') {
    if (why) because.push(why);
    return null;
  }
  if (verdict === 'error') {
    if (why) because.push(why);
    return 500;
  }
  if (verdict === 'no-user') {
    if (!after) return 'declined';
    if (why) because.push(why);
    if (exchange.user !== null) noteFailure(exchange);
    return 401;
  }
  because.push(why ?? reason('apache-require-denied', 'no Require line applies to the request', section.origin));
  if (!after || authTypeOf(exchange) === null) return 403;
  if (settings.authz!.forbidden) {
    because.push(reason('apache-forbidden-on-failure', 'AuthzSendForbiddenOnFailure makes the refusal a 403', null));
    return 403;
  }
  if (exchange.user !== null) noteFailure(exchange);
  return 401;
}

/** A copy of an exchange for another URL: a subrequest (`sub`) or an internal redirect. */
export function derive(exchange: Exchange, target: string, sub: boolean): Exchange | null {
  if (exchange.depth >= depthLimit) return null;
  // a comment behind DirectoryIndex is a fragment of the folder's own URL
  const [asked] = target.split('#', 1) as [string];
  const question = asked.indexOf('?');
  const path = question < 0 ? asked : asked.slice(0, question);
  const method = sub ? 'GET' : exchange.method;
  return {
    ...exchange,
    because: sub ? [] : exchange.because,
    method,
    methodNumber: sub ? methodNumber('GET') : exchange.methodNumber,
    uri: path,
    rawPath: path,
    query: question < 0 ? null : asked.slice(question + 1),
    filename: null,
    proxy: null,
    pathInfo: '',
    file: 'none',
    settings: exchange.parts.defaults,
    user: null,
    authType: null,
    handler: null,
    environment: sub ? exchange.environment : redirected(exchange.environment),
    ownsEnvironment: false,
    context: null,
    main: sub ? exchange : null,
    previous: sub ? null : exchange,
    challenge: null,
    pendingStatus: sub ? null : exchange.pendingStatus,
    depth: exchange.depth + 1,
    ifWalks: [],
    located: undefined,
    walked: undefined,
    mapping: undefined,
    approach: undefined,
  };
}

/** Internal redirects see the variables of before under REDIRECT_ names (http_request.c, rename_original_env). */
function redirected(environment: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (environment.size === 0) return environment;
  return new Map([...environment].map(([name, value]) => [`REDIRECT_${name}`, value]));
}

/** `-U` and `-F`: whether a subrequest would be let through (ap_sub_req_lookup_uri, ap_sub_req_lookup_file). */
export function runSubrequest(exchange: Exchange, test: 'F' | 'U', path: string): boolean {
  if (path === '' || (exchange.main && exchange.main.uri === exchange.uri)) return false;
  if (test === 'F') {
    const view = exchange.site.worker.stat(path);
    return !absent(view);
  }
  const sub = derive(exchange, path, true);
  if (!sub) return false;
  const status = processRequest(sub);
  return status === null || status < 400;
}

/** Numbers of the methods that httpd's own handler answers: GET and POST. */
const servedMethods: ReadonlySet<number> = new Set([methodNumber('GET'), methodNumber('POST')]);

/** Whether content is surely not there: its handler answers 404. */
export function isMissing(exchange: Exchange): boolean {
  const { file } = exchange;
  if (exchange.handler !== null || exchange.settings.core.handler || exchange.proxy !== null) return false;
  if (!servedMethods.has(exchange.methodNumber) || exchange.uri === '*') return false;
  if (file === 'none') return true;
  return (
    file !== 'unseen' && file.kind === 'file' && exchange.pathInfo !== '' && exchange.settings.core.pathInfo !== 'on'
  );
}

/** Whether content itself is refused: the status that httpd's handlers give, or null. */
function contentStatus(exchange: Exchange): Outcome {
  const { file, site, settings } = exchange;
  const form = exchange.handler === null ? formHandler(exchange) : 'none';
  if (form !== 'none') return form;
  if (exchange.proxy !== null) return unspoken(exchange);
  if (exchange.handler !== null || settings.core.handler) return null;
  if (!servedMethods.has(exchange.methodNumber) || exchange.method === 'TRACE') return null;
  if (file === 'none' || file === 'unseen' || exchange.filename === null) return null;
  if (file.kind === 'directory') {
    const bits = effectiveOptions(settings.core.options, option.followLinks);
    if (!site.has('mod_autoindex') || exchange.methodNumber !== 0 || bits & option.indexes) return null;
    return end(
      exchange,
      403,
      reason(
        'apache-directory-listing-forbidden',
        `there is no index in ${printable(exchange.filename)}, and Options forbids a listing`,
        null,
      ),
    );
  }
  if (site.worker.readable(exchange.filename) === 'denied')
    return end(
      exchange,
      403,
      reason('apache-file-unreadable', `${printable(exchange.filename)} cannot be read by the worker`, null),
    );
  return null;
}
