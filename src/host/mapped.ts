import type { Inset } from '../text/source.ts';
import { type Absence, absent, type FileHost, type FileReader, type FileStat, type ListedFolder } from './host.ts';
import { basename, dirname, join, normalize } from './paths.ts';

/**
 * One rule of a path map: the server's path `from` (a folder or file) is found at `to` in the inner host. Where
 * `partial`, the inner folder holds only some of the server's files, so that a missing one is invisible, not missing.
 */
export interface Mapping {
  readonly from: string;
  readonly to: string;
  readonly partial?: boolean;
}

/** How many folders are remembered: those on the way to what is looked at, and some beside. */
const folderLimit = 2048;

/** A path without links: in the server's view, and where it lies in the inner host; null: no mapping covers it. */
interface Spot {
  readonly path: string;
  readonly inner: string | null;
  readonly partial: boolean;
}

/**
 * A server's files somewhere else on the inner host: a sysroot, compose volumes, `--map A=B`, or just the folders that
 * may be looked at (`from` equal to `to`). The longest matching mapping counts; a path that none covers is invisible.
 * Symbolic links are resolved in the server's view, so that an absolute link inside a sysroot stays inside it and none
 * leads out. A folder lists what is mapped into it.
 */
export class MappedHost implements FileHost {
  readonly #inner: FileHost;
  readonly #mappings: readonly Mapping[];
  /** Names that mappings put into a folder. */
  readonly #placed = new Map<string, string[]>();
  /** Folders on the way to where mappings begin: the server has them, whatever the inner host has there. */
  readonly #above = new Set<string>();
  /** Paths at which a mapping begins; any other path lies in the mapping that its folder lies in. */
  readonly #starts: ReadonlySet<string>;
  readonly #top: Spot;
  /** What folders are without links. */
  readonly #folders = new Map<string, Spot | Absence>();
  /** The folder asked for last: the same one is asked for many times in a row. */
  #last: { readonly path: string; readonly spot: Spot | Absence };

  constructor(inner: FileHost, mappings: readonly Mapping[]) {
    this.#inner = inner;
    this.#mappings = mappings
      .map(({ from, to, partial = false }) => ({ from: normalize(from), to: normalize(to), partial }))
      .sort((a, b) => b.from.length - a.from.length);
    this.#starts = new Set(this.#mappings.map(({ from }) => from));
    this.#top = this.#map('/') ?? { path: '/', inner: null, partial: false };
    this.#last = { path: '/', spot: this.#top };
    for (const { from } of this.#mappings) {
      if (from === '/') continue;
      const folder = dirname(from);
      this.#placed.set(folder, [...(this.#placed.get(folder) ?? []), basename(from)]);
      for (let above = folder; above !== '/' && above !== '.'; above = dirname(above)) this.#above.add(above);
    }
  }

