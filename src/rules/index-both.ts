import { rule as authorizationLeakedToForeignHost } from './authorization-leaked-to-foreign-host.ts';
import { rule as backendPortPublished } from './backend-port-published.ts';
import { rule as basicAuthClashesWithAppAuth } from './basic-auth-clashes-with-app-auth.ts';
import { rule as bcryptCostTooHigh } from './bcrypt-cost-too-high.ts';
import { rule as composeDollarInterpolation } from './compose-dollar-interpolation.ts';
import { rule as containerHealthCheckLocked } from './container-health-check-locked.ts';
import { rule as digestFileUsedWithBasic } from './digest-file-used-with-basic.ts';
import { rule as digestLineMalformed } from './digest-line-malformed.ts';
import { rule as dockerfileCopiesHtpasswdToWeb } from './dockerfile-copies-htpasswd-to-web.ts';
import { rule as groupFileFormat } from './group-file-format.ts';
import { rule as hashBcryptCostLow } from './hash-bcrypt-cost-low.ts';
import { rule as hashMixedKinds } from './hash-mixed-kinds.ts';
import { rule as hashSharedByUsers } from './hash-shared-by-users.ts';
import { rule as hashUnportable } from './hash-unportable.ts';
import { rule as hashUnsupported } from './hash-unsupported.ts';
import { rule as limitReached } from './limit-reached.ts';
import { rule as malformedHashLine } from './malformed-hash-line.ts';
import { rule as mappedFileIgnored } from './mapped-file-ignored.ts';
import { rule as mappedFileMissing } from './mapped-file-missing.ts';
import { rule as mountedFileNotRead } from './mounted-file-not-read.ts';
import { rule as nginxHashOnApache } from './nginx-hash-on-apache.ts';
import { rule as noUsableLogin } from './no-usable-login.ts';
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
import type { Rule } from './rule.ts';
import { rule as selinuxLabelForbids } from './selinux-label-forbids.ts';
import { rule as usernameNonAscii } from './username-non-ascii.ts';
import { rule as weakHash } from './weak-hash.ts';

/** Every rule for both servers and for password files, one line each. */
export const rules: readonly Rule[] = [
  authorizationLeakedToForeignHost,
  backendPortPublished,
  basicAuthClashesWithAppAuth,
  bcryptCostTooHigh,
  composeDollarInterpolation,
  containerHealthCheckLocked,
  digestFileUsedWithBasic,
  digestLineMalformed,
  dockerfileCopiesHtpasswdToWeb,
  groupFileFormat,
  hashBcryptCostLow,
  hashMixedKinds,
  hashSharedByUsers,
  hashUnportable,
  hashUnsupported,
  limitReached,
  malformedHashLine,
  mappedFileIgnored,
  mappedFileMissing,
  mountedFileNotRead,
  nginxHashOnApache,
  noUsableLogin,
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
  selinuxLabelForbids,
  usernameNonAscii,
  weakHash,
];
