import type { Expression } from '../../model/apache/expression.ts';
import { sessionCovers } from '../../model/apache/session.ts';
import type { Setting } from '../../model/apache/settings.ts';
import type { Reason } from '../answer.ts';
import { askProviders, fallThrough } from './authn.ts';
import { type Ended, type Exchange, end, reason, Unseen } from './exchange.ts';
import { derive, processRequest } from './process.ts';
import { textOf } from './variables.ts';

/**
 * mod_auth_form.c, authenticate_form_authn: without a session the visitor is turned away, or sent to the login page; a
 * form posted to the page itself is taken at once. Credentials of scheme `form` stand for such a post.
 */
export function authenticateForm(exchange: Exchange, type: string, name: string | null): Ended | null {
  const { settings, request } = exchange;
  const origin = settings.authn!.type!.origin;
  if (name === null)
    return end(
      exchange,
      500,
      reason('apache-authname-missing', 'a form login needs an AuthName, and none is set', origin),
    );
  exchange.authType = type;
  const lost = lostSession(exchange);
  // what a cookie stands for is not in sight
  if (!lost && request.headers.has('cookie'))
    throw new Unseen(reason('apache-session-unseen', 'whether there is a session cannot be seen', origin));
  const { credentials } = request;
  if (credentials?.scheme !== 'form' || exchange.method !== 'POST' || exchange.previous || exchange.main) {
    return turnAway(
      exchange,
      reason('apache-form-login-needed', 'a login by the form is needed, and there is no session', origin),
    );
  }
  exchange.user = credentials.user;
  const result = askProviders(exchange, settings.rare.form?.providers ?? null, credentials, null);
  if (result === 'granted') {
    if (lost) exchange.because.push(lost);
    else if (settings.rare.session?.cookie && !settings.rare.session.passphrases)
      exchange.because.push(
        reason(
          'apache-session-in-clear',
          'the session cookie holds the password as it was typed, for want of a SessionCryptoPassphrase',
          settings.rare.session.cookie.origin,
        ),
      );
    const target = settings.rare.form?.loginSuccess;
    if (!target) return null;
    return end(
      exchange,
      302,
      reason('apache-form-login-done', 'after the login the visitor is sent on', target.origin),
    );
  }
  return refuse(exchange, result);
}

function refuse(exchange: Exchange, result: 'denied' | 'not-found' | 'error'): Ended {
  const { authoritative } = exchange.settings.rare.form ?? {};
  if (authoritative && !authoritative.value && result !== 'denied') return fallThrough(exchange, authoritative);
  return result === 'error' ? 500 : turnAway(exchange, null);
}

/** 401, or the redirect of AuthFormLoginRequiredLocation. */
function turnAway(exchange: Exchange, why: Reason | null): Ended {
  const { because, settings } = exchange;
  if (why) because.push(why);
  const target = settings.rare.form?.loginRequired;
  if (!target) {
    if (why) because.push(...withoutForm(exchange, why.where));
    return 401;
  }
  const path = localPath(exchange, target);
  if (path !== null && asksForForm(exchange, path, 302))
    return end(
      exchange,
      302,
      reason('apache-form-login-loop', 'the login page asks for the same login and sends to itself', target.origin),
    );
  return end(
    exchange,
    302,
    reason(
      'apache-form-login-page',
      'AuthFormLoginRequiredLocation sends the visitor to the login page',
      target.origin,
    ),
  );
}

/** Why the 401 that answers a visitor without a session shows no form. */
function withoutForm(exchange: Exchange, where: Reason['where']): Reason[] {
  const page = exchange.settings.core.errorDocuments?.get(401);
  if (!page) {
    const message = 'neither a login page nor an ErrorDocument 401 shows a form';
    return [reason('apache-form-without-page', message, where)];
  }
  if (exchange.depth > 0 || !page.value.startsWith('/') || !asksForForm(exchange, page.value, 401)) return [];
  const message = 'the page of ErrorDocument 401 asks for the same login: the bare error comes in place of the form';
  return [reason('apache-form-page-hidden', message, page.origin)];
}

/** The path of a redirect that leads to the same server; null: it leads away, or cannot be told. */
function localPath(exchange: Exchange, { value, origin }: Setting<Expression>): string | null {
  const text = textOf(exchange, value, origin);
  const match = /^(?:(https?):\/\/([^/:]*)(?::\d+)?)?(\/[^?#]*)/i.exec(text ?? '');
  if (!match) return null;
  const [, scheme, host = '', path = '/'] = match;
  const same =
    scheme === undefined ||
    (host.toLowerCase() === exchange.hostName && (scheme.toLowerCase() === 'https') === exchange.request.tls);
  return same ? path : null;
}

/** Whether an anonymous visitor of a path is turned away for want of a session too, with the status given. */
function asksForForm(exchange: Exchange, path: string, status: 302 | 401): boolean {
  const page = derive({ ...exchange, request: { ...exchange.request, credentials: null } }, path, true);
  if (!page) return true;
  // a request of its own: nothing is taken over from this one
  const visit: Exchange = { ...page, main: null };
  return processRequest(visit) === status && visit.because.some(({ code }) => code.startsWith('apache-form-login-'));
}

/** Why a login does not outlive its request; null: it does. */
function lostSession(exchange: Exchange): Reason | null {
  const { settings, uri } = exchange;
  const { session } = settings.rare;
  const lost = (message: string, setting: Setting<unknown> | null | undefined): Reason =>
    reason('apache-session-not-kept', message, setting?.origin ?? settings.authn!.type!.origin);
  if (!session?.enabled?.value) return lost('no session is kept here: the next page asks again', session?.enabled);
  if (!session.cookie && !session.stored)
    return lost('neither a cookie nor a database is named that could keep the session', session.enabled);
  if (!sessionCovers(session, uri))
    return lost('SessionInclude and SessionExclude leave this URL out: the next page asks again', session.enabled);
  return null;
}

/** What form-login-handler and form-logout-handler answer in place of content; null: another handler's. */
export function formHandler(exchange: Exchange): Ended | 'none' {
  const { settings, site, request } = exchange;
  const { handler } = settings.core;
  if (!handler || (site.config.modules && !site.has('mod_auth_form'))) return 'none';
  if (handler.value === 'form-logout-handler') {
    const why = reason('apache-form-logout', 'the logout handler ends the session', handler.origin);
    return end(exchange, settings.rare.form?.logout ? 307 : 200, why);
  }
  if (handler.value !== 'form-login-handler') return 'none';
  if (exchange.method !== 'POST')
    return end(
      exchange,
      405,
      reason('apache-method-refused', 'the login handler takes a POST and nothing else', handler.origin),
    );
  const { credentials } = request;
  if (credentials?.scheme !== 'form')
    return turnAway(exchange, reason('apache-form-login-needed', 'the form holds no login', handler.origin));
  const result = askProviders(exchange, settings.rare.form?.providers ?? null, credentials, null);
  if (result !== 'granted') return refuse(exchange, result);
  const target = settings.rare.form?.loginSuccess;
  const why = reason('apache-form-login-done', 'the login is taken', target?.origin ?? handler.origin);
  return end(exchange, target ? 302 : 200, why);
}