  /** Where a server path (links not followed) lies in the inner host; null where no mapping covers it. */
  #map(path: string): Spot | null {
    for (const { from, to, partial = false } of this.#mappings) {
      if (!within(from, path)) continue;
      if (from === to) return { path, inner: path, partial };
      const rest = from === '/' ? path : path.slice(from.length);
      return { path, inner: rest === '' || rest === '/' ? to : to === '/' ? rest : to + rest, partial };
    }
    return null;
  }

  #resolve(path: string): Spot | Absence {
    // a path that is taken from a folder nobody knows
    if (!path.startsWith('/')) return 'invisible';
    const whole = normalize(path);
    // what no mapping covers lies below nothing that one covers, so that no link on the way is known
    return this.#covers(whole) ? this.#follow(whole, 0) : { path: whole, inner: null, partial: false };
  }

  #covers(path: string): boolean {
    for (let index = 0; index < this.#mappings.length; index++)
      if (within(this.#mappings[index]!.from, path)) return true;
    return false;
  }

  /** A normalized path without links. */
  #follow(path: string, links: number): Spot | Absence {
    if (path === '/') return this.#top;
    const parent = this.#parent(path, links);
    if (typeof parent === 'string') return parent;
    const next = this.#child(parent, path);
    // above the first visible folder nothing is known of links: the name is taken as it is
    const link = next.inner === null ? null : this.#inner.link(next.inner);
    if (link === null) return next;
    return links >= 40 ? 'loop' : this.#follow(join(parent.path, link), links + 1);
  }

  /** The folder of a normalized path, without links. */
  #parent(path: string, links: number): Spot | Absence {
    const last = this.#last;
    if (path.lastIndexOf('/') === last.path.length && path.startsWith(last.path)) return last.spot;
    const folder = dirname(path);
    const spot = this.#folder(folder, links);
    if (spot !== 'loop') this.#last = { path: folder, spot };
    return spot;
  }

  /** A folder without links. */
  #folder(path: string, links: number): Spot | Absence {
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const real = this.#follow(path, links);
    if (this.#folders.size >= folderLimit) this.#folders.clear();
    if (real !== 'loop') this.#folders.set(path, real);
    return real;
  }

  /** What a path names in a folder, whose own path may be another without links. */
  #child(folder: Spot, path: string): Spot {
    const name = path.slice(path.lastIndexOf('/'));
    const same = path.length === folder.path.length + name.length && path.startsWith(folder.path);
    const whole = same ? path : folder.path === '/' ? name : folder.path + name;
    if (this.#starts.has(whole)) return this.#map(whole)!;
    const { inner, partial } = folder;
    if (inner === null) return { path: whole, inner, partial };
    return { path: whole, inner: inner === folder.path ? whole : inner === '/' ? name : inner + name, partial };
  }

  #ask<T>(path: string, ask: (inner: string) => T | Absence): T | Absence {
    const found = this.#resolve(path);
    if (typeof found === 'string') return found;
    if (found.inner === null) return 'invisible';
    const answer = ask(found.inner);
    return found.partial && (answer === 'missing' || answer === 'not-a-directory') ? 'invisible' : answer;
  }

  stat(path: string): FileStat | Absence {
    const stat = this.#ask(path, (inner) => this.#inner.stat(inner));
    return stat === 'missing' && this.#above.has(normalize(path)) ? 'invisible' : stat;
  }

  kind(path: string): FileStat['kind'] | Absence {
    const kind = this.#ask(path, (inner) => this.#inner.kind(inner));
    return kind === 'missing' && this.#above.has(normalize(path)) ? 'invisible' : kind;
  }

  text(path: string, limit?: number): { readonly text: string } | Absence {
    return this.#ask(path, (inner) => this.#inner.text(inner, limit));
  }

  read(path: string): Uint8Array | Absence {
    const content = this.#ask(path, (inner) => this.#inner.read(inner));
    // the server would read it all
    return content === 'too-large' ? 'invisible' : content;
  }

  list(path: string): readonly string[] | Absence {
    const names = this.#ask(path, (inner) => this.#inner.list(inner));
    const placed = this.#placed.get(normalize(path));
    if (!placed || (absent(names) && names !== 'missing')) return names;
    return [...new Set([...(absent(names) ? [] : names), ...placed])].sort();
  }

  listed(path: string): ListedFolder | null {
    const found = this.#resolve(path);
    if (typeof found === 'string' || found.inner === null || this.#placed.has(found.path)) return null;
    const listed = this.#inner.listed(found.inner);
    return listed && found.partial ? new PartialFolder(listed) : listed;
  }

  link(path: string): string | null {
    const folder = this.#resolve(dirname(path));
    if (typeof folder === 'string' || folder.inner === null) return null;
    return this.#inner.link(join(folder.inner, basename(path)));
  }

  open(path: string): FileReader | Absence {
    return this.#ask(path, (inner) => this.#inner.open(inner));
  }

  display(path: string): string {
    const inner = this.#map(normalize(path))?.inner ?? null;
    return inner === null ? path : this.#inner.display(inner);
  }

  inset(path: string): Inset | null {
    const inner = this.#map(normalize(path))?.inner ?? null;
    return inner === null ? null : this.#inner.inset(inner);
  }
}

/** A folder that holds only some of the server's files. */
class PartialFolder implements ListedFolder {
  readonly #folder: ListedFolder;

  constructor(folder: ListedFolder) {
    this.#folder = folder;
  }

  kind(name: string): ReturnType<ListedFolder['kind']> {
    const kind = this.#folder.kind(name);
    return kind === 'missing' ? 'invisible' : kind;
  }

  stat(name: string): ReturnType<ListedFolder['stat']> {
    const stat = this.#folder.stat(name);
    return stat === 'missing' ? 'invisible' : stat;
  }
}

function within(folder: string, path: string): boolean {
  return folder === '/' || path === folder || (path.startsWith(folder) && path.charCodeAt(folder.length) === 47);
}
