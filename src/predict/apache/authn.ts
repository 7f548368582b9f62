import { type Password, RIGHT_PASSWORD } from '../../hash/password.ts';
import { mergeSettings } from '../../model/apache/merge.ts';
import { escapeQuotes, rootRelative } from '../../model/apache/readings.ts';
import type { Setting } from '../../model/apache/settings.ts';
import { oncePer } from '../../once.ts';
import { printable } from '../../text/printable.ts';
import { type Exchange, reason, Unseen } from './exchange.ts';
import { authenticateForm } from './form.ts';
import { checkDigestEntry, checkUserFile } from './password-files.ts';
import { headerOf, textOf } from './variables.ts';

/** What a provider says of a login. */
export type LoginResult = 'granted' | 'denied' | 'not-found' | 'error';

/** The AuthType in force; null where there is none or it is None (mod_authn_core.c, authn_ap_auth_type). */
export function authTypeOf(exchange: Exchange): string | null {
  const type = exchange.settings.authn?.type;
  if (!type || !exchange.site.has('mod_authn_core')) return null;
  const text = textOf(exchange, type.value, type.origin);
  return text === null || text.toLowerCase() === 'none' ? null : text;
}

/** The realm as it goes into a challenge: quotes get a backslash unless they have one. */
function authNameOf(exchange: Exchange): string | null {
  const name = exchange.settings.authn?.name;
  if (!name || !exchange.site.has('mod_authn_core')) return null;
  const { word } = name.value;
  if (word?.op === 'string') return escaped(word);
  const text = textOf(exchange, name.value, name.origin);
  return text === null ? null : escapeQuotes(text);
}

/** Realms that are the same for every request, by the words that give them. */
const escaped = oncePer(({ value }: { readonly value: string }) => escapeQuotes(value));

/** Sets the challenge that goes with a 401, by the AuthType in force. */
export function noteFailure(exchange: Exchange): void {
  const type = authTypeOf(exchange)?.toLowerCase();
  if (type === 'basic' && exchange.site.has('mod_auth_basic')) challengeBasic(exchange);
  else if (type === 'digest' && exchange.site.has('mod_auth_digest')) challengeDigest(exchange);
}

function challengeBasic(exchange: Exchange): void {
  exchange.challenge = `Basic realm="${authNameOf(exchange) ?? ''}"`;
}

/** The parameters that stay the same from one challenge to the next; the nonce is left out. */
function challengeDigest(exchange: Exchange): void {
  const digest = exchange.settings.rare.digest;
  const qop = digest?.qop?.length ? digest.qop : ['auth'];
  const domain = digest?.domain?.length ? `, domain="${digest.domain.join(' ')}"` : '';
  const list = qop[0]!.toLowerCase() === 'none' ? '' : `, qop="${qop.join(',')}"`;
  exchange.challenge = `Digest realm="${authNameOf(exchange) ?? ''}", algorithm=${digest?.algorithm ?? 'MD5'}${domain}${list}`;
}

/** The check_user_id phase: null where it is content, else the status. */
export function authenticate(exchange: Exchange): number | null {
  const { site, settings, because } = exchange;
  exchange.guesses.askedLogin = true;
  const type = authTypeOf(exchange);
  const lower = type?.toLowerCase();
  if (lower === 'basic' && site.has('mod_auth_basic')) return basic(exchange, type!);
  if (lower === 'digest' && site.has('mod_auth_digest')) return digest(exchange);
  if (!site.has('mod_authn_core')) {
    because.push(reason('apache-auth-module-missing', 'no module is loaded that could check a login', null));
    return 500;
  }
  if (type === null) return null;
  if (lower === 'form' && (site.config.modules === null || site.has('mod_auth_form')))
    return authenticateForm(exchange, type, authNameOf(exchange));
  const origin = settings.authn!.type!.origin;
  const name = lower === 'basic' ? 'mod_auth_basic' : lower === 'digest' ? 'mod_auth_digest' : null;
  if (name === null && foreignAuthentication(exchange))
    throw new Unseen(
      reason('apache-authtype-unseen', `what AuthType ${printable(type)} does cannot be predicted`, origin),
    );
  because.push(
    name === null
      ? reason('apache-authtype-unknown', `no module knows AuthType ${printable(type)}`, origin)
      : reason('apache-auth-module-missing', `AuthType ${printable(type)} needs ${name}, which is not loaded`, origin),
  );
  return 500;
}

