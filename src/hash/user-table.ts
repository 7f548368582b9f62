/** Users that are kept apart; of a longer file the rest is not looked at for duplicates. */
const most = 16_000_000;
/** How full a table gets before the next one is begun. */
const fullest = 0.72;

/** The two hashes of a user name, byte by byte: FNV-1a, and another one of the same cost. */
export const firstHigh = 0x811c9dc5 | 0;
export const firstLow = 0x9747b28c | 0;
export const nextHigh = (high: number, code: number): number => Math.imul(high ^ code, 0x01000193);
export const nextLow = (low: number, code: number): number => Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 15);

/**
 * Which user names have stood before, told by two hashes in four bytes a name: the one picks the slot, the other fills
 * it. Two names can be taken for one (less than once in a hundred files of ten million): who reports it looks again.
 */
export class UserTable {
  readonly #tables: Uint32Array[] = [];
  #newest: Uint32Array;
  #room: number;
  #count = 0;

  /** `expected`: about how many names will come. A wrong guess costs time or memory, nothing else. */
  constructor(expected: number) {
    const names = Math.min(Math.max(expected, 3_000), most);
    this.#newest = new Uint32Array(Math.ceil(names / fullest));
    this.#room = names;
    this.#tables.push(this.#newest);
  }

  /** Whether a name with these hashes stood before; if not, it does from now on. */
  seen(high: number, low: number): boolean {
    const mark = low === 0 ? 1 : low >>> 0;
    const place = (high >>> 0) / 4_294_967_296;
    let slot = 0;
    for (const table of this.#tables) {
      slot = Math.floor(place * table.length);
      for (let found = table[slot]!; found !== 0; found = table[slot]!) {
        if (found === mark) return true;
        if (++slot === table.length) slot = 0;
      }
    }
    if (this.#count >= most) return false;
    this.#newest[slot] = mark;
    this.#count++;
    if (--this.#room === 0) this.#another();
    return false;
  }

  #another(): void {
    this.#newest = new Uint32Array(this.#newest.length * 2);
    this.#room = Math.floor(this.#newest.length * fullest);
    this.#tables.push(this.#newest);
  }
}
