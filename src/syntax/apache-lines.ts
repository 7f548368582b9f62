import type { Source } from '../text/source.ts';
import { ApacheDirective } from './apache-directive.ts';
import type { Pieced } from './apache-pieces.ts';
import { PiecedBuilder } from './apache-pieces.ts';
import { isSpace, Words } from './apache-words.ts';

/** One logical line that is neither blank nor a comment, trimmed. */
export interface Line {
  readonly source: Source;
  /** Span in the file. */
  readonly start: number;
  readonly end: number;
  /** Set where the line is no single stretch of the file. */
  readonly pieces: Pieced | null;
  /** Whether a variable may be written in it. */
  readonly variables: boolean;
}

/** A copy of a line that a reader gave, to keep beyond its next one. */
export function kept({ source, start, end, pieces, variables }: Line): Line {
  return { source, start, end, pieces, variables };
}

/** The text of a line as httpd sees it. */
export function textOf(line: Line): string {
  return line.pieces ? line.pieces.text : line.source.text.slice(line.start, line.end);
}

/** Longest line of a .htaccess file in bytes, joined and with its line feed (HUGE_STRING_LEN, as it is counted). */
export const htaccessLineLimit = 8192;

/**
 * Reads a file line by line as `ap_cfg_getline` does (server/util.c): a backslash before the line end joins the next
 * line, also in a comment; a NUL ends the line and the rest of it is lost; white space around the joined line goes.
 * `tooLong` is called once, and reading ends, where a line is longer than `limit` bytes.
 */
export class LineReader {
  readonly source: Source;
  readonly #limit: number;
  readonly #tooLong: (start: number, end: number) => void;
  readonly #hasNul: boolean;
  /** What `next` gives for a line that is one stretch: the same object each time. */
  readonly #line: { source: Source; start: number; end: number; pieces: null; variables: boolean };
  /** Where the next variable is written; past the end: nowhere. */
  #dollar: number;
  #at = 0;

  constructor(
    source: Source,
    limit = Number.POSITIVE_INFINITY,
    tooLong: (start: number, end: number) => void = () => {},
  ) {
    this.source = source;
    this.#limit = limit;
    this.#tooLong = tooLong;
    this.#hasNul = source.text.includes('\0');
    this.#line = { source, start: 0, end: 0, pieces: null, variables: false };
    this.#dollar = 0;
    this.#seekVariable(0);
  }

  /** The next line that says something; null at the end. It is good until the next call: see `kept`. */
  next(): Line | null {
    const { text } = this.source;
    const size = text.length;
    let at = this.#at;
    let physical = at;
    for (;;) {
      let first = 0;
      while (at < size) {
        first = text.charCodeAt(at);
        if (!isSpace(first)) break;
        at++;
        if (first === 10) {
          if (at - physical > this.#limit) return this.#stop(physical, at);
          physical = at;
        }
      }
      if (at >= size) {
        this.#at = size;
        return size - physical > this.#limit ? this.#stop(physical, size) : null;
      }
      let stop = text.indexOf('\n', at);
      if (stop < 0) stop = size;
      if (this.#hasNul || (stop < size && this.#continues(stop))) {
        const line = this.#join(physical);
        if (line) return line;
        at = this.#at;
        physical = at;
        continue;
      }
      if (stop - physical + (stop < size ? 1 : 0) > this.#limit) {
        return this.#stop(physical, stop);
      }
      this.#at = stop + 1;
      if (first === 35) {
        at = stop + 1;
        physical = at;
        continue;
      }
      let end = stop;
      while (isSpace(text.charCodeAt(end - 1))) end--;
      if (this.#dollar < at) this.#seekVariable(at);
      const line = this.#line;
      line.start = at;
      line.end = end;
      line.variables = this.#dollar < end;
      return line;
    }
  }

  #seekVariable(from: number): void {
    const found = this.source.text.indexOf('${', from);
    this.#dollar = found < 0 ? Number.POSITIVE_INFINITY : found;
  }

  #stop(start: number, end: number): null {
    this.#at = this.source.text.length;
    this.#tooLong(start, end);
    return null;
  }

