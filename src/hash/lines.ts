import type { FileReader } from '../host/host.ts';

const chunkSize = 1 << 18;

/** The lines of a file in one buffer that moves along: what is looked at lies whole from `at` to `end`. */
export class Lines {
  readonly bytes = Buffer.allocUnsafe(chunkSize);
  /** Where the line begins that comes next. */
  at = 0;
  end = 0;
  readonly #reader: FileReader;
  #over = false;

  constructor(reader: FileReader) {
    this.#reader = reader;
  }

  /** Whether a line is left; it lies whole in the buffer unless it is longer than half of that. */
  more(): boolean {
    if (this.#over || this.end - this.at > chunkSize / 2) return this.at < this.end;
    this.bytes.copyWithin(0, this.at, this.end);
    this.end -= this.at;
    this.at = 0;
    this.#fill();
    return this.at < this.end;
  }

  /** The next line without its LF (a latin-1 string), cut at `limit` bytes. */
  next(limit: number): string {
    const start = this.at;
    let stop = this.bytes.indexOf(10, start);
    if (stop >= 0 && stop < this.end) {
      this.at = stop + 1;
      return this.text(start, Math.min(stop, start + limit));
    }
    stop = this.end;
    const text = this.text(start, Math.min(stop, start + limit));
    this.#skip();
    return text;
  }

  text(start: number, end: number): string {
    return this.bytes.toString('latin1', start, end);
  }

  #fill(): void {
    while (this.end < chunkSize) {
      const got = this.#reader.read(this.bytes.subarray(this.end));
      if (got === 0) {
        this.#over = true;
        return;
      }
      this.end += got;
    }
  }

  /** Past the end of a line that is longer than the buffer. */
  #skip(): void {
    for (;;) {
      this.at = 0;
      this.end = 0;
      if (this.#over) return;
      this.#fill();
      const newline = this.bytes.indexOf(10);
      if (newline < 0 || newline >= this.end) continue;
      this.at = newline + 1;
      return;
    }
  }
}
