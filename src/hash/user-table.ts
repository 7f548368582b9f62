/** Users that are kept apart; of a longer file the rest is not looked at for duplicates. */
const most = 6_000_000;

/** On which line each user name came first: two hashes of the name and the line, in flat arrays. */
export class UserTable {
  #slots = 1 << 12;
  #hashes = new Uint32Array(this.#slots * 2);
  #lines = new Uint32Array(this.#slots);
  #count = 0;

  /** The line on which the name stood before, or 0; a new name is put down for this line. */
  first(name: string, line: number): number {
    let high = 0x811c9dc5;
    let low = 0x9747b28c;
    for (let at = 0; at < name.length; at++) {
      const code = name.charCodeAt(at);
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 15);
    }
    high >>>= 0;
    low >>>= 0;
    let slot = (high ^ (low >>> 7)) & (this.#slots - 1);
    while (this.#lines[slot] !== 0) {
      if (this.#hashes[slot * 2] === high && this.#hashes[slot * 2 + 1] === low) return this.#lines[slot]!;
      slot = (slot + 1) & (this.#slots - 1);
    }
    if (this.#count >= most) return 0;
    this.#put(slot, high, low, line);
    if (++this.#count * 4 > this.#slots * 3) this.#grow();
    return 0;
  }

  #put(slot: number, high: number, low: number, line: number): void {
    this.#hashes[slot * 2] = high;
    this.#hashes[slot * 2 + 1] = low;
    this.#lines[slot] = line;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const lines = this.#lines;
    this.#slots *= 2;
    this.#hashes = new Uint32Array(this.#slots * 2);
    this.#lines = new Uint32Array(this.#slots);
    for (let old = 0; old < lines.length; old++) {
      if (lines[old] === 0) continue;
      const high = hashes[old * 2]!;
      const low = hashes[old * 2 + 1]!;
      let slot = (high ^ (low >>> 7)) & (this.#slots - 1);
      while (this.#lines[slot] !== 0) slot = (slot + 1) & (this.#slots - 1);
      this.#put(slot, high, low, lines[old]!);
    }
  }
}
