import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiskView } from '../../src/host/disk-view.ts';
import { walked } from '../../src/host/walk.ts';
import { lint } from '../../src/lint.ts';
import { locate } from '../../src/text/source.ts';

const repositories = path.join(import.meta.dirname, '../../fixtures/repositories');

/** `rule` on the line after its comment, in the file's path below the repository. */
function expected(root: string, files: readonly string[]): string[] {
  return files.flatMap((file) =>
    fs
      .readFileSync(file, 'latin1')
      .split('\n')
      .flatMap((line, index) => {
        const rules = /#\s*expect:\s*([\w, -]+)/.exec(line)?.[1];
        const name = path.relative(root, file);
        return rules ? rules.split(',').map((rule) => `${name}:${index + 2} ${rule.trim()}`) : [];
      }),
  );
}

describe('repositories as they are: what is marked is found, and nothing else', () => {
  it.each(fs.readdirSync(repositories).map((name) => [name]))('%s', async (name) => {
    const root = path.join(repositories, name);
    const { files, ignored } = await walked(root, new DiskView());
    const given = { path: root, kind: 'directory', files, checkout: true, ignored } as const;
    const { findings } = await lint({ given: [given], layout: { root: null, maps: [], live: false } });
    const found = findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ rule, where }) => {
        const { file, line } = locate(where);
        return `${path.relative(root, path.resolve(file))}:${line} ${rule}`;
      });
    const listed = path.join(root, 'expect.txt');
    const wanted = fs.existsSync(listed) ? fs.readFileSync(listed, 'utf8').trim().split('\n') : expected(root, files);
    expect(found.sort()).toEqual(wanted.sort());
    expect(wanted.length > 0).toBe(name.includes('-bad-'));
  });
});
