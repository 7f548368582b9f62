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

/** Names missed in a folder after which it is listed, and how many it may hold at most: a look at each costs more. */
const missedLimit = 100;
const fewNames = 10_000;

/**
 * What one run has seen of the disk: a folder is listed once, a name looked at once, a small file read once. Paths are
 * bytes (latin-1 strings), as are texts.
 */
export class DiskView {
  /** Files whose content was wanted and is too large to be read. */
  readonly tooLarge = new Set<string>();
  readonly #folders = new Map<string, Listing | Absence>();
  /** Targets of the links among the names looked at. */
  readonly #links = new Map<string, string>();
  readonly #stats = new Map<string, Looked | Absence>();
  /** Names that were not there, by the folder that they were looked for in. */
  readonly #missed = new Map<string, number>();
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
    return this.#learn(folder, readFolder(folder, allEntries));
  }

  /** Takes a listing in, and forgets what was told without it. */
  #learn(folder: string, listing: Listing | Absence): Listing | Absence {
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
    return this.#entry(name) === 'missing' ? 'missing' : this.#look(name);
  }

  /** Looks at a name: of most, which are no links, one call tells all. */
  #look(name: string): Looked | Absence {
    const at = nodePath(name);
    let stat = at === null ? 'missing' : statOf(at, fs.lstatSync);
    if (typeof stat !== 'string' && stat.isSymbolicLink()) {
      const target = readLink(at!);
      if (target !== null) this.#links.set(name, target);
      stat = statOf(at!, fs.statSync);
    }
    let looked = typeof stat === 'string' ? stat : lookedOf(stat);
    const instead = typeof looked === 'string' ? null : this.instead(name);
    if (instead) looked = { ...(looked as Looked), size: instead.length };
    this.#stats.set(name, looked);
    if (looked === 'missing') this.#miss(name);
    return looked;
  }

  #miss(name: string): void {
    const slash = name.lastIndexOf('/');
    const folder = slash > 0 ? name.slice(0, slash) : '/';
    const missed = (this.#missed.get(folder) ?? 0) + 1;
    this.#missed.set(folder, missed);
    if (missed !== missedLimit || this.#folders.has(folder)) return;
    const listing = readFolder(folder, fewEntries);
    if (typeof listing !== 'string') this.#learn(folder, listing);
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
    if (!this.#stats.has(name)) this.#look(name);
    return this.#links.get(name) ?? null;
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

/** The listing of a folder whose entries are read by one of the two functions below. */
function readFolder(folder: string, read: (at: string) => fs.Dirent[] | null): Listing | Absence {
  const at = nodePath(folder);
  if (at === null) return 'missing';
  try {
    const entries = read(at as string);
    if (entries === null) return 'too-large';
    if (entries.length > 1) entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const kindOf = (entry: fs.Dirent): EntryKind =>
      entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : entry.isSymbolicLink() ? 'link' : 'other';
    return { names: entries.map(({ name }) => name), kinds: entries.map(kindOf), searchable: null };
  } catch (error) {
    return absence(error);
  }
}

function allEntries(at: string): fs.Dirent[] {
  return fs.readdirSync(at, { withFileTypes: true, encoding: 'latin1' });
}

/** Null: there are more than a few. */
function fewEntries(at: string): fs.Dirent[] | null {
  const folder = fs.opendirSync(at, { encoding: 'latin1' });
  try {
    const entries: fs.Dirent[] = [];
    for (let entry = folder.readSync(); entry; entry = folder.readSync()) {
      if (entries.push(entry) > fewNames) return null;
    }
    return entries;
  } finally {
    folder.closeSync();
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

function statOf(at: string | Buffer, call: typeof fs.lstatSync): fs.Stats | Absence {
  try {
    return call(at, { throwIfNoEntry: false }) ?? 'missing';
  } catch (error) {
    return absence(error);
  }
}

function lookedOf(stat: fs.Stats): Looked {
  const { mode, uid, gid, size } = stat;
  return { kind: stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other', mode, uid, gid, size };
}

function readLink(at: string | Buffer): string | null {
  try {
    return fs.readlinkSync(at, 'latin1');
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
