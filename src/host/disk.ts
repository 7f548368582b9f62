import fs from 'node:fs';
import path from 'node:path';
import { fromBytes, pathText } from '../text/bytes.ts';
import { absence, DiskView, kindIn, type Listing, nodePath } from './disk-view.ts';
import { type Absence, type FileHost, type FileReader, type FileStat, type ListedFolder, readerOf } from './host.ts';
import { normalize } from './paths.ts';

/** The largest file that is read whole, in bytes; password files are streamed and have no limit. */
const readLimit = 256 * 1024 * 1024;

/** The machine's own files. Paths are bytes (latin-1 strings), so that names in any encoding are reached. */
export class DiskHost implements FileHost {
  /** Whether owners and modes are the server's own. */
  readonly #trusted: boolean;
  readonly #searchable: string;
  readonly #view: DiskView;

  /**
   * `trusted`: owners and modes are the server's own. `searchable`: the main configuration file; the folders above it
   * count as open to all, since where a server is laid out for a look says nothing of where it runs. `view`: what is
   * known of the disk already; hosts of one run share it.
   */
  constructor(options: { trusted?: boolean; searchable?: string; view?: DiskView } = {}) {
    this.#trusted = options.trusted ?? true;
    this.#searchable = options.searchable ?? '';
    this.#view = options.view ?? new DiskView();
  }

  stat(name: string): FileStat | Absence {
    const slash = name.lastIndexOf('/');
    const folder = this.#trusted ? null : this.listed(slash > 0 ? name.slice(0, slash) : '/');
    return folder?.stat(name.slice(slash + 1)) ?? this.look(name);
  }

  listed(name: string): ListedFolder | null {
    const listing = this.#view.listed(name);
    return listing && new DiskFolder(this, name, listing, this.#trusted);
  }

  /** A stat that the system is asked for, whatever is known of the folder. */
  look(name: string): FileStat | Absence {
    const looked = this.#view.stat(name);
    if (typeof looked === 'string') return looked;
    const { kind, uid, gid, size } = looked;
    const above = kind === 'directory' && this.#searchable.startsWith(name === '/' ? name : `${name}/`);
    const mode = (looked.mode & 0o7777) | (above ? 0o555 : 0);
    return { kind, mode, uid, gid, size, trusted: this.#trusted };
  }

  kind(name: string): FileStat['kind'] | Absence {
    return this.#view.kind(name);
  }

  text(name: string, limit?: number): { readonly text: string } | Absence {
    const small = this.#view.text(name);
    if (small !== null) return { text: limit === undefined ? small : small.slice(0, limit) };
    const bytes = limit === undefined ? this.read(name) : this.#head(name, limit);
    return typeof bytes === 'string' ? bytes : { text: fromBytes(bytes) };
  }

  #head(name: string, limit: number): Uint8Array | Absence {
    const reader = this.open(name);
    if (typeof reader === 'string') return reader;
    try {
      const bytes = new Uint8Array(Math.min(limit, Math.max(reader.size, 1)));
      return bytes.subarray(0, reader.read(bytes));
    } catch (error) {
      return absence(error);
    } finally {
      reader.close();
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
    this.#view.tooLarge.add(name);
    return 'too-large';
  }

  list(name: string): readonly string[] | Absence {
    const listing = this.#view.list(name);
    return typeof listing === 'string' ? listing : listing.names;
  }

  link(name: string): string | null {
    return this.#view.link(name);
  }

  open(name: string): FileReader | Absence {
    const at = nodePath(name);
    if (at === null) return 'missing';
    const instead = this.#view.instead(name);
    if (instead) return readerOf(instead);
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
    return shown(pathText(name));
  }

  inset(): null {
    return null;
  }
}

/** Of a name that went away since its folder was listed. */
const gone = { mode: 0, uid: 0, gid: 0, size: 0 };

class DiskFolder implements ListedFolder {
  readonly #host: DiskHost;
  readonly #path: string;
  readonly #listing: Listing;
  readonly #trusted: boolean;

  constructor(host: DiskHost, path: string, listing: Listing, trusted: boolean) {
    this.#host = host;
    this.#path = path;
    this.#listing = listing;
    this.#trusted = trusted;
  }

  kind(name: string): ReturnType<ListedFolder['kind']> {
    const kind = kindIn(this.#listing, name);
    return kind === 'link' ? null : kind;
  }

  stat(name: string): ReturnType<ListedFolder['stat']> {
    const kind = kindIn(this.#listing, name);
    if (kind === 'missing') return kind;
    if (kind === 'link') return null;
    const path = this.#path === '/' ? `/${name}` : `${this.#path}/${name}`;
    return this.#trusted ? this.#host.look(path) : new ListedStat(this.#host, path, kind);
  }
}

/** A name whose owner and mode count for nothing, as its folder's listing shows it: the rest is looked at when it is asked for. */
class ListedStat implements FileStat {
  readonly #host: DiskHost;
  readonly #name: string;
  readonly kind: FileStat['kind'];
  readonly trusted = false;

  constructor(host: DiskHost, name: string, kind: FileStat['kind']) {
    this.#host = host;
    this.#name = name;
    this.kind = kind;
  }

  get #looked(): typeof gone {
    const stat = this.#host.look(this.#name);
    return typeof stat === 'string' ? gone : stat;
  }

  get mode(): number {
    return this.#looked.mode;
  }

  get uid(): number {
    return this.#looked.uid;
  }

  get gid(): number {
    return this.#looked.gid;
  }

  get size(): number {
    return this.#looked.size;
  }
}

/** A disk path as people see it: relative to the working directory unless it lies far outside. */
export function shown(file: string): string {
  const folder = process.cwd();
  const relative = relativeTo(folder, file) ?? path.relative(folder, file);
  const near = relative.startsWith('../..') ? file : relative || '.';
  return path.sep === '/' ? near : near.split(path.sep).join('/');
}

/** A path as seen from a folder, where that is plain to see; there may be very many. */
function relativeTo(folder: string, file: string): string | null {
  if (file.charCodeAt(0) !== 47 || folder.charCodeAt(0) !== 47 || normalize(file) !== file) return null;
  const below = folder === '/' ? folder : `${folder}/`;
  if (file.startsWith(below)) return file.slice(below.length);
  const above = below.slice(0, below.lastIndexOf('/', below.length - 2) + 1);
  if (file.length < above.length || file === folder) return null;
  return file.startsWith(above) ? `../${file.slice(above.length)}` : file;
}
