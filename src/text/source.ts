import { isAscii, unitsBefore } from './bytes.ts';
import type { Template } from './template.ts';

/** A place in a source file that people can find: lines and columns count from 1, columns in characters. */
export interface Location {
  /** Path as shown to people. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A stretch of a source: byte offsets, `end` exclusive. Lines and columns are made only when it is shown. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/**
 * Where a text stands that is part of a file, as a block of lines of a YAML file is: line and column (from 1) of its
 * first character there. Where not `lines`, the text is in some coding, and all of it is found at that character.
 */
export interface Inset {
  readonly line: number;
  readonly column: number;
  readonly lines: boolean;
}

/** A place in a file that was streamed and is not kept as a `Source` (password files of any size). */
export interface FileLine {
  /** Path as shown to people. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** Where something is: a span of a source, a line of a streamed file, or a whole file. */
export type Where = Span | FileLine;

/** Texts up to this many bytes are counted through for a line: a table for each of thousands of files costs more. */
const short = 1024;

/** One configuration file: its bytes as a latin-1 string and a lazily made line index. */
export class Source {
  /** Absolute path as the server sees it. */
  readonly path: string;
  /** Path as shown to people (relative to the working directory, with `/`). */
  readonly display: string;
  readonly text: string;
  /** Set where the file is a template: the text is what it makes, and lines are shown as they stand in the file. */
  readonly template: Template | null;
  /** Set where the text is a part of the file that is shown; offsets, lines and columns are the text's own. */
  readonly inset: Inset | null;
  #lineStarts: Uint32Array | null = null;
  #ascii: boolean | null = null;
  /** Of lines with other characters: what columns are counted by. */
  #columns: Map<number, (at: number) => number> | null = null;

  constructor(
    path: string,
    text: string,
    display: string = path,
    template: Template | null = null,
    inset: Inset | null = null,
  ) {
    this.path = path;
    this.text = text;
    this.display = display;
    this.template = template;
    this.inset = inset;
  }

  /** Number of the line (from 1) that holds a byte offset. */
  lineOf(offset: number): number {
    const text = this.#shown;
    if (text.length <= short) {
      let line = 1;
      for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
      return line;
    }
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Line and column (from 1, column in characters) of a byte offset; an offset past the end is the end. */
  position(offset: number): { line: number; column: number } {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineOf(at);
    const start = this.startOf(line);
    this.#ascii ??= isAscii(this.#shown);
    if (this.#ascii) return { line, column: at - start + 1 };
    this.#columns ??= new Map();
    let units = this.#columns.get(line);
    if (!units) {
      const next = this.#starts()[line] ?? this.#shown.length;
      units = unitsBefore(this.#shown.slice(start, next));
      this.#columns.set(line, units);
    }
    return { line, column: units(at - start) + 1 };
  }

  /** Where an offset is shown: the end of a part is that of its last line, since what follows is not its own. */
  shown(offset: number): number {
    const { inset, text } = this;
    return inset && text.endsWith('\n') ? Math.min(offset, text.length - 1) : offset;
  }

  /** Bytes of one line (from 1) without its line end; empty for a line that is not there. */
  line(number: number): string {
    const starts = this.#starts();
    const start = starts[number - 1];
    if (start === undefined) return '';
    const text = this.#shown;
    let end = starts[number] ?? text.length;
    if (end > start && text.charCodeAt(end - 1) === 10) end--;
    if (end > start && text.charCodeAt(end - 1) === 13) end--;
    return text.slice(start, end);
  }

  /** Offset at which a line (from 1) begins. */
  startOf(line: number): number {
    const text = this.#shown;
    if (text.length <= short) {
      let start = 0;
      for (let left = line; left > 1; left--) {
        start = text.indexOf('\n', start) + 1;
        if (start === 0) return this.text.length;
      }
      return start;
    }
    return this.#starts()[line - 1] ?? this.text.length;
  }

  get lineCount(): number {
    return this.#starts().length;
  }

  get #shown(): string {
    return this.template?.original ?? this.text;
  }

  #starts(): Uint32Array {
    if (this.#lineStarts) return this.#lineStarts;
    const text = this.#shown;
    let count = 1;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
    const starts = new Uint32Array(count);
    let line = 1;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts[line++] = at + 1;
    this.#lineStarts = starts;
    return starts;
  }
}

/** Whether two places begin at the same byte of a file, which may have been read several times. */
export function sameStart(a: Where | null | undefined, b: Where | null | undefined): boolean {
  if (!a || !b || !('source' in a) || !('source' in b)) return false;
  return a.start === b.start && a.source.path === b.source.path;
}

/** A line and column of a text as they are found in the file that it is a part of. */
export function shownAt<T extends { readonly line: number; readonly column: number }>(at: T, inset: Inset | null): T {
  if (inset === null) return at;
  const { line, column, lines } = inset;
  return lines ? { ...at, line: line + at.line - 1, column: column + at.column - 1 } : { ...at, line, column };
}

/** Where an offset of a source is found. */
function foundAt(source: Source, offset: number): { line: number; column: number } {
  return shownAt(source.position(source.shown(offset)), source.inset);
}

/** Where something begins. */
export function beginningOf(where: Where): Pick<Location, 'file' | 'line' | 'column'> {
  if (!('source' in where)) return where;
  const { line, column } = foundAt(where.source, where.start);
  return { file: where.source.display, line, column };
}

/** A `Where` as file, line and column. */
export function locate(where: Where): Location {
  if (!('source' in where)) {
    const { file, line, column, endColumn } = where;
    return { file, line, column, endLine: line, endColumn };
  }
  const { source, start, end } = where;
  const first = foundAt(source, start);
  const last = foundAt(source, Math.max(start, end));
  return {
    file: source.display,
    line: first.line,
    column: first.column,
    endLine: last.line,
    endColumn: last.column,
  };
}
