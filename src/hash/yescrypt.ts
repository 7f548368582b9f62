import { decode64, encode64, itoa64 } from './crypt64.ts';
import { crypto } from './crypto.ts';

/** Bytes of memory that one hash may take; the defaults of distributions take 16 MiB. */
const memoryLimit = 64 * 1024 * 1024;
/** The only flavour that libxcrypt computes: RW, 6 rounds, gather 4, simple 2, S-boxes of 12 KiB. */
const flavourRw = 2 + ((0xb4 | 2) >> 2);
const sboxWords = 3072;
const sboxMask = 4080;

/**
 * yescrypt of a key under `$y$…$salt$hash` (all bytes, latin-1 strings); null for settings that nobody writes or that
 * take too much memory. Source: the yescrypt specification and its reference in libxcrypt.
 */
export function yescrypt(key: string, setting: string): string | null {
  const end = setting.lastIndexOf('$');
  const prefix = setting.slice(0, end);
  const saltAt = prefix.lastIndexOf('$') + 1;
  const params = parameters(prefix.slice(3, saltAt - 1));
  const salt = decode64(prefix.slice(saltAt));
  if (!params || !salt || salt.length > 64) return null;
  const { n, r, p, t } = params;
  if (p !== 1 || n < 4 || 128 * r * n > memoryLimit) return null;
  let password: Buffer = Buffer.from(key, 'latin1');
  if (n >= 0x100 && n * r >= 0x20000) password = derive(password, salt, n >>> 6, r, 0, true);
  return `${prefix}$${encode64(derive(password, salt, n, r, t, false))}`;
}

interface Parameters {
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly t: number;
}

function parameters(text: string): Parameters | null {
  let at = 0;
  /** One number of variable length. */
  const next = (least: number): number => {
    let value = itoa64.indexOf(text[at++] ?? '');
    if (value < 0) return Number.NaN;
    let start = 0;
    let last = 47;
    let more = 0;
    let sum = least;
    while (value > last) {
      sum += (last + 1 - start) * 2 ** (6 * more);
      start = last + 1;
      last = start + Math.floor((62 - last) / 2);
      more++;
    }
    sum += (value - start) * 2 ** (6 * more);
    while (more-- > 0) {
      value = itoa64.indexOf(text[at++] ?? '');
      sum += value * 2 ** (6 * more);
    }
    return sum;
  };
  if (next(0) !== flavourRw) return null;
  const power = next(1);
  const r = next(1);
  let p = 1;
  let t = 0;
  if (at < text.length) {
    const have = next(1);
    if (have & 1) p = next(2);
    if (have & 2) t = next(1);
    if (have & ~3) return null;
  }
  if (!(power >= 2 && power <= 24 && r >= 1 && p >= 1 && t >= 0) || at !== text.length) return null;
  return { n: 2 ** power, r, p, t };
}

const hmac = (key: Uint8Array, message: Uint8Array): Buffer =>
  crypto().createHmac('sha256', key).update(message).digest();

/** yescrypt_kdf_body for p of 1. */
function derive(key: Buffer, salt: Buffer, n: number, r: number, t: number, prehash: boolean): Buffer {
  const first = hmac(Buffer.from(prehash ? 'yescrypt-prehash' : 'yescrypt'), key);
  const bytes = crypto().pbkdf2Sync(first, salt, 1, 128 * r, 'sha256');
  const block = new Uint32Array(32 * r);
  for (let at = 0; at < block.length; at++) block[at] = bytes.readUInt32LE(at * 4);
  const password = new Mixer(r).mix(block, n, t, bytes.subarray(0, 32));
  const mixed = Buffer.alloc(128 * r);
  for (let at = 0; at < block.length; at++) mixed.writeUInt32LE(block[at]!, at * 4);
  const out = crypto().pbkdf2Sync(password, mixed, 1, 32, 'sha256');
  if (prehash) return out;
  return crypto()
    .createHash('sha256')
    .update(hmac(out, Buffer.from('Client Key')))
    .digest();
}

// word order inside a block: pairs of 32-bit words stand as 64-bit lanes
const lanes = [0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11];

class Mixer {
  readonly #r: number;
  readonly #words: number;
  readonly #x = new Uint32Array(16);
  readonly #salsa = new Uint32Array(16);
  readonly #s = new Uint32Array(sboxWords);
  #s0 = 2048;
  #s1 = 1024;
  #s2 = 0;
  #w = 0;

