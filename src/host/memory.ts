import { fromBytes } from '../text/bytes.ts';
import type { Absence, FileHost, FileReader, FileStat } from './host.ts';
import { absent, readerOf } from './host.ts';
import { dirname, join, normalize } from './paths.ts';

/** One entry of a memory host: text (taken as UTF-8), bytes, a symbolic link or a directory, with mode and owner. */
export type MemoryEntry =
  | string
  | {
      readonly text?: string;
      readonly bytes?: Uint8Array;
      readonly symlink?: string;
      readonly dir?: true;
      readonly mode?: number;
      readonly uid?: number;
      readonly gid?: number;
    };

interface Node {
  readonly bytes: Uint8Array | null;
  readonly symlink: string | null;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly names: Set<string> | null;
}

/** A file host over a plain object, for tests and for callers without a disk. Paths outside it are missing. */
export class MemoryHost implements FileHost {
  readonly #nodes = new Map<string, Node>();

  constructor(files: Readonly<Record<string, MemoryEntry>>) {
    this.#nodes.set('/', directory(0o755, 0, 0));
    for (const [path, entry] of Object.entries(files))
      this.#add(normalize(path.startsWith('/') ? path : `/${path}`), entry);
  }

  #add(path: string, entry: MemoryEntry): void {
    const given = typeof entry === 'string' ? { text: entry } : entry;
    const { mode, uid = 0, gid = 0 } = given;
    this.#parents(path);
    if (given.dir) {
      const old = this.#nodes.get(path);
      this.#nodes.set(path, { ...directory(mode ?? 0o755, uid, gid), names: old?.names ?? new Set() });
      return;
    }
    const bytes = given.symlink === undefined ? (given.bytes ?? Buffer.from(given.text ?? '', 'utf8')) : null;
    this.#nodes.set(path, { bytes, symlink: given.symlink ?? null, mode: mode ?? 0o644, uid, gid, names: null });
  }

  #parents(path: string): void {
    const parent = dirname(path);
    let node = this.#nodes.get(parent);
    if (!node) {
      this.#parents(parent);
      node = directory(0o755, 0, 0);
      this.#nodes.set(parent, node);
    }
    node.names?.add(path.slice(path.lastIndexOf('/') + 1));
  }

  #resolve(path: string, depth = 0): Node | Absence {
    if (depth > 40) return 'loop';
    const clean = normalize(path);
    if (clean === '/') return this.#nodes.get('/')!;
    let at = '';
    const parts = clean.slice(1).split('/');
    for (const [index, part] of parts.entries()) {
      at = `${at}/${part}`;
      const node = this.#nodes.get(at);
      if (!node) return 'missing';
      if (node.symlink !== null) {
        return this.#resolve([join(dirname(at), node.symlink), ...parts.slice(index + 1)].join('/'), depth + 1);
      }
      if (index < parts.length - 1 && !node.names) return 'not-a-directory';
    }
    return this.#nodes.get(at)!;
  }

  stat(path: string): FileStat | Absence {
    const node = this.#resolve(path);
    if (absent(node)) return node;
    const { mode, uid, gid } = node;
    return { kind: node.names ? 'directory' : 'file', mode, uid, gid, size: node.bytes?.length ?? 0, trusted: true };
  }

  kind(path: string): FileStat['kind'] | Absence {
    const stat = this.stat(path);
    return absent(stat) ? stat : stat.kind;
  }

  text(path: string, limit?: number): { readonly text: string } | Absence {
    const bytes = this.read(path);
    return absent(bytes) ? bytes : { text: fromBytes(bytes.subarray(0, limit)) };
  }

  read(path: string): Uint8Array | Absence {
    const node = this.#resolve(path);
    if (absent(node)) return node;
    return node.bytes ?? 'directory';
  }

  list(path: string): readonly string[] | Absence {
    const node = this.#resolve(path);
    if (absent(node)) return node;
    return node.names ? [...node.names].sort() : 'not-a-directory';
  }

  listed(): null {
    return null;
  }

  link(path: string): string | null {
    return this.#nodes.get(normalize(path))?.symlink ?? null;
  }

  open(path: string): FileReader | Absence {
    const bytes = this.read(path);
    if (absent(bytes)) return bytes;
    return readerOf(bytes);
  }

  display(path: string): string {
    return path;
  }

  inset(): null {
    return null;
  }
}

function directory(mode: number, uid: number, gid: number): Node {
  return { bytes: null, symlink: null, mode, uid, gid, names: new Set() };
}