  /** Whether the line feed at `stop` (or the carriage return before it) is guarded by a backslash. */
  #continues(stop: number): boolean {
    const { text } = this.source;
    const before = text.charCodeAt(stop - 1);
    return before === 92 || (before === 13 && text.charCodeAt(stop - 2) === 92);
  }

  /** Joins continued lines from the physical line at `from`; null where that is blank, a comment or too long. */
  #join(from: number): Line | null {
    const { source } = this;
    const { text } = source;
    const builder = new PiecedBuilder();
    let at = from;
    let total = 0;
    for (let first = true; ; first = false) {
      let stop = text.indexOf('\n', at);
      if (stop < 0) stop = text.length;
      const next = Math.min(stop + 1, text.length);
      const nul = this.#hasNul ? text.slice(at, stop).indexOf('\0') : -1;
      const goesOn = nul < 0 && stop < text.length && stop > at && this.#continues(stop);
      const end = nul >= 0 ? at + nul : goesOn ? text.lastIndexOf('\\', stop) : stop;
      total += end - at;
      if (total + (stop < text.length && !goesOn ? 1 : 0) > this.#limit) return this.#stop(from, stop);
      // white space before the line goes; taking none of it spares a second copy
      let begin = at;
      if (first) while (begin < end && isSpace(text.charCodeAt(begin))) begin++;
      builder.add(text.slice(begin, end), begin);
      at = next;
      if (!goesOn || at >= text.length) break;
    }
    this.#at = at;
    const whole = builder.build();
    return trimmed(source, whole);
  }
}

/** The line of a pieced text without white space around it; null where nothing or a comment is left. */
export function trimmed(source: Source, whole: Pieced): Line | null {
  const { text } = whole;
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start === end || text.charCodeAt(start) === 35) return null;
  const pieces = start === 0 && end === text.length ? whole : whole.slice(start, end);
  return {
    source,
    start: whole.origin(start),
    end: whole.origin(end, true),
    pieces,
    variables: text.includes('${'),
  };
}

/** Names read before, by a hash of their characters: the same few are written over and over. */
const names: string[] = new Array<string>(4096).fill('');

/** Takes the name off a line; null where the name is an empty quoted word, which httpd passes over. */
export function directiveOf(line: Line): ApacheDirective | null {
  const { source, pieces } = line;
  const text = pieces ? pieces.text : source.text;
  const from = pieces ? 0 : line.start;
  const to = pieces ? pieces.text.length : line.end;
  let at = from;
  let code = text.charCodeAt(at);
  let last = 0;
  let hash = 0;
  let plain = code !== 34 && code !== 39;
  while (at < to) {
    code = text.charCodeAt(at);
    if (code <= 32 && isSpace(code)) break;
    if (code === 92) plain = false;
    hash = (hash * 31 + code) | 0;
    last = code;
    at++;
  }
  if (!plain) return quotedName(line, text, from, to);
  let nameEnd = at;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  if (last === 62 && nameEnd > from + 1 && text.charCodeAt(from + 1) !== 47) nameEnd--;
  const length = nameEnd - from;
  let name = names[hash & 4095]!;
  if (name.length !== length || !text.startsWith(name, from)) {
    name = text.slice(from, nameEnd);
    names[hash & 4095] = name;
  }
  const irregular = pieces && { pieces, nameEnd: pieces.origin(nameEnd, true), from: at };
  return new ApacheDirective(source, name, line.start, line.end, irregular);
}

/** A name with quotes or backslashes, which hardly anybody writes. */
function quotedName(line: Line, text: string, from: number, to: number): ApacheDirective | null {
  const { source, pieces } = line;
  const words = new Words(text, from, to);
  words.next();
  let name = words.value;
  if (name === '') return null;
  if (name.charCodeAt(1) !== 47 && name.length > 1 && name.endsWith('>')) name = name.slice(0, -1);
  const nameEnd = pieces ? pieces.origin(words.end, true) : words.end;
  return new ApacheDirective(source, name, line.start, line.end, { pieces, nameEnd, from: words.at });
}
