import { absent } from '../../host/host.ts';
import { subnetHolds } from '../../model/addresses.ts';
import { mergeSettings } from '../../model/apache/merge.ts';
import { methodIn } from '../../model/apache/methods.ts';
import { type Demand, parseDemand, type RequireLeaf, type Requirement } from '../../model/apache/require.ts';
import { leadingWords } from '../../model/apache/words.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import type { Reason } from '../answer.ts';
import { type AuthzAlias, type Exchange, reason, type Site, Unseen } from './exchange.ts';
import { groupsOfUser } from './password-files.ts';
import { holds, textOf } from './variables.ts';

/** mod_authz_core's results. */
export type Verdict = 'granted' | 'denied' | 'no-user' | 'neutral' | 'error';

/** The outcome of a Require tree and what tipped it. */
export interface Authorization {
  readonly verdict: Verdict;
  readonly why: Reason | null;
}

/** mod_authz_core.c, apply_authz_sections. */
export function authorize(exchange: Exchange, requirement: Requirement, parent: 'all' | 'any'): Authorization {
  if (!methodIn(requirement.methods, exchange.methodNumber)) {
    const verdict = parent === 'all' ? 'granted' : 'neutral';
    const why = reason(
      'apache-require-other-methods',
      `the Require lines here are for other methods than ${printable(exchange.method)}`,
      requirement.origin,
    );
    return { verdict, why };
  }
  const result = requirement.kind === 'leaf' ? leaf(exchange, requirement) : container(exchange, requirement);
  if (!requirement.negate) return result;
  if (result.verdict === 'granted')
    return {
      verdict: 'denied',
      why: reason('apache-require-denied', 'what a negative Require names applies to the request', requirement.origin),
    };
  if (result.verdict === 'denied' || result.verdict === 'no-user') return { verdict: 'neutral', why: result.why };
  return result;
}

function container(exchange: Exchange, requirement: Extract<Requirement, { kind: 'container' }>): Authorization {
  let verdict: Verdict = 'neutral';
  let why: Reason | null = null;
  for (const child of requirement.children) {
    const result = authorize(exchange, child, requirement.op);
    if (result.verdict === 'error') return result;
    if (result.verdict === 'neutral') {
      why ??= result.why;
      continue;
    }
    const stop = requirement.op === 'all' ? 'denied' : 'granted';
    if (result.verdict === stop) return result;
    const replaces =
      verdict === 'neutral' ||
      (result.verdict === 'no-user' && (requirement.op === 'all' ? verdict !== 'denied' : verdict === 'denied'));
    // of alternatives that all refuse, what is held against the user tells more than what is against the client
    const ofClient = (one: Reason | null): boolean => one?.code === 'apache-require-denied';
    const tells = result.verdict === verdict && ofClient(why) && !ofClient(result.why);
    if (replaces) verdict = result.verdict;
    if (replaces || tells) why = result.why;
  }
  return { verdict, why };
}

function leaf(exchange: Exchange, requirement: RequireLeaf): Authorization {
  return demanded(exchange, requirement.demand, requirement.origin);
}

function granted(message: string, origin: Directive): Authorization {
  return { verdict: 'granted', why: reason('apache-require-granted', message, origin) };
}

function denied(
  message: string,
  origin: Directive,
  code: 'apache-require-denied' | 'apache-require-user-denied' = 'apache-require-denied',
): Authorization {
  return { verdict: 'denied', why: reason(code, message, origin) };
}

function noUser(origin: Directive): Authorization {
  const message = 'the Require line asks for a user and nobody has logged in';
  return { verdict: 'no-user', why: reason('apache-credentials-missing', message, origin) };
}

