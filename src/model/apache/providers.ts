import type { Checking } from './check.ts';
import { isKnownModule } from './modules.ts';

/** Providers of user names and passwords: their module and which schemes they can check. */
const authn: Readonly<Record<string, { readonly module: string; readonly basic: boolean; readonly digest: boolean }>> =
  {
    file: { module: 'mod_authn_file', basic: true, digest: true },
    dbm: { module: 'mod_authn_dbm', basic: true, digest: true },
    dbd: { module: 'mod_authn_dbd', basic: true, digest: true },
    anon: { module: 'mod_authn_anon', basic: true, digest: false },
    socache: { module: 'mod_authn_socache', basic: true, digest: true },
    ldap: { module: 'mod_authnz_ldap', basic: true, digest: false },
  };

const authz: Readonly<Record<string, string>> = {
  all: 'mod_authz_core',
  env: 'mod_authz_core',
  method: 'mod_authz_core',
  expr: 'mod_authz_core',
  user: 'mod_authz_user',
  'valid-user': 'mod_authz_user',
  group: 'mod_authz_groupfile',
  'file-group': 'mod_authz_groupfile',
  'file-owner': 'mod_authz_owner',
  ip: 'mod_authz_host',
  host: 'mod_authz_host',
  'forward-dns': 'mod_authz_host',
  local: 'mod_authz_host',
  'dbm-group': 'mod_authz_dbm',
  'dbm-file-group': 'mod_authz_dbm',
  'dbd-group': 'mod_authz_dbd',
  'dbd-login': 'mod_authz_dbd',
  'dbd-logout': 'mod_authz_dbd',
  'ldap-user': 'mod_authnz_ldap',
  'ldap-group': 'mod_authnz_ldap',
  'ldap-dn': 'mod_authnz_ldap',
  'ldap-attribute': 'mod_authnz_ldap',
  'ldap-filter': 'mod_authnz_ldap',
  'ldap-search': 'mod_authnz_ldap',
  ssl: 'mod_ssl',
  'ssl-verify-client': 'mod_ssl',
};

/** Names of the providers that httpd ships: of passwords, and of what Require may ask for. */
export const authnProviders: readonly string[] = Object.keys(authn);
export const authzProviders: readonly string[] = Object.keys(authz);

type Known = Pick<Checking, 'modules' | 'authnAliases' | 'authzAliases'>;

const loaded = (module: string, { modules }: Known): boolean => modules === null || modules.has(module);

/** Whether a module that httpd does not ship may bring a provider that nothing is known of. */
export function hasForeignModule({ modules }: Pick<Known, 'modules'>): boolean {
  return modules !== null && [...modules].some((module) => !isKnownModule(module));
}

/** Whether a name (compared with letter case) is a provider of passwords or an alias of one. */
export function isAuthnProvider(name: string, known: Known): boolean {
  if (known.authnAliases.has(name) || hasForeignModule(known)) return true;
  return Object.hasOwn(authn, name) && loaded(authn[name]!.module, known);
}

/** The module of httpd that has a provider of passwords or of requirements; null: none of its own has. */
export function moduleOfProvider(name: string): string | null {
  if (Object.hasOwn(authn, name)) return authn[name]!.module;
  return Object.hasOwn(authz, name) ? authz[name]! : null;
}

/** Whether a provider can serve a scheme; true for those that nothing is known of. */
export function servesScheme(name: string, scheme: 'basic' | 'digest' | 'form'): boolean {
  // a form gives the password itself, as Basic does
  return !Object.hasOwn(authn, name) || authn[name]![scheme === 'form' ? 'basic' : scheme];
}

/** Whether a name is something that Require may ask for, or an alias of it. */
export function isAuthzProvider(name: string, known: Known): boolean {
  if (known.authzAliases.has(name) || hasForeignModule(known)) return true;
  return Object.hasOwn(authz, name) && loaded(authz[name]!, known);
}
