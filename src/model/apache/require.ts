import { authzProviderModules } from '../../catalog/providers.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { parseSubnet, type Subnet } from '../addresses.ts';
import { type Expression, parseExpression } from './expression.ts';
import { invalidMethod, type MethodSet, methodNumber } from './methods.ts';
import { isForeignRequirement } from './providers.ts';
import { leadingWords, rawArguments } from './words.ts';

/** What a Require line asks for, read once when the configuration is. */
export type Demand =
  | { readonly kind: 'all'; readonly granted: boolean }
  | { readonly kind: 'valid-user' }
  | { readonly kind: 'user' | 'group' | 'host' | 'forward-dns'; readonly words: Expression }
  | { readonly kind: 'ip'; readonly subnets: readonly Subnet[] }
  | { readonly kind: 'local' | 'file-owner' | 'file-group' }
  /** mod_ssl: the connection is TLS, or has a client certificate that was found right. */
  | { readonly kind: 'ssl' | 'ssl-verify-client' }
  | { readonly kind: 'method'; readonly methods: ReadonlySet<number> }
  | { readonly kind: 'env'; readonly names: readonly string[] }
  | { readonly kind: 'expr'; readonly expression: Expression; readonly wantsUser: boolean }
  | { readonly kind: 'alias'; readonly name: string }
  /** A provider whose module is known and whose data cannot be seen (LDAP, DBM, SQL), or of a foreign module. */
  | { readonly kind: 'elsewhere'; readonly name: string }
  /** Lines that an include or a macro brings and that cannot be seen. */
  | { readonly kind: 'unread'; readonly name: string };

export interface RequireLeaf {
  readonly kind: 'leaf';
  readonly demand: Demand;
  readonly negate: boolean;
  readonly methods: MethodSet;
  readonly origin: Directive;
}

export interface RequireContainer {
  readonly kind: 'container';
  readonly op: 'all' | 'any';
  readonly negate: boolean;
  readonly methods: MethodSet;
  readonly children: readonly Requirement[];
  /** The opening line; null for what a section's bare lines or AuthMerging make. */
  readonly origin: Directive | null;
}

export type Requirement = RequireLeaf | RequireContainer;

/** A complaint of mod_authz_core about what a Require line asks for, in its words. */
export interface DemandProblem {
  readonly code: 'apache-provider-unknown' | 'apache-require-invalid';
  readonly message: string;
}

/** What is known where a Require line is read. */
export interface RequireScope {
  readonly modules: ReadonlySet<string> | null;
  /** Names that `<AuthzProviderAlias>` has made so far. */
  readonly authzAliases: ReadonlySet<string>;
  /** In .htaccess, where expressions may not read files. */
  readonly restricted?: boolean;
}

/** Modules outside httpd's own that are known to bring providers of their own, by their common names. */
const foreignProviders =
  /^mod_(auth_openidc|auth_mellon|auth_cas|auth_gssapi|auth_kerb|shib|authnz_|auth_|authz_|lua|wsgi|perl|python)/;
const ownModules = new Set([
  ...Object.values(authzProviderModules),
  'mod_auth_basic',
  'mod_auth_digest',
  'mod_auth_form',
  'mod_authn_core',
  'mod_authn_file',
  'mod_authn_anon',
  'mod_authn_dbm',
  'mod_authn_dbd',
  'mod_authn_socache',
]);

/** The container that a section line opens, or null for other directives. */
export function requireContainer(directive: Directive): 'all' | 'any' | 'none' | null {
  switch (directive.name.toLowerCase()) {
    case '<requireall':
      return 'all';
    case '<requireany':
      return 'any';
    case '<requirenone':
      return 'none';
    default:
      return null;
  }
}

/** Whether a line stays in the tree for what it brings and cannot be seen: an include, a macro. */
export function isUnread({ name }: Pick<Directive, 'name'>): boolean {
  return /^(?:include|includeoptional|use)$/i.test(name);
}

