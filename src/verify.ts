import { canCheck } from './catalog/hashes.ts';
import { type Platform, platforms } from './catalog/platforms.ts';
import { type Check, checkPassword } from './hash/check.ts';
import { checkDigest } from './hash/digest.ts';
import { looksLikeHash, shownName } from './hash/names.ts';
import { faultOf } from './hash/shape.ts';
import { oddField } from './hash/stranger.ts';
import { absent, type FileHost } from './host/host.ts';
import { openDigestFile } from './syntax/digests.ts';
import { openPasswordFile, type PasswordEntry } from './syntax/passwords.ts';
import { encode } from './text/bytes.ts';
import { printable } from './text/printable.ts';
import type { FileLine } from './text/source.ts';

type Server = 'apache' | 'nginx';

export interface Verification {
  readonly server: Server;
  readonly result: 'accepted' | 'wrong-password' | 'no-such-user' | 'cannot-be-checked';
  /** Sentences for people; they never hold any of the hash or the password. */
  readonly message: string;
  /** The entry at which the server's search ends. */
  readonly where: FileLine | null;
  /** Where this server can check an entry of this kind; empty where there is none, or no entry. */
  readonly platforms: readonly Platform[];
}

export interface VerifyOptions {
  readonly servers: readonly Server[];
  readonly platform: Platform;
  /** A realm (bytes) makes it a digest file, which only httpd reads. */
  readonly realm?: string;
}

/** Whether a password opens a file for a user, on each of the servers. User and password are bytes (latin-1 strings). */
export function verifyUser(
  host: FileHost,
  path: string,
  user: string,
  password: string,
  { servers, platform, realm }: VerifyOptions,
): Verification[] {
  if (realm !== undefined) return [verifyDigest(host, path, user, realm, password)];
  return servers.map((server) => {
    const file = openPasswordFile(host, path, server);
    if (absent(file)) return unread(server, host.display(path), file);
    const entry = file.find(user);
    if (entry === null) {
      const message = user.includes(':')
        ? 'A user name with a colon cannot be sent: the browser’s header ends it there.'
        : `${host.display(path)} has no entry that this server finds for ${shownName(user)}.${realmHint(host, path, user)}`;
      return { server, result: 'no-such-user', message, where: null, platforms: [] };
    }
    const check = (bytes: string): Check => checkPassword(entry, bytes, { server, platform });
    const result = check(password);
    const said = [...sentences(result, entry, server, platform), ...asides(result, entry, password, check)];
    const able = platforms.filter((one) => canCheck(entry.kind, entry.secret, server, one));
    if (result === 'unsupported' && oddField(entry.kind, entry.secret) !== null)
      said.push(realmHint(host, path, user).trim());
    const message = said.filter((one) => one !== '').join(' ');
    return { server, result: results[result], message, where: entry.where, platforms: able };
  });
}

const results: Readonly<Record<Check, Verification['result']>> = {
  match: 'accepted',
  mismatch: 'wrong-password',
  unsupported: 'cannot-be-checked',
  error: 'cannot-be-checked',
  unknown: 'cannot-be-checked',
};

function sentences(check: Check, entry: PasswordEntry, server: Server, platform: Platform): string[] {
  const user = shownName(entry.user);
  switch (check) {
    case 'match':
      return [`The password of ${user} is right.`];
    case 'mismatch':
      return [`The password of ${user} is wrong.`];
    case 'error':
      return [`nginx answers 500 for ${user}: crypt() of ${platform} does not know this kind of hash.`];
    case 'unknown':
      return [`The entry of ${user} (${entry.kind}) cannot be computed here.`];
    case 'unsupported':
      return [`No password opens the entry of ${user} on ${platform}: ${whyNot(entry, server)}.`];
  }
}

