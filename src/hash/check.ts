import { canCheck, comparesPlainText, givesNothing } from '../catalog/hashes.ts';
import type { Platform } from '../catalog/platforms.ts';
import type { PasswordEntry } from '../syntax/passwords-entry.ts';
import { kindOf } from '../syntax/passwords-kind.ts';
import { rememberedWith } from '../text/remembered.ts';
import { compute } from './compute.ts';
import { type Password, RIGHT_PASSWORD, WRONG_PASSWORD } from './password.ts';
import { faultOf } from './shape.ts';

/**
 * What a server makes of a password: `unsupported` where it can never match there, `error` where nginx answers 500
 * because crypt(3) gave nothing (glibc's own did that; libxcrypt and musl give a text that matches no hash), `unknown` where it cannot be told.
 */
export type Check = 'match' | 'mismatch' | 'unsupported' | 'error' | 'unknown';

/** CRYPT_MAX_PASSPHRASE_SIZE of libxcrypt: a longer password is refused. */
const longestPhrase = 511;

/** Kinds that are hashed without crypt(3). */
const ownKinds: ReadonlySet<string> = new Set(['apr1', 'sha1', 'ssha', 'plain']);

interface Checker {
  readonly platform: Platform;
  readonly server: 'apache' | 'nginx';
}

type Checked = WeakMap<PasswordEntry, Map<Password, Check>>;

/** Checks made in this run, by server and entry; hashing one password takes longer than anything else here. */
const checked = { apache: new Map<Platform, Checked>(), nginx: new Map<Platform, Checked>() };
/** How many passwords are remembered for one entry. */
const passwordLimit = 1000;

/** Checks a password (bytes as sent, or a stand-in) against an entry as that server on that platform does. */
export function checkPassword(entry: PasswordEntry, password: Password, by: Checker): Check {
  let entries = checked[by.server].get(by.platform);
  if (!entries) {
    entries = new WeakMap();
    checked[by.server].set(by.platform, entries);
  }
  let known = entries.get(entry);
  if (!known || known.size >= passwordLimit) {
    known = new Map();
    entries.set(entry, known);
  }
  let check = known.get(password);
  if (check === undefined) {
    check = freshCheck(entry, password, by);
    known.set(password, check);
  }
  return check;
}

function freshCheck(entry: PasswordEntry, password: Password, { platform, server }: Checker): Check {
  const { kind, secret } = entry;
  if (!canCheck(kind, secret, server, platform)) {
    if (comparesPlainText(platform)) return plainText(entry, password);
    // a template is filled in before any server reads it
    if (kind === 'templated' && password === RIGHT_PASSWORD) return 'unknown';
    return server === 'nginx' && givesNothing(kind, secret, platform) ? 'error' : 'unsupported';
  }
  if (faultOf(kind, secret) !== null) return 'unsupported';
  if (password === RIGHT_PASSWORD) return 'match';
  if (password === WRONG_PASSWORD) return 'mismatch';
  // both servers hand C strings on
  const nul = password.indexOf('\0');
  const key = nul < 0 ? password : password.slice(0, nul);
  if (key.length > longestPhrase && platform === 'glibc' && !ownKinds.has(kind)) return 'mismatch';
  return computed(secret, key);
}

/** Whether a password makes a hash; takes work, and one login is asked for at many places and of both servers. */
const computed = rememberedWith(4096, (secret, key: string): Check => {
  const made = compute(kindOf(secret), secret, key);
  return made === null ? 'unknown' : made === secret ? 'match' : 'mismatch';
});

function plainText({ kind, secret }: PasswordEntry, password: Password): Check {
  if (password === WRONG_PASSWORD) return 'mismatch';
  if (password !== RIGHT_PASSWORD) return password === secret ? 'match' : 'mismatch';
  return kind === 'text' || kind === 'des' ? 'match' : 'unsupported';
}
