// by name: taking whole modules in copies all that they export
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** Gives what a chunk exports, run at the first use. */
export type Load = (pack: string, chunk: string) => unknown;

type Chunk = (load: Load, require: (id: string) => unknown, folder: string) => unknown;

/**
 * Loads chunks of code from packs, files of a folder that .ci/build.mjs has made. Beside a pack is what V8 made of it
 * when it was built; another V8 compiles it anew. `opened` is told of each pack.
 */
export function loaderFrom(folder: string, opened?: (file: string, script: Script) => void): Load {
  const packs = new Map<string, Readonly<Record<string, Chunk>>>();
  const chunks = new Map<string, unknown>();
  const open = (pack: string): Readonly<Record<string, Chunk>> => {
    const file = join(folder, `${pack}.js`);
    let cachedData: Buffer | undefined;
    try {
      cachedData = readFileSync(`${file}.cache`);
    } catch {
      // a build without it works just as well
    }
    const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData });
    opened?.(file, script);
    const made = script.runInThisContext() as Readonly<Record<string, Chunk>>;
    packs.set(pack, made);
    return made;
  };
  const load: Load = (pack, chunk) => {
    if (!chunks.has(chunk)) chunks.set(chunk, (packs.get(pack) ?? open(pack))[chunk]!(load, require, folder));
    return chunks.get(chunk);
  };
  return load;
}