const own = new Set(['mod_auth_basic', 'mod_auth_digest', 'mod_auth_form']);

/** Whether a module from elsewhere may know an AuthType of its own. */
function foreignAuthentication(exchange: Exchange): boolean {
  const { modules } = exchange.site.config;
  if (!modules) return true;
  for (const module of modules) {
    if (/^mod_(auth_|shib|intercept_form|lookup_identity|perl|python|jk)/.test(module) && !own.has(module)) return true;
  }
  return false;
}

interface Login {
  readonly user: string;
  readonly password: Password;
}

/** mod_auth_basic.c, get_basic_auth. */
function basicLogin(exchange: Exchange): Login | 'none' | 'other' {
  const { credentials, headers } = exchange.request;
  const literal = headers.has('authorization');
  if (!literal && credentials?.scheme === 'basic') {
    // the client joins both with a colon, and the first colon parts them
    const colon = credentials.user.indexOf(':');
    if (colon >= 0 && typeof credentials.password === 'string')
      return login(`${credentials.user}:${credentials.password}`);
    return { user: colon < 0 ? credentials.user : credentials.user.slice(0, colon), password: credentials.password };
  }
  if (!literal) return 'none';
  const line = headerOf(exchange, 'authorization');
  const blank = line.indexOf(' ');
  const scheme = blank < 0 ? line : line.slice(0, blank);
  if (scheme.toLowerCase() !== 'basic') return 'other';
  const rest = blank < 0 ? '' : line.slice(blank).replace(/^[ \t]+/, '');
  return login(decodeBase64(rest));
}

function login(decoded: string): Login {
  const plain = decoded.replace(/\0[\s\S]*$/, '');
  const colon = plain.indexOf(':');
  return colon < 0 ? { user: plain, password: '' } : { user: plain.slice(0, colon), password: plain.slice(colon + 1) };
}

/** APR's decoder: it reads letters of the alphabet and stops at the first that is none. */
function decodeBase64(text: string): string {
  const length = /^[A-Za-z0-9+/]*/.exec(text)![0].length;
  return Buffer.from(text.slice(0, length), 'base64').toString('latin1');
}

function basic(exchange: Exchange, type: string): number | null {
  const { settings, because } = exchange;
  const name = authNameOf(exchange);
  if (name === null) {
    because.push(
      reason(
        'apache-authname-missing',
        'Basic authentication needs an AuthName, and none is set',
        settings.authn?.type?.origin ?? null,
      ),
    );
    return 500;
  }
  exchange.authType = type;
  const sent = basicLogin(exchange);
  if (typeof sent === 'string') {
    challengeBasic(exchange);
    because.push(
      sent === 'other'
        ? reason(
            'apache-credentials-other-scheme',
            'the credentials are of another scheme than Basic',
            settings.authn!.type!.origin,
          )
        : reason('apache-credentials-missing', 'a login is needed and none was sent', settings.authn!.type!.origin),
    );
    return 401;
  }
  exchange.user = sent.user;
  const hashed = settings.basic?.digestAlgorithm?.value ? { realm: name } : null;
  const result = askProviders(exchange, settings.basic?.providers ?? null, sent, hashed);
  if (result === 'granted') return null;
  const authoritative = settings.basic?.authoritative;
  if (authoritative && !authoritative.value && result !== 'denied') return fallThrough(exchange, authoritative);
  if (result === 'error') return 500;
  challengeBasic(exchange);
  return 401;
}

