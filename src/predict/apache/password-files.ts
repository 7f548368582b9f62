import { checkPassword } from '../../hash/check.ts';
import { checkDigest } from '../../hash/digest.ts';
import type { Password } from '../../hash/password.ts';
import { type Absence, absent } from '../../host/host.ts';
import type { Setting } from '../../model/apache/settings.ts';
import { oncePer } from '../../once.ts';
import { type DigestFile, openDigestFile } from '../../syntax/digests.ts';
import { type GroupFile, openGroupFile } from '../../syntax/groups.ts';
import { openPasswordFile, type PasswordFile } from '../../syntax/passwords.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import type { Reason } from '../answer.ts';
import type { LoginResult } from './authn.ts';
import { type Exchange, reason, type Site, Unseen } from './exchange.ts';

/** Files opened once in a run. */
interface Files {
  readonly passwords: Map<string, PasswordFile | Absence>;
  readonly groups: Map<string, GroupFile | Absence>;
  readonly digests: Map<string, DigestFile | Absence>;
}

/** The one file that httpd reads although it is no regular one. */
const nullDevice = '/dev/null';

const filesOf = oncePer((_: Site): Files => ({ passwords: new Map(), groups: new Map(), digests: new Map() }));

function openOnce<T>(site: Site, known: Map<string, T | Absence>, path: string, open: () => T | Absence): T | Absence {
  const old = known.get(path);
  if (old !== undefined) return old;
  const view = path.startsWith('/') ? site.worker.readable(path) : 'invisible';
  // ap_pcfg_openfile takes regular files and /dev/null only
  const file = absent(view)
    ? view
    : view.kind === 'directory'
      ? 'directory'
      : view.kind === 'other'
        ? 'not-a-file'
        : open();
  known.set(path, file);
  return file;
}

/** The password file that a user file directive names; opened once. */
export function passwordFile(site: Site, path: string): PasswordFile | Absence {
  return openOnce(site, filesOf(site).passwords, path, () => openPasswordFile(site.host, path, 'apache'));
}

/** The group file that a group file directive names; opened once. */
export function groupFile(site: Site, path: string): GroupFile | Absence {
  return openOnce(site, filesOf(site).groups, path, () => openGroupFile(site.host, path));
}

/** A file of digests, opened once. */
export function digestFile(site: Site, path: string): DigestFile | Absence {
  return openOnce(site, filesOf(site).digests, path, () => openDigestFile(site.host, path));
}

function fileTrouble(exchange: Exchange, file: Absence, setting: Setting<string>): LoginResult {
  const shown = printable(setting.value);
  if (setting.value.includes('${'))
    throw new Unseen(reason('apache-variable-unseen', `the variable in ${shown} cannot be seen`, setting.origin));
  if (file === 'invisible')
    throw new Unseen(reason('apache-user-file-unseen', `the password file ${shown} cannot be seen`, setting.origin));
  if (file === 'denied')
    exchange.because.push(
      reason('apache-user-file-unreadable', `the worker may not read the password file ${shown}`, setting.origin),
    );
  else if (file === 'directory' || file === 'not-a-file')
    exchange.because.push(
      reason('apache-user-file-directory', `the password file ${shown} is not a regular file`, setting.origin),
    );
  else
    exchange.because.push(
      reason('apache-user-file-missing', `the password file ${shown} is not there`, setting.origin),
    );
  return 'error';
}

/** Whether no login can find anybody in a file; looked up once. */
const isEmpty = oncePer((file: PasswordFile) => file.users(1).length === 0);

function nobody({ because }: Exchange, { origin }: Setting<string>): LoginResult {
  because.push(reason('apache-user-file-empty', `the password file is ${nullDevice}, which has nobody in it`, origin));
  return 'not-found';
}