  constructor(r: number) {
    this.#r = r;
    this.#words = 32 * r;
  }

  /** SMix of a block in place; the key of the last step is given back. */
  mix(block: Uint32Array, n: number, t: number, sum: Uint8Array): Buffer {
    let loops = t <= 1 ? Math.floor(((t === 1 ? 2 * n : n) + 2) / 3) : n * (t - 1);
    loops += loops & 1;
    this.#fillBoxes(block);
    const tail = Buffer.alloc(64);
    for (let at = 0; at < 16; at++) tail.writeUInt32LE(block[this.#words - 16 + at]!, at * 4);
    const key = hmac(tail, sum);
    const v = new Uint32Array(this.#words * (n + 1));
    this.#fill(block, v, n);
    this.#loop(block, v, n, loops);
    return key;
  }

  /** The S-boxes: classic scrypt's first loop with r of 1 over the block's first 128 bytes. */
  #fillBoxes(block: Uint32Array): void {
    const s = this.#s;
    let x: Uint32Array = new Uint32Array(32);
    let y: Uint32Array = new Uint32Array(32);
    for (let half = 0; half < 2; half++) shuffle(block, half * 16, x, half * 16);
    for (let at = 0; at < sboxWords; at += 32) {
      s.set(x, at);
      const [low, high] = [x.subarray(0, 16), x.subarray(16, 32)];
      this.#x.set(high);
      this.#mixSalsa8(low, y, 0);
      this.#mixSalsa8(high, y, 16);
      [x, y] = [y, x];
    }
    for (let half = 0; half < 2; half++) unshuffle(x, half * 16, block, half * 16);
  }

  #mixSalsa8(from: Uint32Array, to: Uint32Array, at: number): void {
    for (let index = 0; index < 16; index++) this.#x[index]! ^= from[index]!;
    this.#salsa20(4);
    to.set(this.#x, at);
  }

  #fill(block: Uint32Array, v: Uint32Array, n: number): void {
    const words = this.#words;
    for (let at = 0; at < words; at += 16) shuffle(block, at, v, at);
    let j = 0;
    let filled = 1;
    for (let size = 1; filled < n + 1; filled++) {
      const from = (filled - 1) * words;
      if (filled < 3) j = this.#blockmix(v, from, v, from, false, v, filled * words);
      else {
        // the index is taken below the largest power of two, counted from the end of what is there
        while (size * 2 <= filled - 1) size *= 2;
        const back = (j & (size - 1)) + (filled - 1 - size);
        j = this.#blockmix(v, from, v, back * words, true, v, filled * words);
      }
    }
    for (let at = 0; at < words; at += 16) unshuffle(v, n * words + at, block, at);
  }

  #loop(block: Uint32Array, v: Uint32Array, n: number, loops: number): void {
    const words = this.#words;
    const x = new Uint32Array(words);
    for (let at = 0; at < words; at += 16) shuffle(block, at, x, at);
    let j = x[words - 16]! & (n - 1);
    for (let left = loops; left > 0; left--) {
      const back = j * words;
      // V_j takes the sum, and the sum is what is mixed
      this.#x.set(x.subarray(words - 16));
      for (let at = 0; at < words; at++) v[back + at]! ^= x[at]!;
      for (let index = 0; index < 16; index++) this.#x[index] = v[back + words - 16 + index]!;
      j = this.#mixBlocks(v, back, x, 0) & (n - 1);
    }
    for (let at = 0; at < words; at += 16) unshuffle(x, at, block, at);
  }

