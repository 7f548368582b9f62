import { basename, dirname } from '../host/paths.ts';

const engine = /\{%-?\s*(?:include|import|from|extends)\s+["']([^"']+)["']/g;
const line = /^[ \t]*(#*)[ \t]*include(?:optional)?[ \t]+["']?([^\s;"'#]+)["']?[ \t]*;?[ \t\r]*$/gim;

/** What the files of a tree say of each other: which of them templates put in, and which a main file has stopped to include. */
export class Pieces {
  readonly #putIn = new Set<string>();
  /** Names of included files, patterns too. */
  readonly #included = new Set<string>();
  readonly #commented = new Set<string>();

  /** Takes note of a file's own words. `main`: a whole configuration. */
  note(file: string, text: string, main: boolean): void {
    if (text.includes('{%')) for (const [, name] of text.matchAll(engine)) this.#putIn.add(basename(name!));
    for (const [, mark, path] of /include/i.test(text) ? text.matchAll(line) : []) {
      if (mark === '') this.#included.add(basename(path!));
      else if (main && !path!.startsWith('/')) this.#commented.add(`${dirname(file)}/${path}`);
    }
  }

  /** Whether templates put a file into others, so that by itself it says only a part. */
  isPutIn(file: string): boolean {
    return this.#putIn.has(basename(file));
  }

  /** Whether a main file names it in a comment, and nothing includes it. */
  isLeftOut(file: string): boolean {
    return this.#commented.has(file) && !this.#included.has(basename(file));
  }
}
