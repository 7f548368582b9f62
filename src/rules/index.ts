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
import { rule as authRequestCacheShared } from './auth-request-cache-shared.ts';
import { rule as authRequestConditionalHeaders } from './auth-request-conditional-headers.ts';
import { rule as authRequestCookieNotPassed } from './auth-request-cookie-not-passed.ts';
import { rule as authRequestDeniesAll } from './auth-request-denies-all.ts';
import { rule as authRequestForwardsBody } from './auth-request-forwards-body.ts';
import { rule as authRequestLetsAllIn } from './auth-request-lets-all-in.ts';
import { rule as authRequestNeedsResolver } from './auth-request-needs-resolver.ts';
import { rule as authRequestOriginalUriMissing } from './auth-request-original-uri-missing.ts';
import { rule as authRequestTargetRedirects } from './auth-request-target-redirects.ts';
import { rule as authRequestTargetShadowed } from './auth-request-target-shadowed.ts';
import { rule as authRequestTargetStatus } from './auth-request-target-status.ts';
import { rule as authRequestWithoutChallenge } from './auth-request-without-challenge.ts';
import { rule as authUpstreamPublic } from './auth-upstream-public.ts';
import { rule as authWithoutRequire } from './auth-without-require.ts';
import { rule as authnameMissing } from './authname-missing.ts';
import { rule as authorizationClearedByProxy } from './authorization-cleared-by-proxy.ts';
import { rule as authorizationForwardedToApp } from './authorization-forwarded-to-app.ts';
import { rule as authorizationHeaderStripped } from './authorization-header-stripped.ts';
import { rule as authorizationInManagedBlock } from './authorization-in-managed-block.ts';
import { rule as authorizationLeakedToForeignHost } from './authorization-leaked-to-foreign-host.ts';
import { rule as authorizationRewriteOrder } from './authorization-rewrite-order.ts';
import { rule as authorizationSetenvifAnchored } from './authorization-setenvif-anchored.ts';
import { rule as authtypeUnknown } from './authtype-unknown.ts';
import { rule as authtypeWithBasicProviderMissing } from './authtype-with-basic-provider-missing.ts';
import { rule as authzForbiddenOnFailure } from './authz-forbidden-on-failure.ts';
import { rule as backendPortPublished } from './backend-port-published.ts';
import { rule as basicAuthClashesWithAppAuth } from './basic-auth-clashes-with-app-auth.ts';
import { rule as basicFileUsedWithDigest } from './basic-file-used-with-digest.ts';
import { rule as bcryptCostTooHigh } from './bcrypt-cost-too-high.ts';
import { rule as compatDenyWithRequire } from './compat-deny-with-require.ts';
import { rule as compatDirectiveWithoutModule } from './compat-directive-without-module.ts';
import { rule as composeDollarInterpolation } from './compose-dollar-interpolation.ts';
import { rule as containerHealthCheckLocked } from './container-health-check-locked.ts';
import { rule as digestFileUsedWithBasic } from './digest-file-used-with-basic.ts';
import { rule as digestLineMalformed } from './digest-line-malformed.ts';
import { rule as digestMd5Weak } from './digest-md5-weak.ts';
import { rule as digestRealmMismatch } from './digest-realm-mismatch.ts';
import { rule as directoryAuthOnProxiedPath } from './directory-auth-on-proxied-path.ts';
import { rule as dockerfileCopiesHtpasswdToWeb } from './dockerfile-copies-htpasswd-to-web.ts';
import { rule as errordocument401External } from './errordocument-401-external.ts';
import { rule as errordocument401Rewritten } from './errordocument-401-rewritten.ts';
import { rule as filePermissionsForbid } from './file-permissions-forbid.ts';
import { rule as filesSectionWithSlash } from './files-section-with-slash.ts';
import { rule as formLoginPageProtected } from './form-login-page-protected.ts';
import { rule as formNoLoginLocation } from './form-no-login-location.ts';
import { rule as forwardedProtoMissing } from './forwarded-proto-missing.ts';
import { rule as groupFileFormat } from './group-file-format.ts';
import { rule as groupFileMissing } from './group-file-missing.ts';
import { rule as groupNotDefined } from './group-not-defined.ts';
import { rule as groupNotMember } from './group-not-member.ts';
import { rule as hashBcryptCostLow } from './hash-bcrypt-cost-low.ts';
import { rule as hashMixedKinds } from './hash-mixed-kinds.ts';
import { rule as hashSharedByUsers } from './hash-shared-by-users.ts';
import { rule as hashUnportable } from './hash-unportable.ts';
import { rule as hashUnsupported } from './hash-unsupported.ts';
import { rule as htDenyRemoved } from './ht-deny-removed.ts';
import { rule as htaccessAuthBypassedByProxypassmatch } from './htaccess-auth-bypassed-by-proxypassmatch.ts';
import { rule as htaccessBom } from './htaccess-bom.ts';
import { rule as htaccessBroken } from './htaccess-broken.ts';
import { rule as htaccessUnreadable } from './htaccess-unreadable.ts';
import { rule as identityHeaderNotCleared } from './identity-header-not-cleared.ts';
import { rule as ifdefineHidesAuth } from './ifdefine-hides-auth.ts';
import { rule as ifmoduleGuardsAuth } from './ifmodule-guards-auth.ts';
import { rule as ifmoduleHidesAuth } from './ifmodule-hides-auth.ts';
import { rule as ifmoduleNameWrong } from './ifmodule-name-wrong.ts';
import { rule as includeoptionalAuthMissing } from './includeoptional-auth-missing.ts';
import { rule as ingressAuthSecretKey } from './ingress-auth-secret-key.ts';
import { rule as ingressAuthSecretMissing } from './ingress-auth-secret-missing.ts';
import { rule as ingressAuthUrl } from './ingress-auth-url.ts';
import { rule as interceptErrorsHides401 } from './intercept-errors-hides-401.ts';
import { rule as jwtAndBasicSameLevel } from './jwt-and-basic-same-level.ts';
import { rule as jwtExpNotValidated } from './jwt-exp-not-validated.ts';
import { rule as jwtKeyMissing } from './jwt-key-missing.ts';
import { rule as jwtLeewayLarge } from './jwt-leeway-large.ts';
import { rule as jwtNoClaimCheck } from './jwt-no-claim-check.ts';
import { rule as ldapProviderWithoutUrl } from './ldap-provider-without-url.ts';
import { rule as limitMethodBypass } from './limit-method-bypass.ts';
import { rule as limitReached } from './limit-reached.ts';
import { rule as limitSectionNeedless } from './limit-section-needless.ts';
import { rule as locationOverridesDirectory } from './location-overrides-directory.ts';
import { rule as loginPageAsksForLogin } from './login-page-asks-for-login.ts';
import { rule as malformedHashLine } from './malformed-hash-line.ts';
import { rule as mappedFileIgnored } from './mapped-file-ignored.ts';
import { rule as mappedFileMissing } from './mapped-file-missing.ts';
import { rule as moduleMissingForAuthtype } from './module-missing-for-authtype.ts';
import { rule as moduleNotLoaded } from './module-not-loaded.ts';
import { rule as multipleAuthuserfile } from './multiple-authuserfile.ts';
import { rule as nestedHtaccessReplacesRequire } from './nested-htaccess-replaces-require.ts';
import { rule as nginxAcmeChallengeLocked } from './nginx-acme-challenge-locked.ts';
import { rule as nginxAliasTraversal } from './nginx-alias-traversal.ts';
import { rule as nginxAllowWithoutDeny } from './nginx-allow-without-deny.ts';
import { rule as nginxAnsweredBeforeLogin } from './nginx-answered-before-login.ts';
import { rule as nginxAuthBasicWithoutUserFile } from './nginx-auth-basic-without-user-file.ts';
import { rule as nginxAuthDirectiveWrongContext } from './nginx-auth-directive-wrong-context.ts';
import { rule as nginxAuthOffSpelling } from './nginx-auth-off-spelling.ts';
import { rule as nginxAuthOffWide } from './nginx-auth-off-wide.ts';
import { rule as nginxAuthOnNarrowLocation } from './nginx-auth-on-narrow-location.ts';
import { rule as nginxAuthorizationHardcoded } from './nginx-authorization-hardcoded.ts';
import { rule as nginxBasicAuthOverHttp } from './nginx-basic-auth-over-http.ts';
import { rule as nginxCacheSharesPrivate } from './nginx-cache-shares-private.ts';
import { rule as nginxClientCertOptionalUnchecked } from './nginx-client-cert-optional-unchecked.ts';
import { rule as nginxCorsPreflightLocked } from './nginx-cors-preflight-locked.ts';
import { rule as nginxDenyAllWithAuth } from './nginx-deny-all-with-auth.ts';
import { rule as nginxDirectiveNotInBuild } from './nginx-directive-not-in-build.ts';
import { rule as nginxDuplicateAuthDirective } from './nginx-duplicate-auth-directive.ts';
import { rule as nginxErrorPageHidesChallenge } from './nginx-error-page-hides-challenge.ts';
import { rule as nginxErrorPageLetsIn } from './nginx-error-page-lets-in.ts';
import { rule as nginxEventsMissing } from './nginx-events-missing.ts';
import { rule as nginxHashOnApache } from './nginx-hash-on-apache.ts';
import { rule as nginxHealthCheckLocked } from './nginx-health-check-locked.ts';
import { rule as nginxHiddenChallenge } from './nginx-hidden-challenge.ts';
import { rule as nginxHtpasswdInDocroot } from './nginx-htpasswd-in-docroot.ts';
import { rule as nginxIncludeMatchesNothing } from './nginx-include-matches-nothing.ts';
import { rule as nginxIncludeMissing } from './nginx-include-missing.ts';
import { rule as nginxLimitExceptLeavesMethods } from './nginx-limit-except-leaves-methods.ts';
import { rule as nginxLocationInsidePattern } from './nginx-location-inside-pattern.ts';
import { rule as nginxLogFormatAuthorization } from './nginx-log-format-authorization.ts';
import { rule as nginxPasswordFileMissing } from './nginx-password-file-missing.ts';
import { rule as nginxRealIpTrustsAll } from './nginx-real-ip-trusts-all.ts';
import { rule as nginxRealmDiffers } from './nginx-realm-differs.ts';
import { rule as nginxRealmFromClient } from './nginx-realm-from-client.ts';
import { rule as nginxRealmTells } from './nginx-realm-tells.ts';
import { rule as nginxRegexLocationEscapesAuth } from './nginx-regex-location-escapes-auth.ts';
import { rule as nginxReturnBeforeAuth } from './nginx-return-before-auth.ts';
import { rule as nginxRewriteBeforeAuth } from './nginx-rewrite-before-auth.ts';
import { rule as nginxSatisfyAnyAllowsAll } from './nginx-satisfy-any-allows-all.ts';
import { rule as nginxSatisfyAnyWithForeignCheck } from './nginx-satisfy-any-with-foreign-check.ts';
import { rule as nginxSecureLinkUnchecked } from './nginx-secure-link-unchecked.ts';
import { rule as nginxServerNameConflict } from './nginx-server-name-conflict.ts';
import { rule as nginxSiblingLocationWithoutAuth } from './nginx-sibling-location-without-auth.ts';
import { rule as nginxStatusOpen } from './nginx-status-open.ts';
import { rule as nginxSyntaxError } from './nginx-syntax-error.ts';
import { rule as nginxTwinServerWithoutAuth } from './nginx-twin-server-without-auth.ts';
import { rule as nginxUnknownDirective } from './nginx-unknown-directive.ts';
import { rule as nginxUnknownVariable } from './nginx-unknown-variable.ts';
import { rule as nginxUserFileFromRequest } from './nginx-user-file-from-request.ts';
import { rule as nginxUserFileRelative } from './nginx-user-file-relative.ts';
import { rule as nginxUserFileWithoutAuthBasic } from './nginx-user-file-without-auth-basic.ts';
import { rule as nginxWpAdminAjaxLocked } from './nginx-wp-admin-ajax-locked.ts';
import { rule as nginxWrongArguments } from './nginx-wrong-arguments.ts';
import { rule as noUsableLogin } from './no-usable-login.ts';
import { rule as oidcAuthtypeMismatch } from './oidc-authtype-mismatch.ts';
import { rule as oidcClaimOpen } from './oidc-claim-open.ts';
import { rule as oidcProviderIncomplete } from './oidc-provider-incomplete.ts';
import { rule as oidcRedirectUriNotProtected } from './oidc-redirect-uri-not-protected.ts';
import { rule as oidcSchemeOrHostMismatch } from './oidc-scheme-or-host-mismatch.ts';
import { rule as oidcStateTimeoutNoDefaultUrl } from './oidc-state-timeout-no-default-url.ts';
import { rule as openByRequirement } from './open-by-requirement.ts';
import { rule as pamStackUnusable } from './pam-stack-unusable.ts';
import { rule as passRequestHeadersOff } from './pass-request-headers-off.ts';
import { rule as passwordCleartext } from './password-cleartext.ts';
import { rule as passwordFileEmpty } from './password-file-empty.ts';
import { rule as passwordFileEncoding } from './password-file-encoding.ts';
import { rule as passwordFileNoFinalNewline } from './password-file-no-final-newline.ts';
import { rule as passwordFileUnreadable } from './password-file-unreadable.ts';
import { rule as passwordHashInRepo } from './password-hash-in-repo.ts';
import { rule as passwordLineMalformed } from './password-line-malformed.ts';
import { rule as passwordLineWhitespace } from './password-line-whitespace.ts';
import { rule as passwordPathIsDirectory } from './password-path-is-directory.ts';
import { rule as passwordUserDuplicate } from './password-user-duplicate.ts';
import { rule as passwordUserTwin } from './password-user-twin.ts';
import { rule as pastedWebText } from './pasted-web-text.ts';
import { rule as proxySetHeaderDropsInherited } from './proxy-set-header-drops-inherited.ts';
import { rule as remoteUserNotForwarded } from './remote-user-not-forwarded.ts';
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
import type { Rule, RuleMeta } from './rule.ts';
import { rule as satisfyAnyAlone } from './satisfy-any-alone.ts';
import { rule as sectionInHtaccess } from './section-in-htaccess.ts';
import { rule as selinuxLabelForbids } from './selinux-label-forbids.ts';
import { rule as sessionCookieFlags } from './session-cookie-flags.ts';
import { rule as sessionCookiePlaintext } from './session-cookie-plaintext.ts';
import { rule as sessionModuleMissing } from './session-module-missing.ts';
import { rule as sessionNoMaxage } from './session-no-maxage.ts';
import { rule as sessionOffUnderForm } from './session-off-under-form.ts';
import { rule as sessionPassphrasePerStart } from './session-passphrase-per-start.ts';
import { rule as sessionPassphrasePlaceholder } from './session-passphrase-placeholder.ts';
import { rule as sessionTooShort } from './session-too-short.ts';
import { rule as smartQuotes } from './smart-quotes.ts';
import { meta as suppressionUnused } from './suppress.ts';
import { rule as trailingCommentAdmitsUser } from './trailing-comment-admits-user.ts';
import { rule as trailingCommentOnDirective } from './trailing-comment-on-directive.ts';
import { rule as undefinedDefineInPath } from './undefined-define-in-path.ts';
import { rule as underscoreTokenHeaderDropped } from './underscore-token-header-dropped.ts';
import { meta as lockoutUnexplained } from './unexplained.ts';
import { rule as upstreamLoginLost } from './upstream-login-lost.ts';
import { rule as usernameNonAscii } from './username-non-ascii.ts';
import { rule as valueUnquoted } from './value-unquoted.ts';
import { rule as weakHash } from './weak-hash.ts';

