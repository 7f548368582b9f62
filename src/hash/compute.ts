import bcrypt from 'bcryptjs';
import type { HashKind } from '../syntax/passwords-kind.ts';
import { encode64, from64, to64 } from './crypt64.ts';
import { crypto } from './crypto.ts';
import { bigcrypt, bsdicrypt, bsdiRounds, descrypt } from './des.ts';
import { md5crypt } from './md5crypt.ts';
import { shacrypt } from './shacrypt.ts';
import { yescrypt } from './yescrypt.ts';

/** Work above which an answer is not waited for: bcrypt's cost, extended DES rounds, SHA-crypt rounds, scrypt bytes. */
const patience = { cost: 15, desRounds: 30_000, shaRounds: 2_000_000, scryptBytes: 64 * 1024 * 1024 };

/**
 * What hashing `key` under the salt of a sound hash gives (all bytes, latin-1 strings); null where there is no code for
 * it here or it would take too long.
 */
export function compute(kind: HashKind, secret: string, key: string): string | null {
  switch (kind) {
    case 'bcrypt':
      return bcryptOf(secret, key);
    case 'apr1':
      return md5crypt(key, secret, '$apr1$');
    case 'md5crypt':
      return md5crypt(key, secret, '$1$');
    case 'sha256crypt':
    case 'sha512crypt':
      return shacrypt(key, secret, patience.shaRounds);
    case 'des':
      return descrypt(key, secret);
    case 'bigcrypt':
      return bigcrypt(key, secret);
    case 'bsdi-des':
      return bsdiRounds(secret) > patience.desRounds ? null : bsdicrypt(key, secret);
    case 'scrypt':
      return scryptOf(secret, key);
    case 'yescrypt':
      return yescrypt(key, secret);
    case 'sha1crypt':
      return sha1crypt(secret, key);
    case 'nthash':
      return nthash(key);
    case 'sha1':
      return `{SHA}${crypto().createHash('sha1').update(key, 'latin1').digest('base64')}`;
    case 'ssha':
      return ssha(secret, key);
    case 'plain':
      return `{PLAIN}${key}`;
    default:
      return null;
  }
}

function bcryptOf(secret: string, key: string): string | null {
  if (Number(secret.slice(4, 6)) > patience.cost) return null;
  const bytes = Buffer.from(key.slice(0, 72), 'latin1');
  // the library takes text and hashes its UTF-8: a password that is no UTF-8 cannot be handed to it
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) return null;
  // $2x$ keeps an old mistake with bytes above 0x7f on purpose
  if (secret.charAt(2) === 'x' && /[\x80-\xff]/.test(key)) return null;
  return secret.slice(0, 4) + bcrypt.hashSync(text, `$2b$${secret.slice(4, 29)}`).slice(4);
}

/** `$7$`: log2 N, r and p in crypt's base 64 (one, five and five characters), then the salt as it is. */
function scryptOf(secret: string, key: string): string | null {
  const cost = from64(secret.slice(3, 4));
  const r = from64(secret.slice(4, 9));
  const p = from64(secret.slice(9, 14));
  const last = secret.lastIndexOf('$');
  if (cost < 1 || cost > 30 || r < 1 || p < 1 || 128 * r * 2 ** cost > patience.scryptBytes || p > 64) return null;
  const salt = Buffer.from(secret.slice(14, last), 'latin1');
  const options = { N: 2 ** cost, r, p, maxmem: 2 * patience.scryptBytes };
  const sum = crypto().scryptSync(Buffer.from(key, 'latin1'), salt, 32, options);
  return `${secret.slice(0, last)}$${encode64(sum)}`;
}

/** `$sha1$rounds$salt$…`: HMAC-SHA1 over and over. Source: crypt-sha1.c of NetBSD and libxcrypt. */
function sha1crypt(secret: string, key: string): string | null {
  const [, , written = '', salt = ''] = secret.split('$');
  const rounds = Number(written);
  if (rounds > patience.shaRounds) return null;
  let sum = Buffer.from(`${salt}$sha1$${written}`, 'latin1');
  for (let round = 0; round < rounds; round++)
    sum = crypto().createHmac('sha1', Buffer.from(key, 'latin1')).update(sum).digest();
  let text = '';
  // the last group begins anew
  for (let at = 0; at < 21; at += 3) text += to64((sum[at]! << 16) | (sum[at + 1]! << 8) | sum[(at + 2) % 20]!, 4);
  return `$sha1$${written}$${salt}$${text}`;
}

/** Each byte is taken for a character, as libxcrypt does; OpenSSL 3 may come without MD4. */
function nthash(key: string): string | null {
  try {
    return `$3$$${crypto().createHash('md4').update(key, 'utf16le').digest('hex')}`;
  } catch {
    return null;
  }
}

function ssha(secret: string, key: string): string {
  const salt = Buffer.from(secret.slice(6), 'base64').subarray(20);
  const sum = crypto().createHash('sha1').update(key, 'latin1').update(salt).digest();
  return `{SSHA}${Buffer.concat([sum, salt]).toString('base64')}`;
}
