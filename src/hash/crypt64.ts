/** The base 64 of crypt(3): six bits a character, low bits first. */

export const itoa64 = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The low bits of a number as `count` characters. */
export function to64(value: number, count: number): string {
  let text = '';
  let rest = value;
  for (let at = 0; at < count; at++) {
    text += itoa64[rest & 63];
    rest >>>= 6;
  }
  return text;
}

/** The number that characters of the alphabet stand for. */
export function from64(text: string): number {
  let value = 0;
  for (let at = text.length - 1; at >= 0; at--) value = value * 64 + itoa64.indexOf(text[at]!);
  return value;
}

/** Bytes, three to four characters. */
export function encode64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const value = bytes[at]! | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
    text += to64(value, Math.min(3, bytes.length - at) + 1);
  }
  return text;
}

/** What `encode64` makes characters of; null where one is not of the alphabet. */
export function decode64(text: string): Buffer | null {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 4) {
    const part = text.slice(at, at + 4);
    if ([...part].some((character) => !itoa64.includes(character))) return null;
    let value = from64(part);
    for (let left = (part.length * 6) >> 3; left > 0; left--) {
      bytes.push(value & 255);
      value >>>= 8;
    }
  }
  return Buffer.from(bytes);
}
