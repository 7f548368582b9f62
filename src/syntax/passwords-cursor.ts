import { type Absence, absent, type FileHost, type FileReader } from '../host/host.ts';

const chunkSize = 1 << 16;

/** Reads a file piece by piece as C's fgets does, so that files and lines of any size take bounded memory. */
export class LineCursor {
  readonly #reader: FileReader;
  readonly #buffer = Buffer.allocUnsafe(chunkSize);
  #at = 0;
  #end = 0;
  /** Number of the physical line (from 1) on which the last piece began. */
  line = 0;
  /** Bytes of that line before the last piece. */
  column = 0;
  #nextLine = 1;
  #nextColumn = 0;

  constructor(reader: FileReader) {
    this.#reader = reader;
  }

  /** Opens a cursor at the start of a file. */
  static open(host: FileHost, path: string): LineCursor | Absence {
    const reader = host.open(path);
    return absent(reader) ? reader : new LineCursor(reader);
  }

  /** The next bytes up to and with the next LF, at most `limit` of them (latin-1 string); null at the end. */
  gets(limit: number): string | null {
    this.line = this.#nextLine;
    this.column = this.#nextColumn;
    let text = '';
    while (text.length < limit) {
      if (this.#at === this.#end) {
        this.#at = 0;
        this.#end = this.#reader.read(this.#buffer);
        if (this.#end === 0) break;
      }
      const most = Math.min(this.#end, this.#at + limit - text.length);
      const newline = this.#buffer.subarray(this.#at, most).indexOf(10);
      const stop = newline < 0 ? most : this.#at + newline + 1;
      text += this.#buffer.toString('latin1', this.#at, stop);
      this.#at = stop;
      if (newline >= 0) {
        this.#nextLine++;
        this.#nextColumn = 0;
        return text;
      }
    }
    this.#nextColumn += text.length;
    return text === '' ? null : text;
  }

  close(): void {
    this.#reader.close();
  }
}
