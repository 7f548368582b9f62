import type { Absence, FileHost, FileReader, FileStat } from './host.ts';
import { dirname, join, normalize } from './paths.ts';

/** One rule of a path map: the server's path `from` (a folder or file) is found at `to` in the inner host. */
export interface Mapping {
  readonly from: string;
  readonly to: string;
}

/**
 * A server's files somewhere else on the inner host: a sysroot, compose volumes, `--map A=B`. A path that neither a
 * mapping covers nor lies inside one of the `roots` is invisible. Symbolic links are resolved in the server's view, so
 * that an absolute link inside a sysroot stays inside it.
 */
export class MappedHost implements FileHost {
  readonly #inner: FileHost;
  readonly #mappings: readonly Mapping[];
  readonly #roots: readonly string[];

  constructor(inner: FileHost, mappings: readonly Mapping[], roots: readonly string[] = []) {
    this.#inner = inner;
    this.#mappings = mappings
      .map(({ from, to }) => ({ from: normalize(from), to: normalize(to) }))
      .sort((a, b) => b.from.length - a.from.length);
    this.#roots = roots.map(normalize);
  }

  /** The inner path of a server path, or null where nothing is known of it. */
  inner(path: string): string | null {
    const clean = normalize(path);
    if (this.#roots.some((root) => within(root, clean))) return clean;
    for (const { from, to } of this.#mappings) {
      if (within(from, clean)) return from === '/' ? join(to, `.${clean}`) : to + clean.slice(from.length);
    }
    return null;
  }

  /** Follows links in the server's view; the inner path at the end, or an absence. */
  #resolve(path: string): string | { absence: Absence } {
    let left = normalize(path).slice(1).split('/');
    let at = '';
    let links = 0;
    let inner: string | null = this.inner('/');
    while (left.length > 0) {
      const part = left.shift()!;
      if (part === '') continue;
      const next = `${at}/${part}`;
      inner = this.inner(next);
      // above the first visible folder nothing can be said of links: take the name as it is
      const link = inner === null ? null : this.#inner.link(inner);
      if (link === null) {
        at = next;
        continue;
      }
      if (++links > 40) return { absence: 'loop' };
      const target = join(at || '/', link);
      if (this.#roots.some((root) => within(root, next)) && this.inner(target) === null)
        return { absence: 'invisible' };
      left = [...target.slice(1).split('/'), ...left];
      at = '';
    }
    inner = this.inner(at || '/');
    return inner ?? { absence: 'invisible' };
  }

  #ask<T>(path: string, ask: (inner: string) => T): T | Absence {
    const inner = this.#resolve(path);
    return typeof inner === 'string' ? ask(inner) : inner.absence;
  }

  stat(path: string): FileStat | Absence {
    return this.#ask(path, (inner) => this.#inner.stat(inner));
  }

  read(path: string): Uint8Array | Absence {
    return this.#ask(path, (inner) => this.#inner.read(inner));
  }

  list(path: string): readonly string[] | Absence {
    return this.#ask(path, (inner) => this.#inner.list(inner));
  }

  link(path: string): string | null {
    const parent = this.#resolve(dirname(path));
    return typeof parent === 'string' ? this.#inner.link(join(parent, path.slice(path.lastIndexOf('/') + 1))) : null;
  }

  open(path: string): FileReader | Absence {
    return this.#ask(path, (inner) => this.#inner.open(inner));
  }

  display(path: string): string {
    const inner = this.inner(path);
    return inner === null ? path : this.#inner.display(inner);
  }
}

function within(folder: string, path: string): boolean {
  return folder === '/' || path === folder || (path.startsWith(folder) && path.charCodeAt(folder.length) === 47);
}
