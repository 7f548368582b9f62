/** The DES of crypt(3): FIPS 46-3 with the salt swapping bits of the expansion, on arrays of bits. */

import { from64, itoa64 } from './crypt64.ts';

/** The tables of the standard, made at the first use: few runs have such a hash. */
function makeTables() {
  const finalPermutation = Array.from({ length: 64 }, (_, at) => {
    const row = at >> 3;
    const column = at & 7;
    return (column & 1 ? (column - 1) >> 1 : 4 + (column >> 1)) * 8 + 7 - row;
  });
  const initialPermutation = finalPermutation.map((_, at) => finalPermutation.indexOf(at));
  const expansion = Array.from({ length: 48 }, (_, at) => (Math.floor(at / 6) * 4 + (at % 6) + 31) % 32);
  // prettier-ignore
  const permutation = [
    16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4,
    25,
  ].map((bit) => bit - 1);
  // prettier-ignore
  const choice1 = [
    57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36, 63, 55,
    47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
  ].map((bit) => bit - 1);
  // prettier-ignore
  const choice2 = [
    14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2, 41, 52, 31, 37, 47, 55, 30,
    40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
  ].map((bit) => bit - 1);
  const shifts = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1];
  /** The eight S-boxes, a hexadecimal digit for each entry, row after row. */
  const boxes = [
    'e4d12fb83a6c5907' + '0f74e2d1a6cb9538' + '41e8d62bfc973a50' + 'fc8249175b3ea06d',
    'f18e6b34972dc05a' + '3d47f28ec01a69b5' + '0e7ba4d158c6932f' + 'd8a13f42b67c05e9',
    'a09e63f51dc7b428' + 'd709346a285ecbf1' + 'd6498f30b12c5ae7' + '1ad069874fe3b52c',
    '7de3069a1285bc4f' + 'd8b56f03472c1ae9' + 'a690cb7df13e5284' + '3f06a1d8945bc72e',
    '2c417ab6853fd0e9' + 'eb2c47d150fa3986' + '421bad78f9c5630e' + 'b8c71e2d6f09a453',
    'c1af92680d34e75b' + 'af427c9561de0b38' + '9ef528c3704a1db6' + '432c95fabe17608d',
    '4b2ef08d3c975a61' + 'd0b7491ae35c2f86' + '14bdc37eaf680592' + '6bd814a7950fe23c',
    'd2846fb1a93e50c7' + '1fd8a374c56b0e92' + '7b419ce206adf358' + '21e74a8dfc90356b',
  ].map((digits) => Array.from(digits, (digit) => Number.parseInt(digit, 16)));
  return { finalPermutation, initialPermutation, expansion, permutation, choice1, choice2, shifts, boxes };
}

let made: ReturnType<typeof makeTables> | null = null;

function tables(): ReturnType<typeof makeTables> {
  made ??= makeTables();
  return made;
}

type Bits = Uint8Array;

function keySchedule(key: Bits): Bits[] {
  const { choice1, choice2, shifts } = tables();
  let halves = Array.from(choice1, (bit) => key[bit]!);
  return shifts.map((shift) => {
    const left = halves.slice(0, 28);
    const right = halves.slice(28);
    halves = [...left.slice(shift), ...left.slice(0, shift), ...right.slice(shift), ...right.slice(0, shift)];
    return Uint8Array.from(choice2, (bit) => halves[bit]!);
  });
}

/** Encrypts one block `count` times over; bit n of `salt` swaps bits n and n + 24 of the expansion. */
function encrypt(block: Bits, keys: readonly Bits[], salt: number, count: number): Bits {
  const { boxes, expansion, finalPermutation, initialPermutation, permutation } = tables();
  const select = Array.from(expansion);
  for (let bit = 0; bit < 24; bit++) {
    if ((salt >> bit) & 1) [select[bit], select[bit + 24]] = [select[bit + 24]!, select[bit]!];
  }
  const start = initialPermutation.map((bit) => block[bit]!);
  let left = Uint8Array.from(start.slice(0, 32));
  let right = Uint8Array.from(start.slice(32));
  const out = new Uint8Array(32);
  for (let turn = 0; turn < count; turn++) {
    for (const key of keys) {
      for (let box = 0; box < 8; box++) {
        let six = 0;
        for (let at = box * 6; at < box * 6 + 6; at++) six = (six << 1) | (right[select[at]!]! ^ key[at]!);
        const row = ((six >> 4) & 2) | (six & 1);
        const four = boxes[box]![row * 16 + ((six >> 1) & 15)]!;
        for (let bit = 0; bit < 4; bit++) out[box * 4 + bit] = (four >> (3 - bit)) & 1;
      }
      const next = new Uint8Array(32);
      for (let bit = 0; bit < 32; bit++) next[bit] = left[bit]! ^ out[permutation[bit]!]!;
      left = right;
      right = next;
    }
    [left, right] = [right, left];
  }
  const end = [...left, ...right];
  return Uint8Array.from(finalPermutation, (bit) => end[bit]!);
}

/** Eight bytes of a password as key bits: seven bits of each, the parity bit left out. */
function keyBits(bytes: string): Bits {
  const bits = new Uint8Array(64);
  for (let at = 0; at < Math.min(8, bytes.length); at++) {
    for (let bit = 0; bit < 7; bit++) bits[at * 8 + bit] = (bytes.charCodeAt(at) >> (6 - bit)) & 1;
  }
  return bits;
}

function written(block: Bits): string {
  let text = '';
  for (let at = 0; at < 66; at += 6) {
    let six = 0;
    for (let bit = at; bit < at + 6; bit++) six = (six << 1) | (block[bit] ?? 0);
    text += itoa64[six];
  }
  return text;
}

/** Traditional DES crypt: two characters of salt, eight characters of the password. Bytes as latin-1 strings. */
export function descrypt(key: string, setting: string): string {
  const salt = setting.slice(0, 2);
  return salt + written(encrypt(new Uint8Array(64), keySchedule(keyBits(key)), from64(salt), 25));
}

/** Digital Unix's bigcrypt: each further eight characters under the beginning of the hash before as their salt. */
export function bigcrypt(key: string, setting: string): string {
  let text = descrypt(key, setting);
  for (let at = 8; at < Math.min(128, key.length); at += 8) {
    text += descrypt(key.slice(at), text.slice(-11)).slice(2);
  }
  return text;
}

/** Extended DES crypt of BSDi (`_`, four characters of rounds, four of salt): the whole password counts. */
export function bsdicrypt(key: string, setting: string): string {
  let keys = keyBits(key);
  for (let at = 8; at < key.length; at += 8) {
    const folded = encrypt(keys, keySchedule(keys), 0, 1);
    const more = keyBits(key.slice(at));
    keys = folded.map((bit, index) => bit ^ more[index]!);
  }
  const count = from64(setting.slice(1, 5));
  const block = encrypt(new Uint8Array(64), keySchedule(keys), from64(setting.slice(5, 9)), count);
  return setting.slice(0, 9) + written(block);
}

/** The rounds that an extended DES hash asks for. */
export function bsdiRounds(setting: string): number {
  return from64(setting.slice(1, 5));
}
