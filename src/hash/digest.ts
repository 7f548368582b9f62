import type { DigestEntry } from '../syntax/digests.ts';
import { crypto } from './crypto.ts';
import { type Password, RIGHT_PASSWORD, WRONG_PASSWORD } from './password.ts';

/** Checks a password (bytes as sent, or a stand-in) against a digest entry: MD5 of `user:realm:password`. */
export function checkDigest(entry: DigestEntry, user: string, realm: string, password: Password): 'match' | 'mismatch' {
  if (password === WRONG_PASSWORD) return 'mismatch';
  if (password === RIGHT_PASSWORD) return entry.sound ? 'match' : 'mismatch';
  const sum = crypto().createHash('md5').update(`${user}:${realm}:${password}`, 'latin1').digest('hex');
  return entry.matches(sum) ? 'match' : 'mismatch';
}
