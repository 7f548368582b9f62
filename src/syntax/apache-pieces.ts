/**
 * A logical line that is not one stretch of its file: joined by continuations, or with variables or macro arguments
 * replaced. Keeps where each part came from, so that complaints still point into the file.
 */
export class Pieced {
  readonly text: string;
  // parallel: where a part begins in the text, where it came from, how long it is there; copied parts are as long here
  readonly #at: readonly number[];
  readonly #from: readonly number[];
  readonly #length: readonly number[];

  constructor(text: string, at: readonly number[], from: readonly number[], length: readonly number[]) {
    this.text = text;
    this.#at = at;
    this.#from = from;
    this.#length = length;
  }

  /** Offset in the file of an offset in the text; `after`: as the end of a stretch, not as its start. */
  origin(offset: number, after = false): number {
    const at = this.#at;
    const wanted = after && offset > 0 ? offset - 1 : offset;
    let low = 0;
    let high = at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (at[middle]! <= wanted) low = middle;
      else high = middle - 1;
    }
    const from = this.#from[low] ?? 0;
    const length = this.#length[low] ?? 0;
    const here = (at[low + 1] ?? this.text.length) - (at[low] ?? 0);
    // a replaced part stands for the whole of what was written
    if (here !== length) return after ? from + length : from;
    return from + (wanted - (at[low] ?? 0)) + (after && offset > 0 ? 1 : 0);
  }

  /** The part between two offsets of the text. */
  slice(start: number, end: number): Pieced {
    const builder = new PiecedBuilder();
    builder.copy(this, start, end);
    return builder.build();
  }

  /** Calls back with each part that overlaps start..end: its text and where that came from. */
  each(start: number, end: number, take: (text: string, from: number, length: number) => void): void {
    for (let index = 0; index < this.#at.length; index++) {
      const begin = this.#at[index]!;
      const stop = this.#at[index + 1] ?? this.text.length;
      if (stop <= start || begin >= end) continue;
      const first = Math.max(begin, start);
      const last = Math.min(stop, end);
      const copied = stop - begin === this.#length[index];
      take(
        this.text.slice(first, last),
        copied ? this.#from[index]! + (first - begin) : this.#from[index]!,
        copied ? last - first : this.#length[index]!,
      );
    }
  }
}

export class PiecedBuilder {
  readonly #texts: string[] = [];
  readonly #at: number[] = [];
  readonly #from: number[] = [];
  readonly #length: number[] = [];
  #size = 0;

  /** Adds a part that stands at from..from+length of the file; a copied part has its own length. */
  add(text: string, from: number, length: number = text.length): void {
    if (text.length === 0) return;
    this.#texts.push(text);
    this.#at.push(this.#size);
    this.#from.push(from);
    this.#length.push(length);
    this.#size += text.length;
  }

  copy(other: Pieced, start: number, end: number): void {
    other.each(start, end, (text, from, length) => this.add(text, from, length));
  }

  build(): Pieced {
    // lists that have grown have room for more, which would stay
    return new Pieced(this.#texts.join(''), this.#at.slice(), this.#from.slice(), this.#length.slice());
  }
}
