/** Providers of user names and passwords: their module and which schemes they can check. */
export const authnProviderModules: Readonly<
  Record<string, { readonly module: string; readonly basic: boolean; readonly digest: boolean }>
> = {
  file: { module: 'mod_authn_file', basic: true, digest: true },
  dbm: { module: 'mod_authn_dbm', basic: true, digest: true },
  dbd: { module: 'mod_authn_dbd', basic: true, digest: true },
  anon: { module: 'mod_authn_anon', basic: true, digest: false },
  socache: { module: 'mod_authn_socache', basic: true, digest: true },
  ldap: { module: 'mod_authnz_ldap', basic: true, digest: false },
};

/** Providers of requirements and the module of each. Source: ap_register_auth_provider calls in modules/aaa. */
export const authzProviderModules: Readonly<Record<string, string>> = {
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

/** Providers of users that well-known modules bring which httpd does not ship. Source: their own documentation. */
export const foreignAuthnProviders: ReadonlySet<string> = new Set(
  'PAM external mysql pgsql radius shadow krb wsgi lua openid imap xradius crowd sspi'.split(' '),
);

/** Requirements that well-known modules bring which httpd does not ship. */
export const foreignAuthzProviders: ReadonlySet<string> = new Set(
  `pam-account claim claims_expr oauth2_claim oauth2_claims_expr shibboleth shib-session shib-attr shib-user shib-plugin
  cas-attribute cas-group unix-group external-group external-file-group wsgi-group pgsql-group mysql-group sspi-user
  sspi-group jwt-claim jwt-claim-array gss-name crowd-group radius user-attribute mellon-cond ad-group
  ldap-sasl-user`.split(/\s+/),
);