/** The providers' word, the first that knows the user; without any, that of the file provider. */
export function askProviders(
  exchange: Exchange,
  providers: readonly Setting<string>[] | null,
  sent: Login,
  hashed: { readonly realm: string } | null,
): LoginResult {
  if (!providers && !exchange.site.has('mod_authn_file')) {
    exchange.because.push(
      reason(
        'apache-auth-provider-missing',
        'no provider is set, and mod_authn_file is not loaded',
        exchange.settings.authn?.type?.origin ?? null,
      ),
    );
    return 'error';
  }
  let result: LoginResult = 'not-found';
  for (const provider of providers ?? [null]) {
    result = ask(exchange, provider, sent, hashed);
    if (result !== 'not-found') break;
  }
  return result;
}

/** Nobody else decides: mod_authn_core's last word is an error, for there is an AuthType. */
export function fallThrough(exchange: Exchange, authoritative: Setting<boolean>): number {
  if (foreignAuthentication(exchange) && exchange.site.config.modules)
    throw new Unseen(
      reason('apache-authtype-unseen', 'the login is passed on to a module that cannot be seen', authoritative.origin),
    );
  exchange.because.push(
    reason(
      'apache-auth-not-authoritative',
      'the login is passed on to other modules, and there is none',
      authoritative.origin,
    ),
  );
  return 500;
}

/** What tells a source of users outside httpd where to look. */
const sources = {
  ldap: { module: 'mod_authnz_ldap', directive: 'AuthLDAPURL' },
  dbd: { module: 'mod_authn_dbd', directive: 'AuthDBDUserPWQuery' },
  dbm: { module: 'mod_authn_dbm', directive: 'AuthDBMUserFile' },
} as const;

/** Whether the file of AuthDBMUserFile is missing under every name that a kind of DBM gives it. */
function lacksDatabase({ site, settings, because }: Exchange): boolean {
  const where = settings.rare.dbm?.where;
  const path = rootRelative(where?.args[0]?.value ?? '', site.config.serverRoot);
  const names = ['', '.pag', '.dir', '.db'].map((end) => path + end);
  if (!where || !path.startsWith('/') || !names.every((one) => site.worker.stat(one) === 'missing')) return false;
  because.push(reason('apache-user-file-missing', `the password file ${printable(path)} is not there`, where));
  return true;
}

function unseenProvider(name: string, origin: Setting<string>['origin']): Unseen {
  return new Unseen(
    reason('apache-auth-provider-unseen', `what the provider ${printable(name)} knows cannot be seen`, origin),
  );
}

/** One provider's word; null: the file provider, as none is named. */
function ask(
  exchange: Exchange,
  provider: Setting<string> | null,
  sent: Login,
  hashed: { readonly realm: string } | null,
): LoginResult {
  const name = provider?.value ?? 'file';
  const origin = provider?.origin ?? exchange.settings.authn?.type?.origin ?? exchange.settings.core.handler!.origin;
  switch (name) {
    case 'file': {
      if (!hashed) return checkUserFile(exchange, sent.user, sent.password, origin);
      return checkDigestEntry(exchange, sent.user, hashed.realm, sent.password, origin);
    }
    case 'anon':
      if (hashed) return 'error';
      return anonymous(exchange, sent, origin);
    case 'socache':
      return cached(exchange, origin);
    case 'ldap':
    case 'dbd':
    case 'dbm':
      // what is asked for the hash of a realm is set by directives of its own
      if (!hashed && !exchange.settings.rare[name]?.where && exchange.site.has(sources[name].module)) {
        exchange.because.push(
          reason(
            'apache-provider-unset',
            `the provider ${name} is asked and has no ${sources[name].directive}`,
            origin,
          ),
        );
        return 'error';
      }
      if (name === 'dbm' && lacksDatabase(exchange)) return 'error';
      throw unseenProvider(name, origin);
    default: {
      const alias = exchange.site.authnAliases.get(name);
      if (!alias) throw unseenProvider(name, origin);
      const outer = exchange.settings;
      exchange.settings = mergeSettings(outer, alias.settings);
      try {
        return ask(exchange, { value: alias.provider, origin }, sent, hashed);
      } finally {
        exchange.settings = outer;
      }
    }
  }
}

