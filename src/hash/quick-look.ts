import type { HashKind } from '../syntax/passwords-kind.ts';
import { buffer, type Lines } from './lines.ts';
import type { ProblemCode } from './problems.ts';
import { firstHigh, firstLow, nextHigh, nextLow, type UserTable } from './user-table.ts';

/** What a quick look can tell of a line: the kind of its hash, and what is wrong with it. */
export interface Looked {
  readonly kind: HashKind;
  readonly prefix: string;
  readonly problem: ProblemCode | null;
}

/** By number; 0 stands for a line that needs the careful reader. */
export const looks: readonly Looked[] = [
  { kind: 'text', prefix: '', problem: null },
  { kind: 'bcrypt', prefix: '$2y$', problem: null },
  { kind: 'bcrypt', prefix: '$2y$', problem: 'bcrypt-cost-low' },
  { kind: 'bcrypt', prefix: '$2y$', problem: 'bcrypt-cost-high' },
  { kind: 'bcrypt', prefix: '$2y$', problem: 'malformed-hash' },
  { kind: 'bcrypt', prefix: '$2b$', problem: null },
  { kind: 'bcrypt', prefix: '$2b$', problem: 'bcrypt-cost-low' },
  { kind: 'bcrypt', prefix: '$2b$', problem: 'bcrypt-cost-high' },
  { kind: 'bcrypt', prefix: '$2b$', problem: 'malformed-hash' },
  { kind: 'apr1', prefix: '$apr1$', problem: 'apr1' },
  { kind: 'apr1', prefix: '$apr1$', problem: 'malformed-hash' },
  { kind: 'sha256crypt', prefix: '$5$', problem: null },
  { kind: 'sha256crypt', prefix: '$5$', problem: 'malformed-hash' },
  { kind: 'sha512crypt', prefix: '$6$', problem: null },
  { kind: 'sha512crypt', prefix: '$6$', problem: 'malformed-hash' },
  { kind: 'sha1', prefix: '{SHA}', problem: 'weak-sha1' },
  { kind: 'sha1', prefix: '{SHA}', problem: 'malformed-hash' },
  { kind: 'des', prefix: '', problem: 'weak-des' },
  { kind: 'text', prefix: '', problem: 'plain-text' },
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

/** The longest user name that is looked at this way. */
const longestUser = 255;
/** From which bcrypt cost on a request waits too long, and below which guessing is quick. */
export const bcryptCosts = { high: 15, low: 10 };
const newline = 10;
const dollar = 36;

/** What was told of lines so far, by the number of their look. */
export class Tally {
  /** Looks that are worth nothing but a count: they find nothing wrong, or nothing that is still told. */
  readonly settled = new Uint8Array(looks.length);
  /** How often each look was enough. */
  readonly counts = new Int32Array(looks.length);
}

/**
 * Tells well-formed entries of the usual kinds (and the usual damage) from bytes, without a string for the line. What it
 * says of a line is what the careful reader says; of any other line it says nothing.
 */
export interface QuickLook {
  /** Passes over lines, of which `line` is the first, until one is not settled by a look; how many they were. */
  skim(lines: Lines, line: number, tally: Tally, users: UserTable): number;
  /** A number into `looks` for the line that begins at `at` of the shared buffer and ends there with a newline. */
  look(at: number): number;
}

let made: QuickLook | null = null;

export function quickLook(): QuickLook {
  made ??= makeQuickLook();
  return made;
}

/** Made once, as one closure over constants: V8 then knows where buffer and tables lie, and reads twice as fast. */
function makeQuickLook(): QuickLook {
  const { bytes, pairs } = buffer;
  const itoa64 = values(`./${digits}${upper}${lower}`);
  const bcrypt64 = values(`./${upper}${lower}${digits}`);
  const base64 = values(`${upper}${lower}${digits}+/`);
  /** 0 for each pair of bytes that crypt(3) writes, in either order. */
  const strangePairs = new Uint8Array(1 << 16).fill(1);
  const known = [...itoa64.keys()].filter((byte) => itoa64[byte] !== 64);
  for (const a of known) for (const b of known) strangePairs[a * 256 + b] = 0;
  /** Of the last line: the hashes of its user, and where the next line begins. */
  let userHigh = 0;
  let userLow = 0;
  let next = 0;

  function skim(lines: Lines, line: number, { settled, counts }: Tally, users: UserTable): number {
    const { stop } = lines;
    let { at } = lines;
    let passed = 0;
    while (at < stop) {
      const found = look(at);
      if (settled[found] === 0) break;
      counts[found]!++;
      users.note(userHigh, userLow, line + passed, at);
      at = next;
      passed++;
    }
    lines.at = at;
    return passed;
  }

  function look(at: number): number {
    const limit = at + longestUser;
    // comments, quotes, braces and blanks are for the careful reader
    if (bytes[at]! < 40 || bytes[at] === 123) return 0;
    let high = firstHigh;
    let low = firstLow;
    let place = at;
    for (; ; place++) {
      if (place === limit) return 0;
      const code = bytes[place]!;
      if (code === 58) break;
      if (code < 33 || code > 126) return 0;
      high = nextHigh(high, code);
      low = nextLow(low, code);
    }
    if (place === at) return 0;
    userHigh = high;
    userLow = low;
    const start = place + 1;
    switch (bytes[start]) {
      case dollar:
        return modular(start);
      case 123:
        return sha1(start);
      default:
        return des(start, start - at);
    }
  }

  function modular(start: number): number {
    const second = bytes[start + 1]!;
    if (second === 50) return bcrypt(start);
    if (second === 97) {
      // $apr1$
      if (
        bytes[start + 2] !== 112 ||
        bytes[start + 3] !== 114 ||
        bytes[start + 4] !== 49 ||
        bytes[start + 5] !== dollar
      )
        return 0;
      return salted(start + 6, 8, 22, 3, 9);
    }
    if (bytes[start + 2] !== dollar) return 0;
    if (second === 53) return salted(start + 3, 16, 43, 15, 11);
    if (second === 54) return salted(start + 3, 16, 86, 3, 13);
    return 0;
  }

  function bcrypt(start: number): number {
    const letter = bytes[start + 2]!;
    const first = letter === 121 || letter === 97 ? 1 : letter === 98 ? 5 : 0;
    if (first === 0 || bytes[start + 3] !== dollar || bytes[start + 6] !== dollar) return 0;
    const tens = bytes[start + 4]! - 48;
    const ones = bytes[start + 5]! - 48;
    if (tens < 0 || tens > 3 || ones < 0 || ones > 9 || bytes[start + 60] !== newline) return 0;
    const cost = tens * 10 + ones;
    if (cost < 4 || cost > 31 || strange(start + 7, start + 60)) return 0;
    next = start + 61;
    if (bcrypt64[bytes[start + 28]!]! & 15 || bcrypt64[bytes[start + 59]!]! & 3) return first + 3;
    return cost >= bcryptCosts.high ? first + 2 : cost < bcryptCosts.low ? first + 1 : first;
  }

  /** A salt of at most `longest`, a dollar sign and `length` characters, of which the last is at most `last`. */
  function salted(start: number, longest: number, length: number, last: number, sound: number): number {
    let at = start;
    while (bytes[at] !== dollar) {
      if (at - start >= longest || itoa64[bytes[at]!] === 64) return 0;
      at++;
    }
    const end = at + 1 + length;
    if (bytes[end] !== newline || strange(at + 1, end)) return 0;
    next = end + 1;
    return itoa64[bytes[end - 1]!]! > last ? sound + 1 : sound;
  }

  function sha1(start: number): number {
    // {SHA}, 27 characters and an equals sign
    if (bytes[start + 1] !== 83 || bytes[start + 2] !== 72 || bytes[start + 3] !== 65 || bytes[start + 4] !== 125)
      return 0;
    if (bytes[start + 32] !== 61 || bytes[start + 33] !== newline) return 0;
    let odd = 0;
    for (let at = start + 5; at < start + 32; at++) odd |= base64[bytes[at]!]!;
    if (odd & 64) return 0;
    next = start + 34;
    return base64[bytes[start + 31]!]! & 3 ? 16 : 15;
  }

  function des(start: number, before: number): number {
    if (bytes[start + 13] !== newline || strange(start, start + 13)) return 0;
    next = start + 14;
    if (!(itoa64[bytes[start + 12]!]! & 3)) return 17;
    // what a shell left of a hash begins with one of these, and a name as long as a hash may be one
    const left = bytes[start]! < 48 || bytes[start + 1]! < 48 || bytes[start + 2]! < 48;
    return left || before > 13 ? 0 : 18;
  }

  /** Whether a byte between the two places is none that crypt(3) writes. */
  function strange(from: number, to: number): boolean {
    let odd = 0;
    if (from & 1) odd |= itoa64[bytes[from]!]! & 64;
    if (to & 1) odd |= itoa64[bytes[to - 1]!]! & 64;
    for (let at = (from + 1) >> 1; at < to >> 1; at++) odd |= strangePairs[pairs[at]!]!;
    return odd !== 0;
  }

  return { skim, look };
}
