// by name: taking whole modules in copies all that they export
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
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
    const text = read(file).toString('latin1');
    let cachedData: Buffer | undefined;
    try {
      cachedData = read(`${file}.cache`);
    } catch {
      // a build without it works just as well
    }
    const script = new Script(text, { filename: file, cachedData });
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

/** Room for every pack but libraries, in bytes: what is not filled costs nothing. */
let buffer = Buffer.allocUnsafeSlow(1 << 20);

/** The bytes of a file, until the next one is read: fresh memory for each takes longer than the reading. */
function read(file: string): Buffer {
  const fd = openSync(file, 'r');
  try {
    const { size } = fstatSync(fd);
    if (buffer.length < size) buffer = Buffer.allocUnsafeSlow(size);
    let end = 0;
    for (let more = 1; more > 0 && end < size; end += more) more = readSync(fd, buffer, end, size - end, null);
    return buffer.subarray(0, end);
  } finally {
    closeSync(fd);
  }
}
