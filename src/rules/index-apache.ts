import { rule as aliasSecondDoor } from './alias-second-door.ts';
import { rule as allowoverrideForbidsAuth } from './allowoverride-forbids-auth.ts';
import { rule as allowoverrideNoneIgnoresHtaccess } from './allowoverride-none-ignores-htaccess.ts';
import { rule as apacheAccessSyntax22 } from './apache-access-syntax-2-2.ts';
import { rule as apacheAcmeChallengeLocked } from './apache-acme-challenge-locked.ts';
import { rule as apacheAuthDirectiveDuplicate } from './apache-auth-directive-duplicate.ts';
import { rule as apacheAuthorizationHardcoded } from './apache-authorization-hardcoded.ts';
import { rule as apacheBasicAuthOverHttp } from './apache-basic-auth-over-http.ts';
import { rule as apacheClientCertOptionalUnchecked } from './apache-client-cert-optional-unchecked.ts';
import { rule as apacheCorsPreflightLocked } from './apache-cors-preflight-locked.ts';
import { rule as apacheCredentialsInComment } from './apache-credentials-in-comment.ts';
import { rule as apacheHtpasswdInDocroot } from './apache-htpasswd-in-docroot.ts';
import { rule as apacheLogFormatAuthorization } from './apache-log-format-authorization.ts';
import { rule as apachePasswordFileMissing } from './apache-password-file-missing.ts';
import { rule as apachePasswordFileRelative } from './apache-password-file-relative.ts';
import { rule as apacheRealmDiffersOneFile } from './apache-realm-differs-one-file.ts';
import { rule as apacheRealmNamesInternals } from './apache-realm-names-internals.ts';
import { rule as apacheScriptSecondDoor } from './apache-script-second-door.ts';
import { rule as apacheSecretInline } from './apache-secret-inline.ts';
import { rule as apacheServerStatusOpen } from './apache-server-status-open.ts';
import { rule as apacheStartFiles } from './apache-start-files.ts';
import { rule as apacheSyntaxError } from './apache-syntax-error.ts';
import { rule as apacheTemplatePlaceholderLeft } from './apache-template-placeholder-left.ts';
import { rule as apacheUnknownDirective } from './apache-unknown-directive.ts';
import { rule as apacheVhostTwinWithoutAuth } from './apache-vhost-twin-without-auth.ts';
import { rule as apacheWpAdminAjaxLocked } from './apache-wp-admin-ajax-locked.ts';
import { rule as apacheWrongArguments } from './apache-wrong-arguments.ts';
import { rule as authDirectiveNoEffect } from './auth-directive-no-effect.ts';
import { rule as authProviderUnknown } from './auth-provider-unknown.ts';
import { rule as authWithoutRequire } from './auth-without-require.ts';
import { rule as authnameMissing } from './authname-missing.ts';
import { rule as authorizationHeaderStripped } from './authorization-header-stripped.ts';
import { rule as authorizationInManagedBlock } from './authorization-in-managed-block.ts';
import { rule as authorizationRewriteOrder } from './authorization-rewrite-order.ts';
import { rule as authorizationSetenvifAnchored } from './authorization-setenvif-anchored.ts';
import { rule as authtypeUnknown } from './authtype-unknown.ts';
import { rule as authtypeWithBasicProviderMissing } from './authtype-with-basic-provider-missing.ts';
import { rule as authzForbiddenOnFailure } from './authz-forbidden-on-failure.ts';
import { rule as basicFileUsedWithDigest } from './basic-file-used-with-digest.ts';
import { rule as compatDenyWithRequire } from './compat-deny-with-require.ts';
import { rule as compatDirectiveWithoutModule } from './compat-directive-without-module.ts';
import { rule as digestMd5Weak } from './digest-md5-weak.ts';
import { rule as digestRealmMismatch } from './digest-realm-mismatch.ts';
import { rule as directoryAuthOnProxiedPath } from './directory-auth-on-proxied-path.ts';
import { rule as directoryBehindLink } from './directory-behind-link.ts';
import { rule as directoryPathRelative } from './directory-path-relative.ts';
import { rule as directoryWithoutFolder } from './directory-without-folder.ts';
import { rule as envSetTooLate } from './env-set-too-late.ts';
import { rule as errordocument401External } from './errordocument-401-external.ts';
import { rule as errordocument401Rewritten } from './errordocument-401-rewritten.ts';
import { rule as filePermissionsForbid } from './file-permissions-forbid.ts';
import { rule as filesSectionWithSlash } from './files-section-with-slash.ts';
import { rule as formLoginPageProtected } from './form-login-page-protected.ts';
import { rule as formNoLoginLocation } from './form-no-login-location.ts';
import { rule as groupFileMissing } from './group-file-missing.ts';
import { rule as groupNotDefined } from './group-not-defined.ts';
import { rule as groupNotMember } from './group-not-member.ts';
import { rule as htDenyRemoved } from './ht-deny-removed.ts';
import { rule as htaccessAuthBypassedByProxypassmatch } from './htaccess-auth-bypassed-by-proxypassmatch.ts';
import { rule as htaccessBom } from './htaccess-bom.ts';
import { rule as htaccessBroken } from './htaccess-broken.ts';
import { rule as htaccessUnreadable } from './htaccess-unreadable.ts';
import { rule as ifdefineHidesAuth } from './ifdefine-hides-auth.ts';
import { rule as ifmoduleGuardsAuth } from './ifmodule-guards-auth.ts';
import { rule as ifmoduleHidesAuth } from './ifmodule-hides-auth.ts';
import { rule as ifmoduleNameWrong } from './ifmodule-name-wrong.ts';
import { rule as includeoptionalAuthMissing } from './includeoptional-auth-missing.ts';
import { rule as ldapProviderWithoutUrl } from './ldap-provider-without-url.ts';
import { rule as limitMethodBypass } from './limit-method-bypass.ts';
import { rule as limitSectionNeedless } from './limit-section-needless.ts';
import { rule as locationOverridesDirectory } from './location-overrides-directory.ts';
import { rule as moduleMissingForAuthtype } from './module-missing-for-authtype.ts';
import { rule as moduleNotLoaded } from './module-not-loaded.ts';
import { rule as multipleAuthuserfile } from './multiple-authuserfile.ts';
import { rule as nestedHtaccessReplacesRequire } from './nested-htaccess-replaces-require.ts';
import { rule as oidcAuthtypeMismatch } from './oidc-authtype-mismatch.ts';
import { rule as oidcClaimOpen } from './oidc-claim-open.ts';
import { rule as oidcProviderIncomplete } from './oidc-provider-incomplete.ts';
import { rule as oidcRedirectUriNotProtected } from './oidc-redirect-uri-not-protected.ts';
import { rule as oidcSchemeOrHostMismatch } from './oidc-scheme-or-host-mismatch.ts';
import { rule as oidcStateTimeoutNoDefaultUrl } from './oidc-state-timeout-no-default-url.ts';
import { rule as openByRequirement } from './open-by-requirement.ts';
import { rule as pamStackUnusable } from './pam-stack-unusable.ts';
import { rule as proxyModuleMissing } from './proxy-module-missing.ts';
import { rule as remoteipWithoutTrustedProxy } from './remoteip-without-trusted-proxy.ts';
import { rule as requestheaderUnsetAuthorization } from './requestheader-unset-authorization.ts';
import { rule as requireAddressOrUser } from './require-address-or-user.ts';
import { rule as requireAllDeniedInherited } from './require-all-denied-inherited.ts';
import { rule as requireAllGrantedBesideValidUser } from './require-all-granted-beside-valid-user.ts';
import { rule as requireEnvSpoofable } from './require-env-spoofable.ts';
import { rule as requireGroupWithoutGroupFile } from './require-group-without-group-file.ts';
import { rule as requireHostNeedsDns } from './require-host-needs-dns.ts';
import { rule as requireInvalid } from './require-invalid.ts';
import { rule as requireMethodOpens } from './require-method-opens.ts';
import { rule as requireNeverMet } from './require-never-met.ts';
import { rule as requireOutsideDirectory } from './require-outside-directory.ts';
import { rule as requireUserCommaList } from './require-user-comma-list.ts';
import { rule as requireUserUnknown } from './require-user-unknown.ts';
import { rule as requireUserWidened } from './require-user-widened.ts';
import { rule as requireWithoutAuthtype } from './require-without-authtype.ts';
import { rule as requireallAddressAndUser } from './requireall-address-and-user.ts';
import { rule as requireallImpossible } from './requireall-impossible.ts';
import { rule as rewriteRefuses } from './rewrite-refuses.ts';
import type { Rule } from './rule.ts';
import { rule as satisfyAnyAlone } from './satisfy-any-alone.ts';
import { rule as sectionInHtaccess } from './section-in-htaccess.ts';
import { rule as sessionCookieFlags } from './session-cookie-flags.ts';
import { rule as sessionCookiePlaintext } from './session-cookie-plaintext.ts';
import { rule as sessionModuleMissing } from './session-module-missing.ts';
import { rule as sessionNoMaxage } from './session-no-maxage.ts';
import { rule as sessionOffUnderForm } from './session-off-under-form.ts';
import { rule as sessionPassphrasePerStart } from './session-passphrase-per-start.ts';
import { rule as sessionPassphrasePlaceholder } from './session-passphrase-placeholder.ts';
import { rule as sessionTooShort } from './session-too-short.ts';
import { rule as smartQuotes } from './smart-quotes.ts';
import { rule as trailingCommentAdmitsUser } from './trailing-comment-admits-user.ts';
import { rule as trailingCommentOnDirective } from './trailing-comment-on-directive.ts';
import { rule as undefinedDefineInPath } from './undefined-define-in-path.ts';
import { rule as valueUnquoted } from './value-unquoted.ts';

