import { rule as authRequestCacheShared } from './auth-request-cache-shared.ts';
import { rule as authRequestConditionalHeaders } from './auth-request-conditional-headers.ts';
import { rule as authRequestCookieNotPassed } from './auth-request-cookie-not-passed.ts';
import { rule as authRequestDeniesAll } from './auth-request-denies-all.ts';
import { rule as authRequestForwardsBody } from './auth-request-forwards-body.ts';
import { rule as authRequestLetsAllIn } from './auth-request-lets-all-in.ts';
import { rule as authRequestNeedsResolver } from './auth-request-needs-resolver.ts';
import { rule as authRequestOriginalUriMissing } from './auth-request-original-uri-missing.ts';
import { rule as authRequestQueryEmpty } from './auth-request-query-empty.ts';
import { rule as authRequestTargetRedirects } from './auth-request-target-redirects.ts';
import { rule as authRequestTargetShadowed } from './auth-request-target-shadowed.ts';
import { rule as authRequestTargetStatus } from './auth-request-target-status.ts';
import { rule as authRequestWithoutChallenge } from './auth-request-without-challenge.ts';
import { rule as authUpstreamPublic } from './auth-upstream-public.ts';
import { rule as authorizationClearedByProxy } from './authorization-cleared-by-proxy.ts';
import { rule as authorizationForwardedToApp } from './authorization-forwarded-to-app.ts';
import { rule as forwardedProtoMissing } from './forwarded-proto-missing.ts';
import { rule as identityHeaderNotCleared } from './identity-header-not-cleared.ts';
import { rule as ingressAuthSecretKey } from './ingress-auth-secret-key.ts';
import { rule as ingressAuthSecretMissing } from './ingress-auth-secret-missing.ts';
import { rule as ingressAuthUrl } from './ingress-auth-url.ts';
import { rule as interceptErrorsHides401 } from './intercept-errors-hides-401.ts';
import { rule as jwtAndBasicSameLevel } from './jwt-and-basic-same-level.ts';
import { rule as jwtExpNotValidated } from './jwt-exp-not-validated.ts';
import { rule as jwtKeyMissing } from './jwt-key-missing.ts';
import { rule as jwtLeewayLarge } from './jwt-leeway-large.ts';
import { rule as jwtNoClaimCheck } from './jwt-no-claim-check.ts';
import { rule as loginPageAsksForLogin } from './login-page-asks-for-login.ts';
import { rule as nginxAcmeChallengeLocked } from './nginx-acme-challenge-locked.ts';
import { rule as nginxAddressFromClient } from './nginx-address-from-client.ts';
import { rule as nginxAddressRuleNeverMet } from './nginx-address-rule-never-met.ts';
import { rule as nginxAliasTraversal } from './nginx-alias-traversal.ts';
import { rule as nginxAllowWithoutDeny } from './nginx-allow-without-deny.ts';
import { rule as nginxAnsweredBeforeLogin } from './nginx-answered-before-login.ts';
import { rule as nginxAuthBasicWithoutUserFile } from './nginx-auth-basic-without-user-file.ts';
import { rule as nginxAuthDirectiveWrongContext } from './nginx-auth-directive-wrong-context.ts';
import { rule as nginxAuthOffKeepsAddresses } from './nginx-auth-off-keeps-addresses.ts';
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
import { rule as nginxExemptionAsksAllTheSame } from './nginx-exemption-asks-all-the-same.ts';
import { rule as nginxHealthCheckLocked } from './nginx-health-check-locked.ts';
import { rule as nginxHiddenChallenge } from './nginx-hidden-challenge.ts';
import { rule as nginxHtpasswdInDocroot } from './nginx-htpasswd-in-docroot.ts';
import { rule as nginxIncludeMatchesNothing } from './nginx-include-matches-nothing.ts';
import { rule as nginxIncludeMissing } from './nginx-include-missing.ts';
import { rule as nginxLimitExceptLeavesMethods } from './nginx-limit-except-leaves-methods.ts';
import { rule as nginxLocationInsidePattern } from './nginx-location-inside-pattern.ts';
import { rule as nginxLocationPathImpossible } from './nginx-location-path-impossible.ts';
import { rule as nginxLocationPatternWithoutTilde } from './nginx-location-pattern-without-tilde.ts';
import { rule as nginxLogFormatAuthorization } from './nginx-log-format-authorization.ts';
import { rule as nginxLoginForSome } from './nginx-login-for-some.ts';
import { rule as nginxNetworkMask } from './nginx-network-mask.ts';
import { rule as nginxPasswordFileMissing } from './nginx-password-file-missing.ts';
import { rule as nginxRealIpTrustsAll } from './nginx-real-ip-trusts-all.ts';
import { rule as nginxRealmDiffers } from './nginx-realm-differs.ts';
import { rule as nginxRealmFromClient } from './nginx-realm-from-client.ts';
import { rule as nginxRealmTells } from './nginx-realm-tells.ts';
import { rule as nginxRegexLocationEscapesAuth } from './nginx-regex-location-escapes-auth.ts';
import { rule as nginxReturnBeforeAuth } from './nginx-return-before-auth.ts';
import { rule as nginxReturnHidesChallenge } from './nginx-return-hides-challenge.ts';
import { rule as nginxReturnSkipsLogin } from './nginx-return-skips-login.ts';
import { rule as nginxRewriteBeforeAuth } from './nginx-rewrite-before-auth.ts';
import { rule as nginxSatisfyAnyAllowsAll } from './nginx-satisfy-any-allows-all.ts';
import { rule as nginxSatisfyAnyWithForeignCheck } from './nginx-satisfy-any-with-foreign-check.ts';
import { rule as nginxScriptSecondDoor } from './nginx-script-second-door.ts';
import { rule as nginxSecureLinkUnchecked } from './nginx-secure-link-unchecked.ts';
import { rule as nginxServerNameConflict } from './nginx-server-name-conflict.ts';
import { rule as nginxServerNeverAsked } from './nginx-server-never-asked.ts';
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
import { rule as passRequestHeadersOff } from './pass-request-headers-off.ts';
import { rule as proxySetHeaderDropsInherited } from './proxy-set-header-drops-inherited.ts';
import { rule as remoteUserNotForwarded } from './remote-user-not-forwarded.ts';
import type { Rule } from './rule.ts';
import { rule as underscoreTokenHeaderDropped } from './underscore-token-header-dropped.ts';
import { rule as upstreamLoginLost } from './upstream-login-lost.ts';

