import fs from 'node:fs';
import { isAscii } from '../text/bytes.ts';
import type { Absence } from './host.ts';

/** What a name in a folder is, links not followed. */
export type EntryKind = 'file' | 'directory' | 'link' | 'other';

/** A folder's names, sorted bytewise, and what each is. */
export interface Listing {
  readonly names: readonly string[];
  readonly kinds: readonly EntryKind[];
  /** Whether what it names can be looked at; null: not tried yet. */
  searchable: boolean | null;
}

/** What stat(2) says of a name, links followed. */
export interface Looked {
  readonly kind: 'file' | 'directory' | 'other';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
}

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

export function absence(error: unknown): Absence {
  return absences[(error as NodeJS.ErrnoException).code ?? ''] ?? 'denied';
}

/** A path (bytes) as Node takes it; null: a NUL cannot be part of one, and Node would throw a TypeError. */
export function nodePath(name: string): string | Buffer | null {
  if (name.includes('\0')) return null;
  return isAscii(name) ? name : Buffer.from(name, 'latin1');
}

/** Files up to this many bytes are kept, and how much is kept in all. */
const smallest = 65_536;
const keptLimit = 64 * 1024 * 1024;
let buffer: Buffer | null = null;

/**
 * What one run has seen of the disk: a folder is listed once, a name looked at once, a small file read once. Paths are
 * bytes (latin-1 strings), as are texts.
 */
export class DiskView {
  /** Files whose content was wanted and is too large to be read. */
  readonly tooLarge = new Set<string>();
  readonly #folders = new Map<string, Listing | Absence>();
  readonly #links = new Map<string, string | null>();
  readonly #stats = new Map<string, Looked | Absence>();
  readonly #texts = new Map<string, string>();
  readonly #edited: ReadonlyMap<string, Uint8Array>;
  #kept = 0;
  /** The folder asked for last, and the name with what it is: both are asked for several times in a row. */
  #lastFolder: { readonly path: string; readonly listing: Listing | null } | null = null;
  #lastName: string | null = null;
  #lastEntry: EntryKind | 'missing' | null = null;

  /** `edited`: what files are to hold instead, by their real paths (edits that are being tried). */
  constructor(edited: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.#edited = edited;
  }

  /** What a file is to hold instead; null: what it holds. */
  instead(name: string): Uint8Array | null {
    if (this.#edited.size === 0) return null;
    try {
      return this.#edited.get(fs.realpathSync(nodePath(name) ?? '', 'latin1')) ?? null;
    } catch {
      return null;
    }
  }

  list(folder: string): Listing | Absence {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const listing = readFolder(folder);
    this.#folders.set(folder, listing);
    this.#lastFolder = null;
    this.#lastName = null;
    return listing;
  }

  /** What a name is, where its folder has been listed: `missing` too; null: not known. */
  #entry(name: string): EntryKind | 'missing' | null {
    if (name !== this.#lastName) {
      this.#lastEntry = this.#find(name);
      this.#lastName = name;
    }
    return this.#lastEntry;
  }

  #find(name: string): EntryKind | 'missing' | null {
    const slash = name.lastIndexOf('/');
    let last = this.#lastFolder;
    if (!last || slash !== last.path.length || !name.startsWith(last.path)) {
      const path = slash > 0 ? name.slice(0, slash) : '/';
      const listing = this.#folders.get(path);
      last = { path, listing: listing === undefined || typeof listing === 'string' ? null : listing };
      this.#lastFolder = last;
    }
    return last.listing && kindIn(last.listing, name.slice(slash + 1));
  }

  /** What a folder is known to hold, where that tells all that looks at its names would; null: it does not. */
  listed(folder: string): Listing | null {
    const listing = this.#folders.get(folder);
    if (listing === undefined || typeof listing === 'string') return null;
    listing.searchable ??= maySearch(folder);
    return listing.searchable ? listing : null;
  }

  stat(name: string): Looked | Absence {
    const known = this.#stats.get(name);
    if (known !== undefined) return known;
    let looked = this.#entry(name) === 'missing' ? 'missing' : look(name);
    const instead = typeof looked === 'string' ? null : this.instead(name);
    if (instead) looked = { ...(looked as Looked), size: instead.length };
    this.#stats.set(name, looked);
    return looked;
  }

  /** What stands at a path, links followed; spares a look where the folder's listing tells. */
  kind(name: string): Looked['kind'] | Absence {
    const entry = this.#entry(name);
    if (entry !== null && entry !== 'link') return entry;
    const looked = this.stat(name);
    return typeof looked === 'string' ? looked : looked.kind;
  }

  /** The target of a link; null: it is none. */
  link(name: string): string | null {
    const entry = this.#entry(name);
    if (entry !== null && entry !== 'link') return null;
    let target = this.#links.get(name);
    if (target === undefined) {
      target = readLink(name);
      this.#links.set(name, target);
    }
    return target;
  }

  /** The text of a small file that its folder's listing shows as one; null: it is to be opened and looked at. */
  text(name: string): string | null {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    if (this.#entry(name) !== 'file' || this.instead(name)) return null;
    const text = readSmall(name);
    if (text !== null && this.#kept + text.length <= keptLimit) {
      this.#kept += text.length;
      this.#texts.set(name, text);
    }
    return text;
  }
}

function readFolder(folder: string): Listing | Absence {
  const at = nodePath(folder);
  if (at === null) return 'missing';
  try {
    const entries = fs.readdirSync(at as string, { withFileTypes: true, encoding: 'latin1' });
    if (entries.length > 1) entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const kindOf = (entry: fs.Dirent): EntryKind =>
      entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : entry.isSymbolicLink() ? 'link' : 'other';
    return { names: entries.map(({ name }) => name), kinds: entries.map(kindOf), searchable: null };
  } catch (error) {
    return absence(error);
  }
}

const isRoot = process.getuid?.() === 0;

/** Whether what a folder names can be looked at, which is another right than to list it. */
function maySearch(folder: string): boolean {
  // nothing keeps root out
  if (isRoot) return true;
  try {
    fs.accessSync(nodePath(folder)!, fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What a name in a folder is, links not followed. */
export function kindIn({ names, kinds }: Listing, name: string): EntryKind | 'missing' {
  const index = find(names, name);
  return index < 0 ? 'missing' : kinds[index]!;
}

/** Index of a name in a sorted list; -1 where it is not. */
function find(names: readonly string[], name: string): number {
  let low = 0;
  let high = names.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = names[middle]!;
    if (at === name) return middle;
    if (at < name) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function look(name: string): Looked | Absence {
  const at = nodePath(name);
  if (at === null) return 'missing';
  try {
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    if (!stat) return 'missing';
    const { mode, uid, gid, size } = stat;
    return { kind: stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other', mode, uid, gid, size };
  } catch (error) {
    return absence(error);
  }
}

function readLink(name: string): string | null {
  const at = nodePath(name);
  if (at === null) return null;
  try {
    // most names are no links, and an exception costs far more than a second call for the few that are
    return fs.lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() ? fs.readlinkSync(at, 'latin1') : null;
  } catch {
    return null;
  }
}

/** The whole of a regular file; null where it is not small or cannot be read. */
function readSmall(name: string): string | null {
  let fd: number;
  try {
    fd = fs.openSync(nodePath(name)!, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    buffer ??= Buffer.allocUnsafeSlow(smallest);
    const length = fs.readSync(fd, buffer, 0, smallest, 0);
    return length < smallest ? buffer.toString('latin1', 0, length) : null;
  } catch {
    return null;
  } finally {
    fs.closeSync(fd);
  }
}
