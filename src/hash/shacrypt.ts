import { to64 } from './crypt64.ts';
import { crypto } from './crypto.ts';

// the order in which the bytes of the sum are written, three to a group (U. Drepper, Unix crypt using SHA-256/512)
const order256 = [
  0, 10, 20, 21, 1, 11, 12, 22, 2, 3, 13, 23, 24, 4, 14, 15, 25, 5, 6, 16, 26, 27, 7, 17, 18, 28, 8, 9, 19, 29,
];
const order512 = (): readonly number[] =>
  Array.from({ length: 21 }, (_, at) => {
    const group = [at, at + 21, at + 42];
    return [...group.slice(at % 3), ...group.slice(0, at % 3)];
  }).flat();

/**
 * SHA-crypt (`$5$`, `$6$`) of a key under the salt and rounds of `setting`; all are bytes as latin-1 strings. Null where
 * the rounds are not a number from 1000 to `mostRounds`.
 */
export function shacrypt(key: string, setting: string, mostRounds: number): string | null {
  const magic = setting.slice(0, 3);
  const name = magic === '$5$' ? 'sha256' : 'sha512';
  const size = magic === '$5$' ? 32 : 64;
  let rest = setting.slice(3);
  let rounds = 5000;
  let prefix = magic;
  const given = /^rounds=([1-9][0-9]*)\$/.exec(rest);
  if (given) {
    rounds = Number(given[1]);
    if (rounds < 1000 || rounds > mostRounds) return null;
    prefix += given[0];
    rest = rest.slice(given[0].length);
  }
  const salt = rest.split('$', 1)[0]!.slice(0, 16);
  const password = Buffer.from(key, 'latin1');
  const saltBytes = Buffer.from(salt, 'latin1');
  const inner = crypto().createHash(name).update(password).update(saltBytes).update(password).digest();
  const first = crypto().createHash(name).update(password).update(saltBytes).update(repeated(inner, password.length));
  for (let bits = password.length; bits > 0; bits >>= 1) first.update(bits & 1 ? inner : password);
  let sum = first.digest();
  const keys = crypto().createHash(name);
  for (let at = 0; at < password.length; at++) keys.update(password);
  const p = repeated(keys.digest(), password.length);
  const salts = crypto().createHash(name);
  for (let at = 0; at < 16 + sum[0]!; at++) salts.update(saltBytes);
  const s = repeated(salts.digest(), saltBytes.length);
  for (let round = 0; round < rounds; round++) {
    const next = crypto()
      .createHash(name)
      .update(round & 1 ? p : sum);
    if (round % 3) next.update(s);
    if (round % 7) next.update(p);
    sum = next.update(round & 1 ? sum : p).digest();
  }
  const order = size === 32 ? order256 : order512();
  let text = '';
  for (let at = 0; at < order.length; at += 3) {
    text += to64((sum[order[at]!]! << 16) | (sum[order[at + 1]!]! << 8) | sum[order[at + 2]!]!, 4);
  }
  text += size === 32 ? to64((sum[31]! << 8) | sum[30]!, 3) : to64(sum[63]!, 2);
  return `${prefix}${salt}$${text}`;
}

/** The bytes repeated and cut to `length`. */
function repeated(bytes: Buffer, length: number): Buffer {
  return Buffer.alloc(length, bytes);
}
