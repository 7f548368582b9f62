import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A fresh folder, its path without links, that goes when the tests which ask for it are done. */
export function scratchFolder(name: string): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `authlint-${name}-`)));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}
