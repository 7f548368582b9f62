import fs from 'node:fs';
import path from 'node:path';
import type { Absence, FileHost, FileReader, FileStat } from './host.ts';

/** The largest file that is read whole, in bytes; password files are streamed and have no limit. */
const readLimit = 256 * 1024 * 1024;

const absences: Readonly<Record<string, Absence>> = {
  ENOENT: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  ENOTDIR: 'not-a-directory',
  EISDIR: 'directory',
  ELOOP: 'loop',
  ENAMETOOLONG: 'missing',
  ENXIO: 'not-a-file',
};

function absence(error: unknown): Absence {
  return absences[(error as NodeJS.ErrnoException).code ?? ''] ?? 'denied';
}

// a NUL cannot be part of a path; Node would throw a TypeError instead of answering
const bytesOf = (name: string): Buffer | null => (name.includes('\0') ? null : Buffer.from(name, 'latin1'));

function readLink(name: string): string | null {
  const at = bytesOf(name);
  if (!at) return null;
  try {
    // most names are no links, and an exception costs far more than a second call for the few that are
    return fs.lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() ? fs.readlinkSync(at, 'latin1') : null;
  } catch {
    return null;
  }
}

/** The machine's own files. Paths are bytes (latin-1 strings), so that names in any encoding are reached. */
export class DiskHost implements FileHost {
  /** Whether owners and modes are the server's own. */
  readonly #trusted: boolean;
  readonly #searchable: string;
  readonly #links: Map<string, string | null>;
  readonly #tooLarge: Set<string>;

  /**
   * `trusted`: owners and modes are the server's own. `searchable`: the main configuration file; the folders above it
   * count as open to all, since where a server is laid out for a look says nothing of where it runs. `links`: what is
   * known of links already; `tooLarge`: files whose content was wanted and is not read. Hosts of one run share both.
   */
  constructor(
    options: {
      trusted?: boolean;
      searchable?: string;
      links?: Map<string, string | null>;
      tooLarge?: Set<string>;
    } = {},
  ) {
    this.#trusted = options.trusted ?? true;
    this.#searchable = options.searchable ?? '';
    this.#links = options.links ?? new Map();
    this.#tooLarge = options.tooLarge ?? new Set();
  }

  stat(name: string): FileStat | Absence {
    const at = bytesOf(name);
    if (!at) return 'missing';
    try {
      const stat = fs.statSync(at, { throwIfNoEntry: false });
      if (!stat) return 'missing';
      const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
      const above = kind === 'directory' && this.#searchable.startsWith(name === '/' ? name : `${name}/`);
      const mode = (stat.mode & 0o7777) | (above ? 0o555 : 0);
      return { kind, mode, uid: stat.uid, gid: stat.gid, size: stat.size, trusted: this.#trusted };
    } catch (error) {
      return absence(error);
    }
  }

  read(name: string): Uint8Array | Absence {
    const reader = this.open(name);
    if (typeof reader === 'string') return reader;
    try {
      if (reader.size > readLimit) return this.#refuse(name);
      let bytes = Buffer.allocUnsafe(reader.size + 1);
      let length = 0;
      for (let got = reader.read(bytes); got > 0; got = reader.read(bytes.subarray(length))) {
        length += got;
        if (length > readLimit) return this.#refuse(name);
        if (length === bytes.length) bytes = Buffer.concat([bytes], length * 2);
      }
      return bytes.subarray(0, length);
    } catch (error) {
      return absence(error);
    } finally {
      reader.close();
    }
  }

  #refuse(name: string): Absence {
    this.#tooLarge.add(name);
    return 'too-large';
  }

  list(name: string): readonly string[] | Absence {
    const at = bytesOf(name);
    if (!at) return 'missing';
    try {
      return fs.readdirSync(at, 'latin1').sort();
    } catch (error) {
      return absence(error);
    }
  }

  link(name: string): string | null {
    let target = this.#links.get(name);
    if (target === undefined) {
      target = readLink(name);
      this.#links.set(name, target);
    }
    return target;
  }

  open(name: string): FileReader | Absence {
    const at = bytesOf(name);
    if (!at) return 'missing';
    try {
      // non-blocking: opening a FIFO that nobody writes to must not hang
      const fd = fs.openSync(at, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
      const stat = fs.fstatSync(fd);
      if (!stat.isFile()) {
        fs.closeSync(fd);
        return stat.isDirectory() ? 'directory' : 'not-a-file';
      }
      return { size: stat.size, read: (into) => fs.readSync(fd, into), close: () => fs.closeSync(fd) };
    } catch (error) {
      return absence(error);
    }
  }

  display(name: string): string {
    return shown(Buffer.from(name, 'latin1').toString('utf8'));
  }
}

/** A disk path as people see it: relative to the working directory unless it lies far outside. */
export function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return (relative.startsWith('../..') ? file : relative || '.').split(path.sep).join('/');
}