/** Reads one Require line; the methods are those of the `<Limit>` around it. */
export function parseRequire(
  directive: Directive,
  methods: MethodSet,
  scope: RequireScope,
): RequireLeaf | DemandProblem {
  let rest = rawArguments(directive).trim();
  const take = (): string => {
    const quoted = rest[0] === '"' || rest[0] === "'";
    const end = quoted ? rest.indexOf(rest[0]!, 1) : rest.search(/\s/);
    const stop = end < 0 ? rest.length : quoted ? end + 1 : end;
    const word = quoted ? rest.slice(1, end < 0 ? undefined : end) : rest.slice(0, stop);
    rest = rest.slice(stop).trimStart();
    return word;
  };
  let name = take();
  let negate = false;
  if (name.toLowerCase() === 'not') {
    negate = true;
    name = take();
  }
  const demand = parseDemand(name, rest, scope);
  if ('message' in demand) return demand;
  return { kind: 'leaf', demand, negate, methods, origin: directive };
}

/** Reads a provider's name and its arguments. */
export function parseDemand(
  name: string,
  rest: string,
  { modules, authzAliases, restricted = false }: RequireScope,
): Demand | DemandProblem {
  if (authzAliases.has(name)) return { kind: 'alias', name };
  const module = Object.hasOwn(authzProviderModules, name) ? authzProviderModules[name]! : null;
  if (module === null || (modules && !modules.has(module))) {
    const foreign = modules
      ? [...modules].some((one) => foreignProviders.test(one) && !ownModules.has(one))
      : isForeignRequirement(name);
    if (foreign && module === null) return { kind: 'elsewhere', name };
    return { code: 'apache-provider-unknown', message: `Unknown Authz provider: ${printable(name)}` };
  }
  switch (name) {
    case 'all': {
      const word = rest.toLowerCase();
      if (word === 'granted' || word === 'denied') return { kind: 'all', granted: word === 'granted' };
      return {
        code: 'apache-require-invalid',
        message: "Argument for 'Require all' must be 'granted' or 'denied'",
      };
    }
    case 'valid-user':
    case 'local':
    case 'file-owner':
    case 'file-group':
      return { kind: name };
    case 'ssl':
    case 'ssl-verify-client':
      if (rest === '') return { kind: name };
      return { code: 'apache-require-invalid', message: `'Require ${name}' does not take arguments` };
    case 'user':
    case 'group':
    case 'host':
    case 'forward-dns': {
      const parsed = parseExpression(rest, { string: true, modules, restricted });
      return parsed.expression ? { kind: name, words: parsed.expression } : badExpression(parsed.error);
    }
    case 'env':
      return { kind: 'env', names: leadingWords(rest) };
    case 'ip':
      return parseAddresses(rest);
    case 'method': {
      const methods = new Set<number>();
      for (const word of leadingWords(rest)) {
        const number = methodNumber(word);
        if (number === invalidMethod)
          return { code: 'apache-require-invalid', message: `Invalid Method '${printable(word)}'` };
        methods.add(number);
      }
      return { kind: 'method', methods };
    }
    case 'expr': {
      const text = rest.length > 1 && rest.startsWith('"') && rest.endsWith('"') ? rest.slice(1, -1) : rest;
      const parsed = parseExpression(text, { modules, restricted });
      if (!parsed.expression) return badExpression(parsed.error);
      return { kind: 'expr', expression: parsed.expression, wantsUser: parsed.expression.variables.has('REMOTE_USER') };
    }
    default:
      return { kind: 'elsewhere', name };
  }
}

function badExpression(error: string): DemandProblem {
  return {
    code: 'apache-require-invalid',
    message: `Cannot parse expression in require line: ${printable(error)}`,
  };
}

function parseAddresses(rest: string): Demand | DemandProblem {
  const words = leadingWords(rest);
  if (words.length === 0) return { code: 'apache-require-invalid', message: "'require ip' requires an argument" };
  const subnets: Subnet[] = [];
  for (const word of words) {
    const subnet = parseSubnet(word);
    if (typeof subnet !== 'string') {
      subnets.push(subnet);
      continue;
    }
    const why =
      subnet === 'not-an-address'
        ? ''
        : subnet === 'bad-mask'
          ? ': The specified network mask is invalid.'
          : ': The specified IP address is invalid.';
    return {
      code: 'apache-require-invalid',
      message: `ip address '${printable(word)}' appears to be invalid${why}`,
    };
  }
  return { kind: 'ip', subnets: subnets.slice() };
}
