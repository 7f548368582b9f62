import { to64 } from './crypt64.ts';
import { crypto } from './crypto.ts';

/** Poul-Henning Kamp's MD5 hash: `magic` is `$1$` or `$apr1$`; key and salt are bytes as latin-1 strings. */
export function md5crypt(key: string, setting: string, magic: '$1$' | '$apr1$'): string {
  const salt = setting.slice(magic.length, magic.length + 8).split('$', 1)[0]!;
  const password = Buffer.from(key, 'latin1');
  const saltBytes = Buffer.from(salt, 'latin1');
  const inner = crypto().createHash('md5').update(password).update(saltBytes).update(password).digest();
  const first = crypto().createHash('md5').update(password).update(magic).update(saltBytes);
  for (let left = password.length; left > 0; left -= 16) first.update(inner.subarray(0, Math.min(16, left)));
  for (let bits = password.length; bits > 0; bits >>= 1) {
    first.update(bits & 1 ? Buffer.of(0) : Buffer.of(password[0]!));
  }
  let sum = first.digest();
  for (let round = 0; round < 1000; round++) {
    const next = crypto()
      .createHash('md5')
      .update(round & 1 ? password : sum);
    if (round % 3) next.update(saltBytes);
    if (round % 7) next.update(password);
    sum = next.update(round & 1 ? sum : password).digest();
  }
  let text = '';
  for (let at = 0; at < 5; at++) {
    text += to64((sum[at]! << 16) | (sum[at + 6]! << 8) | sum[at === 4 ? 5 : at + 12]!, 4);
  }
  return `${magic}${salt}$${text}${to64(sum[11]!, 2)}`;
}