/** Every rule for Apache alone, one line each. */
export const rules: readonly Rule[] = [
  aliasSecondDoor,
  allowoverrideForbidsAuth,
  allowoverrideNoneIgnoresHtaccess,
  apacheAccessSyntax22,
  apacheAcmeChallengeLocked,
  apacheAuthDirectiveDuplicate,
  apacheAuthorizationHardcoded,
  apacheBasicAuthOverHttp,
  apacheClientCertOptionalUnchecked,
  apacheCorsPreflightLocked,
  apacheCredentialsInComment,
  apacheHtpasswdInDocroot,
  apacheLogFormatAuthorization,
  apachePasswordFileMissing,
  apachePasswordFileRelative,
  apacheRealmDiffersOneFile,
  apacheRealmNamesInternals,
  apacheScriptSecondDoor,
  apacheSecretInline,
  apacheServerStatusOpen,
  apacheStartFiles,
  apacheSyntaxError,
  apacheTemplatePlaceholderLeft,
  apacheUnknownDirective,
  apacheVhostTwinWithoutAuth,
  apacheWpAdminAjaxLocked,
  apacheWrongArguments,
  authDirectiveNoEffect,
  authProviderUnknown,
  authWithoutRequire,
  authnameMissing,
  authorizationHeaderStripped,
  authorizationInManagedBlock,
  authorizationRewriteOrder,
  authorizationSetenvifAnchored,
  authtypeUnknown,
  authtypeWithBasicProviderMissing,
  authzForbiddenOnFailure,
  basicFileUsedWithDigest,
  compatDenyWithRequire,
  compatDirectiveWithoutModule,
  digestMd5Weak,
  digestRealmMismatch,
  directoryAuthOnProxiedPath,
  directoryBehindLink,
  directoryPathRelative,
  directoryWithoutFolder,
  envSetTooLate,
  errordocument401External,
  errordocument401Rewritten,
  filePermissionsForbid,
  filesSectionWithSlash,
  formLoginPageProtected,
  formNoLoginLocation,
  groupFileMissing,
  groupNotDefined,
  groupNotMember,
  htDenyRemoved,
  htaccessAuthBypassedByProxypassmatch,
  htaccessBom,
  htaccessBroken,
  htaccessUnreadable,
  ifdefineHidesAuth,
  ifmoduleGuardsAuth,
  ifmoduleHidesAuth,
  ifmoduleNameWrong,
  includeoptionalAuthMissing,
  ldapProviderWithoutUrl,
  limitMethodBypass,
  limitSectionNeedless,
  locationOverridesDirectory,
  moduleMissingForAuthtype,
  moduleNotLoaded,
  multipleAuthuserfile,
  nestedHtaccessReplacesRequire,
  oidcAuthtypeMismatch,
  oidcClaimOpen,
  oidcProviderIncomplete,
  oidcRedirectUriNotProtected,
  oidcSchemeOrHostMismatch,
  oidcStateTimeoutNoDefaultUrl,
  openByRequirement,
  pamStackUnusable,
  proxyModuleMissing,
  remoteipWithoutTrustedProxy,
  requestheaderUnsetAuthorization,
  requireAddressOrUser,
  requireAllDeniedInherited,
  requireAllGrantedBesideValidUser,
  requireEnvSpoofable,
  requireGroupWithoutGroupFile,
  requireHostNeedsDns,
  requireInvalid,
  requireMethodOpens,
  requireNeverMet,
  requireOutsideDirectory,
  requireUserCommaList,
  requireUserUnknown,
  requireUserWidened,
  requireWithoutAuthtype,
  requireallAddressAndUser,
  requireallImpossible,
  rewriteRefuses,
  satisfyAnyAlone,
  sectionInHtaccess,
  sessionCookieFlags,
  sessionCookiePlaintext,
  sessionModuleMissing,
  sessionNoMaxage,
  sessionOffUnderForm,
  sessionPassphrasePerStart,
  sessionPassphrasePlaceholder,
  sessionTooShort,
  smartQuotes,
  trailingCommentAdmitsUser,
  trailingCommentOnDirective,
  undefinedDefineInPath,
  valueUnquoted,
];