/** Every rule for nginx alone, one line each. */
export const rules: readonly Rule[] = [
  authRequestCacheShared,
  authRequestConditionalHeaders,
  authRequestCookieNotPassed,
  authRequestDeniesAll,
  authRequestForwardsBody,
  authRequestLetsAllIn,
  authRequestNeedsResolver,
  authRequestOriginalUriMissing,
  authRequestQueryEmpty,
  authRequestTargetRedirects,
  authRequestTargetShadowed,
  authRequestTargetStatus,
  authRequestWithoutChallenge,
  authUpstreamPublic,
  authorizationClearedByProxy,
  authorizationForwardedToApp,
  forwardedProtoMissing,
  identityHeaderNotCleared,
  ingressAuthSecretKey,
  ingressAuthSecretMissing,
  ingressAuthUrl,
  interceptErrorsHides401,
  jwtAndBasicSameLevel,
  jwtExpNotValidated,
  jwtKeyMissing,
  jwtLeewayLarge,
  jwtNoClaimCheck,
  loginPageAsksForLogin,
  nginxAcmeChallengeLocked,
  nginxAddressFromClient,
  nginxAddressRuleNeverMet,
  nginxAliasTraversal,
  nginxAllowWithoutDeny,
  nginxAnsweredBeforeLogin,
  nginxAuthBasicWithoutUserFile,
  nginxAuthDirectiveWrongContext,
  nginxAuthOffKeepsAddresses,
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
  nginxExemptionAsksAllTheSame,
  nginxHealthCheckLocked,
  nginxHiddenChallenge,
  nginxHtpasswdInDocroot,
  nginxIncludeMatchesNothing,
  nginxIncludeMissing,
  nginxLimitExceptLeavesMethods,
  nginxLocationInsidePattern,
  nginxLocationPathImpossible,
  nginxLocationPatternWithoutTilde,
  nginxLogFormatAuthorization,
  nginxLoginForSome,
  nginxNetworkMask,
  nginxPasswordFileMissing,
  nginxRealIpTrustsAll,
  nginxRealmDiffers,
  nginxRealmFromClient,
  nginxRealmTells,
  nginxRegexLocationEscapesAuth,
  nginxReturnBeforeAuth,
  nginxReturnHidesChallenge,
  nginxReturnSkipsLogin,
  nginxRewriteBeforeAuth,
  nginxSatisfyAnyAllowsAll,
  nginxSatisfyAnyWithForeignCheck,
  nginxScriptSecondDoor,
  nginxSecureLinkUnchecked,
  nginxServerNameConflict,
  nginxServerNeverAsked,
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
  passRequestHeadersOff,
  proxySetHeaderDropsInherited,
  remoteUserNotForwarded,
  underscoreTokenHeaderDropped,
  upstreamLoginLost,
];
