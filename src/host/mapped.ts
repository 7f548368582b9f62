import type { Inset } from '../text/source.ts';
import { type Absence, absent, type FileHost, type FileReader, type FileStat } from './host.ts';
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

type Found = { readonly path: string; readonly partial: boolean };

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
  /** Folders without links, in the server's view. */
  readonly #folders = new Map<string, string | Absence>([['/', '/']]);

  constructor(inner: FileHost, mappings: readonly Mapping[]) {
    this.#inner = inner;
    this.#mappings = mappings
      .map(({ from, to, partial = false }) => ({ from: normalize(from), to: normalize(to), partial }))
      .sort((a, b) => b.from.length - a.from.length);
    for (const { from } of this.#mappings) {
      if (from === '/') continue;
      const folder = dirname(from);
      this.#placed.set(folder, [...(this.#placed.get(folder) ?? []), basename(from)]);
    }
  }

  /** Where a server path (links not followed) lies in the inner host; null where no mapping covers it. */
  #map(path: string): Found | null {
    for (const { from, to, partial = false } of this.#mappings) {
      if (!within(from, path)) continue;
      const rest = from === '/' ? path : path.slice(from.length);
      return { path: rest === '' || rest === '/' ? to : to === '/' ? rest : to + rest, partial };
    }
    return null;
  }

  #resolve(path: string): Found | Absence {
    // a path that is taken from a folder nobody knows
    if (!path.startsWith('/')) return 'invisible';
    const real = this.#follow(normalize(path), 0);
    return real.startsWith('/') ? (this.#map(real) ?? 'invisible') : (real as Absence);
  }

  /** A normalized path without links, in the server's view; each folder on the way is looked at once. */
  #follow(path: string, links: number): string | Absence {
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const parent = this.#folder(dirname(path), links);
    if (!parent.startsWith('/')) return parent;
    const next = join(parent, basename(path));
    const mapped = this.#map(next);
    // above the first visible folder nothing is known of links: the name is taken as it is
    const link = mapped && this.#inner.link(mapped.path);
    if (link === null) return next;
    return links >= 40 ? 'loop' : this.#follow(join(parent, link), links + 1);
  }

  #folder(path: string, links: number): string | Absence {
    const real = this.#follow(path, links);
    if (real !== 'loop') this.#folders.set(path, real);
    return real;
  }

  #ask<T>(path: string, ask: (inner: string) => T | Absence): T | Absence {
    const found = this.#resolve(path);
    if (typeof found === 'string') return found;
    const answer = ask(found.path);
    return found.partial && (answer === 'missing' || answer === 'not-a-directory') ? 'invisible' : answer;
  }

  stat(path: string): FileStat | Absence {
    return this.#ask(path, (inner) => this.#inner.stat(inner));
  }

  kind(path: string): FileStat['kind'] | Absence {
    return this.#ask(path, (inner) => this.#inner.kind(inner));
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

  link(path: string): string | null {
    const parent = this.#resolve(dirname(path));
    return typeof parent === 'string' ? null : this.#inner.link(join(parent.path, basename(path)));
  }

  open(path: string): FileReader | Absence {
    return this.#ask(path, (inner) => this.#inner.open(inner));
  }

  display(path: string): string {
    const found = this.#map(normalize(path));
    return found === null ? path : this.#inner.display(found.path);
  }

  inset(path: string): Inset | null {
    const found = this.#map(normalize(path));
    return found && this.#inner.inset(found.path);
  }
}

function within(folder: string, path: string): boolean {
  return folder === '/' || path === folder || (path.startsWith(folder) && path.charCodeAt(folder.length) === 47);
}
