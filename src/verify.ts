import type { Platform } from './catalog/platforms.ts';
import { type Check, checkPassword } from './hash/check.ts';
import { checkDigest } from './hash/digest.ts';
import type { Password } from './hash/password.ts';
import { absent, type FileHost } from './host/host.ts';
import { openDigestFile } from './syntax/digests.ts';
import { openPasswordFile } from './syntax/passwords.ts';
import { printable } from './text/printable.ts';
import type { FileLine } from './text/source.ts';

export interface Verification {
  readonly server: 'apache' | 'nginx';
  readonly result: 'accepted' | 'wrong-password' | 'no-such-user' | 'cannot-be-checked';
  /** One sentence for people; never holds any of the hash or the password. */
  readonly message: string;
  /** The entry at which the server's search ends. */
  readonly where: FileLine | null;
}

export interface VerifyOptions {
  readonly servers: readonly ('apache' | 'nginx')[];
  readonly platform: Platform;
  /** A realm (bytes) makes it a digest file, which only httpd reads. */
  readonly realm?: string;
}

/** Whether a password opens a file for a user, on each of the servers. User and password are bytes (latin-1 strings). */
export function verifyUser(
  host: FileHost,
  path: string,
  user: string,
  password: Password,
  { servers, platform, realm }: VerifyOptions,
): Verification[] {
  if (realm !== undefined) return [verifyDigest(host, path, user, realm, password)];
  return servers.map((server) => {
    const file = openPasswordFile(host, path, server);
    if (absent(file)) return unread(server, host.display(path), file);
    const entry = file.find(user);
    const shown = printable(user);
    if (entry === null) {
      const message = `${host.display(path)} has no entry that this server finds for ${shown}.`;
      return { server, result: 'no-such-user', message, where: null };
    }
    const [result, message] = sentence(checkPassword(entry, password, { server, platform }), shown, platform);
    return { server, result, message, where: entry.where };
  });
}

function sentence(check: Check, user: string, platform: Platform): [Verification['result'], string] {
  switch (check) {
    case 'match':
      return ['accepted', `The password of ${user} is right.`];
    case 'mismatch':
      return ['wrong-password', `The password of ${user} is wrong.`];
    case 'unsupported':
      return ['cannot-be-checked', `No password can match the entry of ${user} on ${platform}.`];
    case 'error':
      return ['cannot-be-checked', `The server fails on the entry of ${user} on ${platform} and answers 500.`];
    case 'unknown':
      return ['cannot-be-checked', `The entry of ${user} is of a kind that cannot be computed here.`];
  }
}

function verifyDigest(host: FileHost, path: string, user: string, realm: string, password: Password): Verification {
  const server = 'apache';
  const file = openDigestFile(host, path);
  if (absent(file)) return unread(server, host.display(path), file);
  const entry = file.find(user, realm);
  const shown = printable(user);
  if (entry === null) {
    const message = `${host.display(path)} has no entry for ${shown} in that realm.`;
    return { server, result: 'no-such-user', message, where: null };
  }
  const right = checkDigest(entry, user, realm, password) === 'match';
  const result = right ? 'accepted' : entry.sound ? 'wrong-password' : 'cannot-be-checked';
  const [, message] = sentence(right ? 'match' : entry.sound ? 'mismatch' : 'unsupported', shown, 'glibc');
  return {
    server,
    result,
    message: entry.sound ? message : `No password can match the entry of ${shown}.`,
    where: entry.where,
  };
}

function unread(server: 'apache' | 'nginx', file: string, why: string): Verification {
  return { server, result: 'cannot-be-checked', message: `${file} cannot be read (${why}).`, where: null };
}
