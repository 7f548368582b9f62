import fs from 'node:fs';
import path from 'node:path';

/** All files below a folder. */
export function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Writes a file below a folder, with the folders that it lies in; its path. Text is UTF-8. */
export function writeBelow(folder: string, name: string, content: string | Uint8Array = ''): string {
  const at = path.join(folder, name);
  fs.mkdirSync(path.dirname(at), { recursive: true });
  fs.writeFileSync(at, content);
  return at;
}