/** mod_authn_socache.c: what the cache has, another provider has told it and says as well. */
function cached({ because }: Exchange, origin: Setting<string>['origin']): LoginResult {
  because.push(
    reason('apache-user-unknown', 'the cache knows nobody but from the providers that stand after it', origin),
  );
  return 'not-found';
}

/** mod_authn_anon.c, check_anonymous. */
function anonymous(exchange: Exchange, sent: Login, origin: Setting<string>['origin']): LoginResult {
  const settings = exchange.settings.rare.anonymous;
  if (!settings || (settings.users.length === 0 && !settings.anyone)) return 'not-found';
  const { user } = sent;
  const known =
    user === ''
      ? settings.noUserId
      : settings.anyone || settings.users.some((name) => name.toLowerCase() === user.toLowerCase());
  if (!known) return 'not-found';
  if (sent.password === RIGHT_PASSWORD) return 'granted';
  const password = typeof sent.password === 'string' ? sent.password : 'wrong';
  const fits =
    (!settings.mustGiveEmail || password !== '') &&
    (!settings.verifyEmail || (password.includes('@') && password.includes('.')));
  exchange.because.push(
    fits
      ? reason('apache-anonymous-accepted', 'the user name is one that needs no real password', origin)
      : reason('apache-anonymous-refused', 'the password is not the mail address that is asked for', origin),
  );
  return fits ? 'granted' : 'denied';
}

/** mod_auth_digest.c, authenticate_digest_user, met by a client that answers challenges as it should. */
function digest(exchange: Exchange): number | null {
  const { settings, because, request } = exchange;
  const origin = settings.authn!.type!.origin;
  const name = authNameOf(exchange);
  if (name === null) {
    because.push(reason('apache-authname-missing', 'Digest authentication needs an AuthName, and none is set', origin));
    return 500;
  }
  const refuse = (why: Exchange['because'][number]): number => {
    because.push(why);
    challengeDigest(exchange);
    return 401;
  };
  if (request.headers.has('authorization')) {
    if (/^digest /i.test(headerOf(exchange, 'authorization')))
      throw new Unseen(
        reason('apache-credentials-malformed', 'whether the nonce of a Digest header is right cannot be known', origin),
      );
    return refuse(
      reason('apache-credentials-other-scheme', 'the credentials are of another scheme than Digest', origin),
    );
  }
  const { credentials } = request;
  if (!credentials) return refuse(reason('apache-credentials-missing', 'a login is needed and none was sent', origin));
  // a stand-in for a password is a client that takes the scheme it is asked for
  if (credentials.scheme !== 'digest' && typeof credentials.password === 'string')
    return refuse(
      reason('apache-credentials-other-scheme', 'the credentials are of another scheme than Digest', origin),
    );
  exchange.user = credentials.user;
  exchange.authType = 'Digest';
  // the word as written is compared, though the challenge takes it as an expression
  const realm = escapeQuotes(settings.authn!.name!.origin.args[0]?.value ?? '');
  // what the client read out of the quoted string
  const asked = name.replace(/\\([\s\S])/g, '$1');
  if (realm !== asked)
    return refuse(
      reason(
        'apache-digest-realm-mismatch',
        'the realm that the server expects back is not the one in its challenge',
        settings.authn!.name!.origin,
      ),
    );
  const result = askProviders(exchange, settings.rare.digest?.providers ?? null, credentials, { realm });
  if (result === 'granted') return null;
  if (result === 'error') return 500;
  challengeDigest(exchange);
  return 401;
}