function demanded(exchange: Exchange, demand: Demand, origin: Directive): Authorization {
  const user = exchange.user;
  switch (demand.kind) {
    case 'all':
      return demand.granted ? granted('everybody is admitted', origin) : denied('nobody is admitted', origin);
    case 'valid-user':
      return user === null ? noUser(origin) : granted('any valid user is admitted', origin);
    case 'user': {
      if (user === null) return noUser(origin);
      const names = textOf(exchange, demand.words, origin);
      if (names !== null && leadingWords(names).includes(user)) return granted('the user is named', origin);
      return denied(`the user ${printable(user)} is not among those named`, origin, 'apache-require-user-denied');
    }
    case 'group':
    case 'file-group':
      return user === null ? noUser(origin) : group(exchange, demand, user, origin);
    case 'ip': {
      const address = exchange.address;
      if (address && demand.subnets.some((subnet) => subnetHolds(subnet, address)))
        return granted('the client address is admitted', origin);
      return denied('the client address is not among those named', origin);
    }
    case 'ssl':
    case 'ssl-verify-client':
      if (!exchange.request.tls) return denied('the connection is plain HTTP', origin);
      if (demand.kind === 'ssl') return granted('the connection is TLS', origin);
      throw new Unseen(reason('apache-require-unseen', 'whether the client has a certificate cannot be known', origin));
    case 'local':
      return isLoopback(exchange.address)
        ? granted('the client is local', origin)
        : denied('the client is not local', origin);
    case 'host': {
      const text = textOf(exchange, demand.words, origin) ?? '';
      const words = leadingWords(text.replace(/#.*$/s, ''));
      if (clientIsIn(exchange, words, origin)) return granted('the client host is admitted', origin);
      return denied('the client host is not among those named', origin);
    }
    case 'forward-dns': {
      const text = textOf(exchange, demand.words, origin) ?? '';
      const words = leadingWords(text.replace(/#.*$/s, ''));
      if (isLocalhost(exchange.address) && words.some((word) => word.toLowerCase() === 'localhost'))
        return granted('the client address is that of a host named', origin);
      const open = words.filter((word) => word.toLowerCase() !== 'localhost');
      const guess =
        open.length > 0 &&
        !isLoopback(exchange.address) &&
        !isDocumentationAddress(exchange.address) &&
        exchange.guesses.guess(
          reason('apache-host-name-unseen', 'what address the host names have cannot be seen', origin),
        );
      return guess
        ? granted('the client host is admitted', origin)
        : denied('the client host is not among those named', origin);
    }
    case 'method':
      return demand.methods.has(exchange.methodNumber)
        ? granted('the method is admitted', origin)
        : denied(`the method ${printable(exchange.method)} is not among those named`, origin);
    case 'env': {
      const name = demand.names.find((one) => exchange.environment.has(one));
      return name === undefined
        ? denied('none of the environment variables named is set when access is checked', origin)
        : granted(`the environment variable ${printable(name)} is set`, origin);
    }
    case 'expr': {
      const result = holds(exchange, demand.expression.condition!, origin);
      if (result === 'error')
        return {
          verdict: 'error',
          why: reason('apache-require-error', 'the expression cannot be evaluated', origin),
        };
      if (result) return granted('the expression holds', origin);
      return demand.wantsUser
        ? { verdict: 'no-user', why: reason('apache-require-user-denied', 'the expression does not hold', origin) }
        : denied('the expression does not hold', origin);
    }
    case 'file-owner':
      return user === null ? noUser(origin) : owner(exchange, user, origin);
    case 'alias':
      return aliased(exchange, demand.name, origin);
    case 'unread':
      throw new Unseen(
        reason('apache-include-unseen', `what the lines of ${printable(demand.name)} ask for cannot be seen`, origin),
      );
    default: {
      const { name } = demand;
      if (user === null && asksForUser.test(name)) return noUser(origin);
      const unseen = reason(
        'apache-require-unseen',
        `What 'Require ${printable(name)}' answers cannot be seen`,
        origin,
      );
      // a directory that cannot be asked refuses; other sources fail, which ends the request
      if (!name.startsWith('ldap-')) throw new Unseen(unseen);
      return exchange.guesses.guess(unseen)
        ? granted('the directory says yes', origin)
        : denied('the directory says no', origin, 'apache-require-user-denied');
    }
  }
}

const noAliases: ReadonlySet<string> = new Set();

/** Providers of modules that look at nothing before somebody has logged in. */
const asksForUser = /^(?:ldap-(?:user|group|dn|attribute|filter)|db[dm]-group)$/;

/** What an <AuthzProviderAlias> asks for. */
export function demandBehind(alias: AuthzAlias, { config }: Pick<Site, 'config'>): ReturnType<typeof parseDemand> {
  return parseDemand(alias.provider, alias.arguments, { modules: config.modules, authzAliases: noAliases });
}

/** A provider alias: the real provider under the alias's own settings. */
function aliased(exchange: Exchange, name: string, origin: Directive): Authorization {
  const alias = exchange.site.authzAliases.get(name);
  if (!alias) throw new Unseen(reason('apache-require-unseen', `the provider ${printable(name)} is not known`, origin));
  const demand = demandBehind(alias, exchange.site);
  if ('message' in demand) return { verdict: 'error', why: reason('apache-require-error', demand.message, origin) };
  const outer = exchange.settings;
  exchange.settings = mergeSettings(outer, alias.settings);
  try {
    return demanded(exchange, demand, origin);
  } finally {
    exchange.settings = outer;
  }
}

function group(exchange: Exchange, demand: Demand, user: string, origin: Directive): Authorization {
  const file = exchange.settings.groupFile;
  const groups = groupsOfUser(exchange, file, user, origin);
  if ('code' in groups) return { verdict: 'denied', why: groups };
  let names: readonly string[] = [];
  if (demand.kind === 'group') names = leadingWords(textOf(exchange, demand.words, origin) ?? '');
  else {
    const view = exchange.filename === null ? 'missing' : exchange.site.worker.stat(exchange.filename);
    if (!absent(view)) {
      const name = view.trusted ? exchange.site.accounts.groupName(view.gid) : null;
      if (name === null)
        throw new Unseen(reason('apache-require-unseen', 'the group of the file cannot be seen', origin));
      names = [name];
    }
  }
  // group names compare without letter case: they are keys of an APR table
  if (names.some((name) => groups.has(name.toLowerCase())))
    return { verdict: 'granted', why: reason('apache-require-granted', 'the user is in a group named', origin) };
  return {
    verdict: 'denied',
    why: reason('apache-group-not-member', `the user ${printable(user)} is in none of the groups named`, origin),
  };
}

function owner(exchange: Exchange, user: string, origin: Directive): Authorization {
  const view = exchange.filename === null ? 'missing' : exchange.site.worker.stat(exchange.filename);
  if (absent(view) && view !== 'invisible')
    return {
      verdict: 'denied',
      why: reason('apache-require-user-denied', 'there is no file whose owner counts', origin),
    };
  const name = absent(view) || !view.trusted ? null : exchange.site.accounts.userName(view.uid);
  if (name === null) throw new Unseen(reason('apache-require-unseen', 'the owner of the file cannot be seen', origin));
  return name === user
    ? { verdict: 'granted', why: reason('apache-require-granted', 'the user owns the file', origin) }
    : {
        verdict: 'denied',
        why: reason('apache-require-user-denied', `the user ${printable(user)} does not own the file`, origin),
      };
}

/** The addresses that the hosts file calls localhost. */
function isLocalhost(address: readonly number[] | null): boolean {
  return isLoopback(address) && (address!.length === 16 || address!.join('.') === '127.0.0.1');
}

function isLoopback(address: readonly number[] | null): boolean {
  if (!address) return false;
  return address.length === 4 ? address[0] === 127 : address.every((byte, index) => byte === (index === 15 ? 1 : 0));
}

/** Addresses set aside for examples (RFC 5737, RFC 3849): they have no name. */
function isDocumentationAddress(address: readonly number[] | null): boolean {
  if (!address) return false;
  const [a, b, c, d] = address;
  if (address.length === 16) return a === 0x20 && b === 0x01 && c === 0x0d && d === 0xb8;
  return (
    (a === 192 && b === 0 && c === 2) || (a === 198 && b === 51 && c === 100) || (a === 203 && b === 0 && c === 113)
  );
}

/** Whether the client's host name, as a double reverse look-up gives it, lies in one of the domains. */
export function clientIsIn(exchange: Exchange, domains: readonly string[], origin: Directive): boolean {
  if (domains.length === 0 || isDocumentationAddress(exchange.address)) return false;
  if (isLocalhost(exchange.address)) return domains.some((domain) => inDomain(domain, 'localhost'));
  // other loopback addresses have no name in the usual hosts file
  if (isLoopback(exchange.address)) return false;
  return exchange.guesses.guess(
    reason('apache-host-name-unseen', 'the host name of the client cannot be seen', origin),
  );
}

/** mod_authz_host.c, in_domain: the whole name or a whole parent domain of it. */
function inDomain(domain: string, name: string): boolean {
  const a = domain.toLowerCase();
  const b = name.toLowerCase();
  if (!b.endsWith(a)) return false;
  return a.length === b.length || a[0] === '.' || b[b.length - a.length - 1] === '.';
}
