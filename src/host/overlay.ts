import type { Inset } from '../text/source.ts';
import type { Absence, FileHost, FileReader, FileStat, ListedFolder } from './host.ts';
import { MemoryHost } from './memory.ts';
import { dirname } from './paths.ts';

/** A file that is laid over a host. */
export interface LaidFile {
  /** Null: it is there, and what it holds is not known. */
  readonly bytes: Uint8Array | null;
  readonly mode?: number;
  /** The file that it is shown as, where it stands in one. */
  readonly display?: string;
  readonly inset?: Inset;
}

/** Files that may be laid over hosts, by their paths. */
export class LaidFiles {
  readonly files = new Map<string, LaidFile>();
  /** Below these paths nothing but the files is there. */
  readonly folders = new Set<string>();
  #host: MemoryHost | null = null;

  /** `folder`: the one that it stands in, where that is laid with it. */
  add(path: string, file: LaidFile, folder?: string): void {
    this.files.set(path, file);
    if (folder !== undefined) this.folders.add(folder);
    this.#host = null;
  }

  get host(): MemoryHost {
    this.#host ??= new MemoryHost({
      ...Object.fromEntries([...this.folders].map((folder) => [folder, { dir: true }])),
      ...Object.fromEntries(
        [...this.files].map(([path, { bytes, mode }]) => [
          path,
          { bytes: bytes ?? new Uint8Array(), ...(mode !== undefined && { mode }) },
        ]),
      ),
    });
    return this.#host;
  }
}

/** A host with some files of our own laid over it: the stated server around a lone .htaccess, parts of YAML files. */
export class OverlayHost implements FileHost {
  readonly #over: MemoryHost;
  readonly #under: FileHost;
  readonly #files: ReadonlyMap<string, LaidFile>;
  readonly #folders: ReadonlySet<string>;
  /** Folders that something is laid into. */
  readonly #parents: ReadonlySet<string>;

  constructor(under: FileHost, { host, files, folders }: LaidFiles) {
    this.#under = under;
    this.#over = host;
    this.#files = files;
    this.#folders = folders;
    this.#parents = new Set([...files.keys(), ...folders].map(dirname));
  }

  #of(path: string): FileHost {
    return this.#covers(path) ? this.#over : this.#under;
  }

  #covers(path: string): boolean {
    if (this.#files.has(path)) return true;
    for (let at = path; this.#folders.size > 0 && at.length > 1; at = dirname(at))
      if (this.#folders.has(at)) return true;
    return false;
  }

  #ask<T>(path: string, ask: (host: FileHost) => T | Absence): T | Absence {
    return this.#files.get(path)?.bytes === null ? 'invisible' : ask(this.#of(path));
  }

  stat(path: string): FileStat | Absence {
    return this.#ask(path, (host) => host.stat(path));
  }

  kind(path: string): FileStat['kind'] | Absence {
    return this.#ask(path, (host) => host.kind(path));
  }

  text(path: string, limit?: number): { readonly text: string } | Absence {
    return this.#ask(path, (host) => host.text(path, limit));
  }

  read(path: string): Uint8Array | Absence {
    return this.#ask(path, (host) => host.read(path));
  }

  list(path: string): readonly string[] | Absence {
    return this.#of(path).list(path);
  }

  listed(path: string): ListedFolder | null {
    return this.#covers(path) || this.#parents.has(path) ? null : this.#under.listed(path);
  }

  link(path: string): string | null {
    return this.#covers(path) ? null : this.#under.link(path);
  }

  open(path: string): FileReader | Absence {
    return this.#ask(path, (host) => host.open(path));
  }

  display(path: string): string {
    return this.#files.get(path)?.display ?? this.#under.display(path);
  }

  inset(path: string): Inset | null {
    return this.#files.get(path)?.inset ?? null;
  }
}