/** Every rule, one line each. */
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
  authRequestCacheShared,
  authRequestConditionalHeaders,
  authRequestCookieNotPassed,
  authRequestDeniesAll,
  authRequestForwardsBody,
  authRequestLetsAllIn,
  authRequestNeedsResolver,
  authRequestOriginalUriMissing,
  authRequestTargetRedirects,
  authRequestTargetShadowed,
  authRequestTargetStatus,
  authRequestWithoutChallenge,
  authUpstreamPublic,
  authWithoutRequire,
  authnameMissing,
  authorizationClearedByProxy,
  authorizationForwardedToApp,
  authorizationHeaderStripped,
  authorizationInManagedBlock,
  authorizationLeakedToForeignHost,
  authorizationRewriteOrder,
  authorizationSetenvifAnchored,
  authtypeUnknown,
  authtypeWithBasicProviderMissing,
  authzForbiddenOnFailure,
  backendPortPublished,
  basicAuthClashesWithAppAuth,
  basicFileUsedWithDigest,
  bcryptCostTooHigh,
  compatDenyWithRequire,
  compatDirectiveWithoutModule,
  composeDollarInterpolation,
  containerHealthCheckLocked,
  digestFileUsedWithBasic,
  digestLineMalformed,
  digestMd5Weak,
  digestRealmMismatch,
  directoryAuthOnProxiedPath,
  dockerfileCopiesHtpasswdToWeb,
  errordocument401External,
  errordocument401Rewritten,
  filePermissionsForbid,
  filesSectionWithSlash,
  formLoginPageProtected,
  formNoLoginLocation,
  forwardedProtoMissing,
  groupFileFormat,
  groupFileMissing,
  groupNotDefined,
  groupNotMember,
  hashBcryptCostLow,
  hashMixedKinds,
  hashSharedByUsers,
  hashUnportable,
  hashUnsupported,
  htDenyRemoved,
  htaccessAuthBypassedByProxypassmatch,
  htaccessBom,
  htaccessBroken,
  htaccessUnreadable,
  identityHeaderNotCleared,
  ifdefineHidesAuth,
  ifmoduleGuardsAuth,
  ifmoduleHidesAuth,
  ifmoduleNameWrong,
  includeoptionalAuthMissing,
  ingressAuthSecretKey,
  ingressAuthSecretMissing,
  ingressAuthUrl,
  interceptErrorsHides401,
  jwtAndBasicSameLevel,
  jwtExpNotValidated,
  jwtKeyMissing,
  jwtLeewayLarge,
  jwtNoClaimCheck,
  ldapProviderWithoutUrl,
  limitMethodBypass,
  limitReached,
  limitSectionNeedless,
  locationOverridesDirectory,
  loginPageAsksForLogin,
  malformedHashLine,
  mappedFileIgnored,
  mappedFileMissing,
  moduleMissingForAuthtype,
  moduleNotLoaded,
  multipleAuthuserfile,
  nestedHtaccessReplacesRequire,
  nginxAcmeChallengeLocked,
  nginxAliasTraversal,
  nginxAllowWithoutDeny,
  nginxAnsweredBeforeLogin,
  nginxAuthBasicWithoutUserFile,
  nginxAuthDirectiveWrongContext,
  nginxAuthOffSpelling,
  nginxAuthOffWide,
  nginxAuthOnNarrowLocation,
  nginxAuthorizationHardcoded,
  nginxBasicAuthOverHttp,
  nginxCacheSharesPrivate,
  nginxClientCertOptionalUnchecked,
  nginxCorsPreflightLocked,
  nginxDenyAllWithAuth,
  nginxDirectiveNotInBuild,
  nginxDuplicateAuthDirective,
  nginxErrorPageHidesChallenge,
  nginxErrorPageLetsIn,
  nginxEventsMissing,
  nginxHashOnApache,
  nginxHealthCheckLocked,
  nginxHiddenChallenge,
  nginxHtpasswdInDocroot,
  nginxIncludeMatchesNothing,
  nginxIncludeMissing,
  nginxLimitExceptLeavesMethods,
  nginxLocationInsidePattern,
  nginxLogFormatAuthorization,
  nginxPasswordFileMissing,
  nginxRealIpTrustsAll,
  nginxRealmDiffers,
  nginxRealmFromClient,
  nginxRealmTells,
  nginxRegexLocationEscapesAuth,
  nginxReturnBeforeAuth,
  nginxRewriteBeforeAuth,
  nginxSatisfyAnyAllowsAll,
  nginxSatisfyAnyWithForeignCheck,
  nginxSecureLinkUnchecked,
  nginxServerNameConflict,
  nginxSiblingLocationWithoutAuth,
  nginxStatusOpen,
  nginxSyntaxError,
  nginxTwinServerWithoutAuth,
  nginxUnknownDirective,
  nginxUnknownVariable,
  nginxUserFileFromRequest,
  nginxUserFileRelative,
  nginxUserFileWithoutAuthBasic,
  nginxWpAdminAjaxLocked,
  nginxWrongArguments,
  noUsableLogin,
  oidcAuthtypeMismatch,
  oidcClaimOpen,
  oidcProviderIncomplete,
  oidcRedirectUriNotProtected,
  oidcSchemeOrHostMismatch,
  oidcStateTimeoutNoDefaultUrl,
  openByRequirement,
  pamStackUnusable,
  passRequestHeadersOff,
  passwordCleartext,
  passwordFileEmpty,
  passwordFileEncoding,
  passwordFileNoFinalNewline,
  passwordFileUnreadable,
  passwordHashInRepo,
  passwordLineMalformed,
  passwordLineWhitespace,
  passwordPathIsDirectory,
  passwordUserDuplicate,
  passwordUserTwin,
  pastedWebText,
  proxySetHeaderDropsInherited,
  remoteUserNotForwarded,
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
  selinuxLabelForbids,
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
  underscoreTokenHeaderDropped,
  upstreamLoginLost,
  usernameNonAscii,
  valueUnquoted,
  weakHash,
];

/** What every finding may be called: the rules, the last resort, and a comment that silences nothing. */
export const metas: readonly RuleMeta[] = [...rules.map(({ meta }) => meta), lockoutUnexplained, suppressionUnused];
