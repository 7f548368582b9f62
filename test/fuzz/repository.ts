import fs from 'node:fs';
import path from 'node:path';
import { DiskView } from '../../src/host/disk-view.ts';
import { walked } from '../../src/host/walk.ts';
import { lint } from '../../src/lint.ts';
import { documentOf } from '../../src/report/document.ts';
import { plainRuling } from '../../src/rules/rule.ts';
import { filesBelow, writeBelow } from '../files.ts';
import type { Files } from './mutate.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/repositories');

/** The repositories among the fixtures: compose files, images, playbooks and manifests beside the configuration. */
export function repositories(): Files[] {
  return fs.readdirSync(folder).map((name) => {
    const root = path.join(folder, name);
    const files = filesBelow(root).map((file) => [path.relative(root, file), fs.readFileSync(file, 'latin1')]);
    return Object.fromEntries(files);
  });
}

/** Lays a repository out below a folder, lints it as `authlint` does, and takes it away; what is wrong, or null. */
export async function faultOfRepository(files: Files, root: string): Promise<string | null> {
  fs.mkdirSync(path.join(root, '.git'), { recursive: true });
  try {
    for (const [name, text] of Object.entries(files)) writeBelow(root, name, Buffer.from(text, 'latin1'));
    const view = new DiskView();
    const { files: listed, ignored } = await walked(root, view);
    const given = { path: root, kind: 'directory', files: listed, checkout: true, ignored } as const;
    const layout = { root: null, maps: [], live: false };
    const { findings } = documentOf(await lint({ given: [given], layout, view, ruling: plainRuling(() => true) }));
    for (const { file, line, column } of findings) {
      const text = files[path.relative(root, path.resolve(file))];
      if (text === undefined) return `a finding names ${file}`;
      const length = text.split('\n')[line - 1]?.length;
      if (length === undefined || column < 1 || column > length + 2)
        return `a finding stands at ${file}:${line}:${column}`;
    }
    return null;
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}
