import type { HashKind } from '../syntax/passwords-kind.ts';
import type { ProblemCode } from './audit.ts';
import { firstHigh, firstLow, nextHigh, nextLow } from './user-table.ts';

/** What a quick look can tell of a line: the kind of its hash, and what is wrong with it. */
export interface Looked {
  readonly kind: HashKind;
  readonly problem: ProblemCode | null;
}

/** By number; 0 stands for a line that needs the careful reader. */
export const looks: readonly Looked[] = [
  { kind: 'text', problem: null },
  { kind: 'bcrypt', problem: null },
  { kind: 'bcrypt', problem: 'bcrypt-cost-low' },
  { kind: 'bcrypt', problem: 'bcrypt-cost-high' },
  { kind: 'bcrypt', problem: 'malformed-hash' },
  { kind: 'apr1', problem: 'apr1' },
  { kind: 'apr1', problem: 'malformed-hash' },
  { kind: 'sha256crypt', problem: null },
  { kind: 'sha256crypt', problem: 'malformed-hash' },
  { kind: 'sha512crypt', problem: null },
  { kind: 'sha512crypt', problem: 'malformed-hash' },
  { kind: 'sha1', problem: 'weak-sha1' },
  { kind: 'sha1', problem: 'malformed-hash' },
  { kind: 'des', problem: 'weak-des' },
  { kind: 'des', problem: 'malformed-hash' },
];

const digits = '0123456789';
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = upper.toLowerCase();

/** Each byte's value in an alphabet of 64; 64 for all others. */
function values(alphabet: string): Uint8Array {
  const table = new Uint8Array(256).fill(64);
  for (let at = 0; at < 64; at++) table[alphabet.charCodeAt(at)] = at;
  return table;
}

const itoa64 = values(`./${digits}${upper}${lower}`);
const bcrypt64 = values(`./${upper}${lower}${digits}`);
const base64 = values(`${upper}${lower}${digits}+/`);

/** The longest line that is looked at this way, from its colon on. */
const reach = 112;
const newline = 10;
const dollar = 36;

/**
 * Tells well-formed entries of the usual kinds (and the usual damage) from bytes, without a string for the line. What it
 * says of a line is what the careful reader says; of any other line it says nothing.
 */
export class QuickLook {
  /** Of the last line: where its user ends, where the next line begins, and the hashes of the user. */
  colon = 0;
  next = 0;
  high = 0;
  low = 0;

  /** A number into `looks` for the line that begins at `at`; bytes from `end` on are not the file's. */
  look(bytes: Uint8Array, at: number, end: number): number {
    const first = bytes[at]!;
    // comments, quotes and blanks are for the careful reader
    if (first < 40) return 0;
    let high = firstHigh;
    let low = firstLow;
    let place = at;
    const limit = Math.min(end - reach, at + 255);
    for (; ; place++) {
      if (place >= limit) return 0;
      const code = bytes[place]!;
      if (code === 58) break;
      if (code < 33 || code > 126) return 0;
      high = nextHigh(high, code);
      low = nextLow(low, code);
    }
    if (place === at) return 0;
    this.colon = place;
    this.high = high;
    this.low = low;
    const start = place + 1;
    switch (bytes[start]) {
      case dollar:
        return this.#modular(bytes, start);
      case 123:
        return this.#sha1(bytes, start);
      default:
        return this.#des(bytes, start);
    }
  }

  #modular(bytes: Uint8Array, start: number): number {
    const second = bytes[start + 1]!;
    if (second === 50) return this.#bcrypt(bytes, start);
    if (second === 97) {
      // $apr1$
      if (
        bytes[start + 2] !== 112 ||
        bytes[start + 3] !== 114 ||
        bytes[start + 4] !== 49 ||
        bytes[start + 5] !== dollar
      )
        return 0;
      return this.#salted(bytes, start + 6, 8, 22, 3, 5);
    }
    if (bytes[start + 2] !== dollar) return 0;
    if (second === 53) return this.#salted(bytes, start + 3, 16, 43, 15, 7);
    if (second === 54) return this.#salted(bytes, start + 3, 16, 86, 3, 9);
    return 0;
  }

  #bcrypt(bytes: Uint8Array, start: number): number {
    const letter = bytes[start + 2]!;
    // $2b$ and $2x$ hang on the platform
    if ((letter !== 121 && letter !== 97) || bytes[start + 3] !== dollar || bytes[start + 6] !== dollar) return 0;
    const tens = bytes[start + 4]! - 48;
    const ones = bytes[start + 5]! - 48;
    if (tens < 0 || tens > 3 || ones < 0 || ones > 9 || bytes[start + 60] !== newline) return 0;
    let odd = 0;
    for (let at = start + 7; at < start + 60; at++) odd |= bcrypt64[bytes[at]!]!;
    const cost = tens * 10 + ones;
    if (odd & 64 || cost < 4 || cost > 31) return 0;
    this.next = start + 61;
    if (bcrypt64[bytes[start + 28]!]! & 15 || bcrypt64[bytes[start + 59]!]! & 3) return 4;
    return cost > 14 ? 3 : cost < 5 ? 2 : 1;
  }

  /** A salt of at most `longest`, a dollar sign and `length` characters, of which the last is at most `last`. */
  #salted(bytes: Uint8Array, start: number, longest: number, length: number, last: number, sound: number): number {
    let at = start;
    let odd = 0;
    while (bytes[at] !== dollar) {
      if (at - start >= longest) return 0;
      odd |= itoa64[bytes[at]!]!;
      at++;
    }
    const end = at + 1 + length;
    if (bytes[end] !== newline) return 0;
    for (at++; at < end; at++) odd |= itoa64[bytes[at]!]!;
    if (odd & 64) return 0;
    this.next = end + 1;
    return itoa64[bytes[end - 1]!]! > last ? sound + 1 : sound;
  }

  #sha1(bytes: Uint8Array, start: number): number {
    // {SHA}, 27 characters and an equals sign
    if (bytes[start + 1] !== 83 || bytes[start + 2] !== 72 || bytes[start + 3] !== 65 || bytes[start + 4] !== 125)
      return 0;
    if (bytes[start + 32] !== 61 || bytes[start + 33] !== newline) return 0;
    let odd = 0;
    for (let at = start + 5; at < start + 32; at++) odd |= base64[bytes[at]!]!;
    if (odd & 64) return 0;
    this.next = start + 34;
    return base64[bytes[start + 31]!]! & 3 ? 12 : 11;
  }

  #des(bytes: Uint8Array, start: number): number {
    if (bytes[start + 13] !== newline) return 0;
    let odd = 0;
    for (let at = start; at < start + 13; at++) odd |= itoa64[bytes[at]!]!;
    if (odd & 64) return 0;
    this.next = start + 14;
    return itoa64[bytes[start + 12]!]! & 3 ? 14 : 13;
  }
}