  /** BlockMix of one block, or of the sum of two; gives the first word of its last part. */
  #blockmix(
    a: Uint32Array,
    from: number,
    b: Uint32Array,
    other: number,
    both: boolean,
    out: Uint32Array,
    to: number,
  ): number {
    const words = this.#words;
    if (!both) {
      for (let index = 0; index < 16; index++) this.#x[index] = a[from + words - 16 + index]!;
      return this.#mixBlocks(a, from, out, to);
    }
    const sum = this.#sum;
    for (let at = 0; at < words; at++) sum[at] = a[from + at]! ^ b[other + at]!;
    for (let index = 0; index < 16; index++) this.#x[index] = sum[words - 16 + index]!;
    return this.#mixBlocks(sum, 0, out, to);
  }

  #mixBlocks(from: Uint32Array, at: number, to: Uint32Array, into: number): number {
    const x = this.#x;
    const last = 2 * this.#r - 1;
    for (let index = 0; ; index++) {
      const start = at + index * 16;
      for (let word = 0; word < 16; word++) x[word]! ^= from[start + word]!;
      this.#pwxform();
      if (index === last) this.#salsa20(1);
      to.set(x, into + index * 16);
      if (index === last) return x[0]!;
    }
  }

  readonly #sumOf = { words: new Uint32Array(0) };
  get #sum(): Uint32Array {
    if (this.#sumOf.words.length === 0) this.#sumOf.words = new Uint32Array(this.#words);
    return this.#sumOf.words;
  }

  /** Six rounds of multiply, add and xor with the S-boxes; the middle four are written back. */
  #pwxform(): void {
    const x = this.#x;
    const s = this.#s;
    let write = this.#s2 + (this.#w >>> 2);
    for (let round = 0; round < 6; round++) {
      for (let pair = 0; pair < 16; pair += 4) {
        const p0 = this.#s0 + ((x[pair]! & sboxMask) >>> 2);
        const p1 = this.#s1 + ((x[pair + 1]! & sboxMask) >>> 2);
        for (let lane = 0; lane < 4; lane += 2) {
          const low = x[pair + lane]!;
          const high = x[pair + lane + 1]!;
          // 32 by 32 bits to 64, by halves
          const a = low & 0xffff;
          const b = low >>> 16;
          const c = high & 0xffff;
          const d = high >>> 16;
          const middle = a * d + (Math.imul(a, c) >>> 16);
          const carried = b * c + (middle % 0x10000);
          const productLow = Math.imul(low, high) >>> 0;
          const productHigh = b * d + Math.floor(middle / 0x10000) + Math.floor(carried / 0x10000);
          const sumLow = productLow + s[p0 + lane]!;
          const sumHigh = productHigh + s[p0 + lane + 1]! + (sumLow > 0xffffffff ? 1 : 0);
          x[pair + lane] = sumLow ^ s[p1 + lane]!;
          x[pair + lane + 1] = sumHigh ^ s[p1 + lane + 1]!;
        }
      }
      if (round > 0 && round < 5) {
        s.set(x, write);
        write += 16;
      }
    }
    this.#w = (this.#w + 256) & sboxMask;
    [this.#s0, this.#s1, this.#s2] = [this.#s2, this.#s0, this.#s1];
  }

  /** Salsa20 of the working block, added to it. */
  #salsa20(doubleRounds: number): void {
    const w = this.#salsa;
    unshuffle(this.#x, 0, w, 0);
    const step = (to: number, a: number, b: number, bits: number): void => {
      const sum = (w[a]! + w[b]!) | 0;
      w[to]! ^= (sum << bits) | (sum >>> (32 - bits));
    };
    for (let round = 0; round < doubleRounds; round++) {
      for (const [a, b, c, d] of columns) {
        step(b, a, d, 7);
        step(c, b, a, 9);
        step(d, c, b, 13);
        step(a, d, c, 18);
      }
      for (const [a, b, c, d] of rows) {
        step(b, a, d, 7);
        step(c, b, a, 9);
        step(d, c, b, 13);
        step(a, d, c, 18);
      }
    }
    const x = this.#x;
    for (let index = 0; index < 16; index++) x[index]! += w[lanes[index]!]!;
  }
}

const columns = [
  [0, 4, 8, 12],
  [5, 9, 13, 1],
  [10, 14, 2, 6],
  [15, 3, 7, 11],
] as const;
const rows = [
  [0, 1, 2, 3],
  [5, 6, 7, 4],
  [10, 11, 8, 9],
  [15, 12, 13, 14],
] as const;

function shuffle(from: Uint32Array, at: number, to: Uint32Array, into: number): void {
  for (let index = 0; index < 16; index++) to[into + index] = from[at + lanes[index]!]!;
}

function unshuffle(from: Uint32Array, at: number, to: Uint32Array, into: number): void {
  for (let index = 0; index < 16; index++) to[into + lanes[index]!] = from[at + index]!;
}
