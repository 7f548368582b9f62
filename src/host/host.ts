import { type FileLine, type Inset, shownAt } from '../text/source.ts';

/** Why a path gives nothing. `invisible`: it lies outside what may be looked at, so nothing is known of it. */
export type Absence =
  | 'missing'
  | 'denied'
  | 'invisible'
  | 'directory'
  | 'not-a-directory'
  | 'not-a-file'
  | 'loop'
  | 'too-large';

export interface FileStat {
  readonly kind: 'file' | 'directory' | 'other';
  /** Permission bits (0o7777). */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  /** Whether owner and mode are those of the server (false in a plain checkout, where they say nothing). */
  readonly trusted: boolean;
}

/**
 * The files of a server as the configuration names them: absolute paths with `/`, always the server's own view.
 * All calls are synchronous and never throw for what a file system can answer; symbolic links are followed.
 */
export interface FileHost {
  stat(path: string): FileStat | Absence;
  /** What stands at a path; cheaper than `stat`. */
  kind(path: string): FileStat['kind'] | Absence;
  /** Whole content; `too-large` over the host's limit. */
  read(path: string): Uint8Array | Absence;
  /** Content as a latin-1 string: the whole, or its first `limit` bytes. */
  text(path: string, limit?: number): { readonly text: string } | Absence;
  /** Names in a directory, sorted bytewise, without `.` and `..`. */
  list(path: string): readonly string[] | Absence;
  /** A folder whose names are known already; null: they are not. */
  listed(path: string): ListedFolder | null;
  /** The target of a symbolic link (not resolved further), or null where the path is no link. */
  link(path: string): string | null;
  /** A chunked reader for files of any size. */
  open(path: string): FileReader | Absence;
  /** How the path is shown to people: relative to the working directory where it is on disk. */
  display(path: string): string;
  /** Where its text stands in the file that is shown; null: it is that file. */
  inset(path: string): Inset | null;
}

/**
 * A folder whose names are known, for quick answers about what stands in it. Null is none: it is a link, or is to be
 * looked at by its path.
 */
export interface ListedFolder {
  kind(name: string): FileStat['kind'] | 'missing' | 'invisible' | null;
  stat(name: string): FileStat | Absence | null;
}

export interface FileReader {
  readonly size: number;
  /** Fills the buffer from the current place; 0 at the end. */
  read(into: Uint8Array): number;
  close(): void;
}

/** Whether an answer of a host is an absence and not a value; not for `kind`, whose values are texts too. */
export function absent(answer: unknown): answer is Absence {
  return typeof answer === 'string';
}

/** Stretches of a file's lines as people find them; line and columns count from 1. */
export function linesOf(host: FileHost, path: string): (line: number, column: number, endColumn: number) => FileLine {
  const file = host.display(path);
  const inset = host.inset(path);
  return (line, column, endColumn) => {
    const start = shownAt({ line, column }, inset);
    return { file, ...start, endColumn: shownAt({ line, column: endColumn }, inset).column };
  };
}

/** A reader of bytes in memory. */
export function readerOf(bytes: Uint8Array): FileReader {
  let at = 0;
  return {
    size: bytes.length,
    read(into) {
      const part = bytes.subarray(at, at + into.length);
      into.set(part);
      at += part.length;
      return part.length;
    },
    close() {},
  };
}
