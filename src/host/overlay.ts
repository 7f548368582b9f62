import type { Absence, FileHost, FileReader, FileStat } from './host.ts';
import { type MemoryEntry, MemoryHost } from './memory.ts';

/** A host with some files of our own laid over it (the stated server around a lone .htaccess). */
export class OverlayHost implements FileHost {
  readonly #over: MemoryHost;
  readonly #under: FileHost;
  readonly #names: ReadonlySet<string>;

  constructor(under: FileHost, files: Readonly<Record<string, MemoryEntry>>) {
    this.#under = under;
    this.#over = new MemoryHost(files);
    this.#names = new Set(Object.keys(files));
  }

  #of(path: string): FileHost {
    return this.#names.has(path) ? this.#over : this.#under;
  }

  stat(path: string): FileStat | Absence {
    return this.#of(path).stat(path);
  }

  kind(path: string): FileStat['kind'] | Absence {
    return this.#of(path).kind(path);
  }

  text(path: string, limit?: number): { readonly text: string } | Absence {
    return this.#of(path).text(path, limit);
  }

  read(path: string): Uint8Array | Absence {
    return this.#of(path).read(path);
  }

  list(path: string): readonly string[] | Absence {
    return this.#under.list(path);
  }

  link(path: string): string | null {
    return this.#names.has(path) ? null : this.#under.link(path);
  }

  open(path: string): FileReader | Absence {
    return this.#of(path).open(path);
  }

  display(path: string): string {
    return this.#under.display(path);
  }
}
