import type { FileReader } from '../host/host.ts';

const chunkSize = 1 << 18;
const newline = 10;
/** Bytes behind the chunk, so that a look at a line need not ask where the buffer ends. */
const slack = 512;

/** More of a line is not looked at, in bytes. */
const lineLimit = 1 << 16;

/** One buffer for all files, which are read one after the other; the same bytes singly and in pairs. */
export const buffer = sharedBuffer();
const { bytes } = buffer;

function sharedBuffer(): { readonly bytes: Buffer; readonly pairs: Uint16Array } {
  const memory = new ArrayBuffer(chunkSize + slack);
  return { bytes: Buffer.from(memory), pairs: new Uint16Array(memory) };
}

/** The lines of a file in the one buffer, which is filled again and again: what comes next lies from `at` to `end`. */
export class Lines {
  /** Where the line begins that comes next. */
  at = 0;
  end = 0;
  /** Lines that begin before this lie whole in the buffer, and each ends with a newline: the last one by our own. */
  stop = 0;
  /** Whether the file's last line has no newline. */
  unfinished = false;
  readonly #reader: FileReader;
  #over = false;
  /** In the middle of a line that is longer than the buffer. */
  #inside = false;

  constructor(reader: FileReader) {
    this.#reader = reader;
  }

  /** Moves on in the file, so that places in the buffer are no longer what they were; false at the end of it. */
  refill(): boolean {
    do {
      bytes.copyWithin(0, this.at, this.end);
      this.end = Math.max(0, this.end - this.at);
      this.at = 0;
      this.#fill();
      if (this.#inside) this.#skip();
    } while (this.#inside && !this.#over);
    const last = bytes.lastIndexOf(newline, this.end - 1);
    this.stop = this.#over || last < this.at ? this.end : last + 1;
    return this.at < this.stop;
  }

  /** Whether a line can be taken before the next `refill`. */
  get ready(): boolean {
    return this.at < this.stop;
  }

  /** The next line without its LF (a latin-1 string), cut where it is longer than any that a server reads. */
  next(): string {
    const start = this.at;
    const found = bytes.indexOf(newline, start);
    this.#inside = found < 0 || found > this.end;
    const stop = this.#inside ? this.end : found;
    this.at = stop + 1;
    return textAt(start, Math.min(stop, start + lineLimit));
  }

  #fill(): void {
    while (!this.#over && this.end < chunkSize) {
      const got = this.#reader.read(bytes.subarray(this.end, chunkSize));
      this.end += got;
      if (got > 0) continue;
      this.#over = true;
      this.unfinished = this.end > 0 && bytes[this.end - 1] !== newline;
      bytes[this.end] = newline;
    }
  }

  #skip(): void {
    const found = bytes.indexOf(newline);
    this.#inside = found < 0 || found >= this.end;
    this.at = this.#inside ? this.end : found + 1;
  }
}

/** The line that begins at a place in the buffer, without its LF. */
export function lineAt(place: number): string {
  return textAt(place, bytes.indexOf(newline, place));
}

/** Bytes of the buffer as a latin-1 string. */
export function textAt(start: number, end: number): string {
  return bytes.toString('latin1', start, end);
}