/** mod_authn_file.c, check_password. */
export function checkUserFile(exchange: Exchange, user: string, password: Password, origin: Directive): LoginResult {
  const setting = exchange.settings.userFile;
  if (!setting) {
    exchange.because.push(reason('apache-user-file-unset', 'there is no AuthUserFile to look the user up in', origin));
    return 'error';
  }
  if (setting.value === nullDevice) return nobody(exchange, setting);
  const file = passwordFile(exchange.site, setting.value);
  if (absent(file)) return fileTrouble(exchange, file, setting);
  const entry = file.find(user);
  const shown = printable(user);
  if (!entry) {
    exchange.because.push(
      isEmpty(file)
        ? reason('apache-user-file-empty', `nobody is in the password file ${printable(setting.value)}`, setting.origin)
        : reason('apache-user-unknown', `the user ${shown} is not in ${printable(setting.value)}`, setting.origin),
    );
    return 'not-found';
  }
  const result = checkPassword(entry, password, { platform: exchange.site.platform, server: 'apache' });
  if (result === 'unknown')
    throw new Unseen(
      reason('apache-hash-unseen', `the password entry of ${shown} cannot be checked here`, entry.where),
    );
  if (result === 'match') {
    exchange.because.push(reason('apache-password-right', `the password of ${shown} is right`, entry.where));
    return 'granted';
  }
  exchange.because.push(
    result === 'unsupported'
      ? reason(
          'apache-hash-unsupported',
          `the server cannot check this kind of password entry for ${shown}`,
          entry.where,
        )
      : result === 'error'
        ? reason('apache-hash-broken', `the password entry of ${shown} is broken`, entry.where)
        : reason('apache-password-wrong', `the password of ${shown} is wrong`, entry.where),
  );
  return 'denied';
}

/** mod_authn_file.c, get_realm_hash, and the comparison that follows. */
export function checkDigestEntry(
  exchange: Exchange,
  user: string,
  realm: string,
  password: Password,
  origin: Directive,
): LoginResult {
  const setting = exchange.settings.userFile;
  if (!setting) {
    exchange.because.push(reason('apache-user-file-unset', 'there is no AuthUserFile to look the user up in', origin));
    return 'error';
  }
  const { site } = exchange;
  if (setting.value === nullDevice) return nobody(exchange, setting);
  const file = digestFile(site, setting.value);
  if (absent(file)) return fileTrouble(exchange, file, setting);
  const entry = file.find(user, realm);
  if (!entry) {
    exchange.because.push(
      file.realms().length > 0 && !file.realms().includes(realm)
        ? reason('apache-digest-realm-mismatch', 'the file has users of other realms only', setting.origin)
        : reason('apache-user-unknown', `the user ${printable(user)} of that realm is not in the file`, setting.origin),
    );
    return 'not-found';
  }
  const right = checkDigest(entry, user, realm, password) === 'match';
  exchange.because.push(
    right
      ? reason('apache-password-right', `the password of ${printable(user)} is right`, entry.where)
      : reason('apache-password-wrong', `the password of ${printable(user)} is wrong`, entry.where),
  );
  return right ? 'granted' : 'denied';
}

const noGroups: ReadonlySet<string> = new Set();

/** Groups of a user in lower case, or why there are none (mod_authz_groupfile.c, groups_for_user). */
export function groupsOfUser(
  exchange: Exchange,
  setting: Setting<string> | null,
  user: string,
  origin: Directive,
): ReadonlySet<string> | Reason {
  if (!setting) return reason('apache-group-file-unset', 'there is no AuthGroupFile to look the group up in', origin);
  if (setting.value === nullDevice) return noGroups;
  const file = groupFile(exchange.site, setting.value);
  const shown = printable(setting.value);
  if (absent(file) && setting.value.includes('${'))
    throw new Unseen(reason('apache-variable-unseen', `the variable in ${shown} cannot be seen`, setting.origin));
  if (file === 'invisible')
    throw new Unseen(reason('apache-group-file-unseen', `the group file ${shown} cannot be seen`, setting.origin));
  if (absent(file))
    return file === 'denied'
      ? reason('apache-group-file-unreadable', `the worker may not read the group file ${shown}`, setting.origin)
      : reason('apache-group-file-missing', `the group file ${shown} is not there`, setting.origin);
  return file.groupsOf(user);
}