/** Why no password can match an entry; none of its text is in it. */
function whyNot({ kind, secret }: PasswordEntry, server: Server): string {
  const odd = oddField(kind, secret);
  if (odd !== null) return `it ${odd.what}`;
  if (kind === 'templated') return 'a template or a secret store fills it in later';
  const fault = faultOf(kind, secret);
  if (fault !== null) return fault;
  return `${server} cannot check ${kind} there`;
}

/** What else is worth knowing of a password: limits of its hash, and other bytes that may have been meant. */
function asides(result: Check, { kind }: PasswordEntry, password: string, check: (bytes: string) => Check): string[] {
  const said: string[] = [];
  if (password === '') said.push('The password was empty.');
  if (password.includes('\0')) said.push('The servers read a password up to its first NUL byte.');
  if (result === 'match') {
    if (kind === 'bcrypt' && password.length > 72)
      said.push(`bcrypt reads 72 bytes: the last ${password.length - 72} make no difference.`);
    if (kind === 'des' && password.length > 8)
      said.push(`DES crypt reads 8 bytes: the last ${password.length - 8} make no difference.`);
    return said;
  }
  if (result !== 'mismatch') return said;
  const other = otherBytes(password);
  if (other !== null && check(other[1]) === 'match')
    said.push(`The same letters in ${other[0]} are right: the entry was made so, and browsers send UTF-8.`);
  const trimmed = password.trim();
  if (trimmed !== password && check(trimmed) === 'match') said.push('Without the blanks at its ends it is right.');
  return said;
}

/** A password with letters beyond ASCII in the other of the two ways to write them; null where there is none. */
function otherBytes(password: string): readonly [name: string, bytes: string] | null {
  if (!/[\x80-\xff]/.test(password)) return null;
  const text = Buffer.from(password, 'latin1').toString('utf8');
  if (text.includes('\ufffd')) return ['UTF-8', encode(password)];
  return /[^\0-\xff]/.test(text) ? null : ['latin-1', text];
}

/** Said where a file may be one of htdigest. */
function realmHint(host: FileHost, path: string, user: string): string {
  const file = openDigestFile(host, path);
  if (absent(file) || !file.usable) return '';
  const realm = file.realms().find((one) => !looksLikeHash(one) && file.find(user, one)?.sound);
  return realm === undefined ? '' : ` The file is one of htdigest: add --realm '${printable(realm, 60)}'.`;
}

function verifyDigest(host: FileHost, path: string, user: string, realm: string, password: string): Verification {
  const server = 'apache';
  const file = openDigestFile(host, path);
  if (absent(file)) return unread(server, host.display(path), file);
  const entry = file.find(user, realm);
  if (entry === null) {
    const realms = file.realms().filter((one) => !looksLikeHash(one) && file.find(user, one) !== null);
    const known = realms.length > 0 ? ` It has one in the realm '${printable(realms[0]!, 60)}'.` : '';
    const message = `${host.display(path)} has no entry for ${shownName(user)} in that realm.${known}`;
    return { server, result: 'no-such-user', message, where: null, platforms: [] };
  }
  const shown = shownName(user);
  if (!entry.sound) {
    const message = `No password opens the entry of ${shown}: its hash is no MD5 in 32 small hexadecimal digits.`;
    return { server, result: 'cannot-be-checked', message, where: entry.where, platforms: [] };
  }
  const check = (bytes: string): Check => checkDigest(entry, user, realm, bytes);
  const right = check(password) === 'match';
  const said = asides(right ? 'match' : 'mismatch', { kind: 'hex-digest' } as PasswordEntry, password, check);
  return {
    server,
    result: right ? 'accepted' : 'wrong-password',
    message: [`The password of ${shown} is ${right ? 'right' : 'wrong'}.`, ...said].join(' '),
    where: entry.where,
    platforms,
  };
}

function unread(server: Server, file: string, why: string): Verification {
  const message =
    why === 'invisible'
      ? `${file} is encrypted or a template: its users cannot be seen.`
      : `${file} cannot be read (${why}).`;
  return { server, result: 'cannot-be-checked', message, where: null, platforms: [] };
}
