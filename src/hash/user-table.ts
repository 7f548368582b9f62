/** Users that are kept apart; of a longer file the rest is not looked at for duplicates. */
const most = 16_000_000;
/** How full a table gets before the next one is begun. */
const fullest = 0.8;
/** Names that are noted before they are looked up, and those found again that are held until they are handed on. */
const batch = 1 << 9;
const held = 1 << 13;

/** The two hashes of a user name, byte by byte: FNV-1a, and another one of the same cost. */
export const firstHigh = 0x811c9dc5 | 0;
export const firstLow = 0x9747b28c | 0;
export const nextHigh = (high: number, code: number): number => Math.imul(high ^ code, 0x01000193);
export const nextLow = (low: number, code: number): number => Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 15);

/** The two hashes of a name that is at hand as text (bytes as a latin-1 string). */
export function hashesOf(name: string): [high: number, low: number] {
  let high = firstHigh;
  let low = firstLow;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    high = nextHigh(high, code);
    low = nextLow(low, code);
  }
  return [high, low];
}

/** Takes a name that stood before: the line it stands in now, and the place that was noted with it. */
export type Again = (line: number, place: number) => void;

/**
 * Which user names have stood before, told by two hashes in four bytes a name: the one picks the slot, the other fills
 * it. Two names can be taken for one (less than once in a hundred files of ten million): who reports it looks again.
 * Names are noted first and looked up many at a time: a table of millions lies in no cache, and only lookups that stand
 * close together in the program wait for memory all at once.
 */
export class UserTable {
  /** Of growing size; each is full but the last. */
  readonly #tables: Int32Array[] = [];
  #newest: Int32Array;
  #room: number;
  #count = 0;
  readonly #again: Again;
  readonly #highs = new Int32Array(batch);
  readonly #marks = new Int32Array(batch);
  readonly #lines = new Int32Array(batch);
  readonly #places = new Int32Array(batch);
  #noted = 0;
  readonly #found = new Int32Array(batch);
  readonly #metLines = new Int32Array(held);
  readonly #metPlaces = new Int32Array(held);
  #met = 0;

  /** `expected`: about how many names will come. A wrong guess costs time or memory, nothing else. */
  constructor(expected: number, again: Again) {
    const names = Math.min(Math.max(expected, 3_000), most);
    this.#newest = new Int32Array(Math.ceil(names / fullest));
    this.#room = Math.floor(names);
    this.#tables.push(this.#newest);
    this.#again = again;
  }

  /** Notes a name by its hashes; `place` is handed on, should it have stood before. */
  note(high: number, low: number, line: number, place: number): void {
    const at = this.#noted;
    this.#highs[at] = high;
    this.#marks[at] = low === 0 ? 1 : low;
    this.#lines[at] = line;
    this.#places[at] = place;
    this.#noted = at + 1;
    if (at + 1 === batch) this.#lookUp();
  }

  /** Looks up what was noted, and hands on which of it stood before. */
  settle(): void {
    this.#lookUp();
    this.#handOn();
  }

  #lookUp(): void {
    const noted = this.#noted;
    this.#noted = 0;
    for (const table of this.#tables) warm(table, this.#highs, noted);
    const found = this.#found;
    let again = 0;
    for (let at = 0; at < noted; at++) {
      // written in any case: at the first name that is met again, V8 would drop what it made of a branch never taken
      found[again] = at;
      again += this.#stood(this.#highs[at]!, this.#marks[at]!);
    }
    let met = this.#met;
    for (let at = 0; at < again; at++, met++) {
      this.#metLines[met] = this.#lines[found[at]!]!;
      this.#metPlaces[met] = this.#places[found[at]!]!;
    }
    this.#met = met;
    if (met > held - batch) this.#handOn();
  }

  #handOn(): void {
    const met = this.#met;
    this.#met = 0;
    for (let at = 0; at < met; at++) this.#again(this.#metLines[at]!, this.#metPlaces[at]!);
  }

  /** 1 where a name stood before; if not, it does from now on. */
  #stood(high: number, mark: number): 0 | 1 {
    for (let at = 0; at < this.#tables.length - 1; at++) if (find(this.#tables[at]!, high, mark) < 0) return 1;
    const slot = find(this.#newest, high, mark);
    if (slot < 0) return 1;
    if (this.#count >= most) return 0;
    this.#newest[slot] = mark;
    this.#count++;
    if (--this.#room === 0) this.#another();
    return 0;
  }

  #another(): void {
    this.#newest = new Int32Array(this.#newest.length * 2);
    this.#room = Math.floor(this.#newest.length * fullest);
    this.#tables.push(this.#newest);
  }
}

/** The slot at which a name is looked for first. */
const slotOf = (high: number, length: number): number => Math.floor(((high >>> 0) / 4_294_967_296) * length);

/** The empty slot at which the search for a mark ends, or -1 where the mark is found. */
function find(table: Int32Array, high: number, mark: number): number {
  let slot = slotOf(high, table.length);
  for (let found = table[slot]!; found !== 0; found = table[slot]!) {
    if (found === mark) return -1;
    if (++slot === table.length) slot = 0;
  }
  return slot;
}

/** Touches each slot, so that the lookups find them in a cache; what it gives is of no use. */
function warm(table: Int32Array, highs: Int32Array, noted: number): number {
  let sum = 0;
  for (let at = 0; at < noted; at++) sum |= table[slotOf(highs[at]!, table.length)]!;
  return sum;
}
