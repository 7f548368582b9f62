import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DiskView } from '../src/host/disk-view.ts';
import { walked } from '../src/host/walk.ts';
import { lint, readUnit } from '../src/lint.ts';
import { loaderOf } from '../src/load.ts';
import { plainRuling, recommended } from '../src/rules/rule.ts';
import { type Finding, runRules } from '../src/rules/run.ts';
import { locate } from '../src/text/source.ts';
import { modesOf, setupOf } from './conformance/fixtures.ts';
import { inMemory } from './conformance/layout.ts';

const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'authlint-golden-')));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));
const fixtures = path.join(import.meta.dirname, '../fixtures');

/** Server roots: each folder under fixtures/servers, and each bad-* or good-* one under fixtures/rules/RULE. */
function roots(): string[] {
  const below = (folder: string): string[] =>
    fs.existsSync(folder)
      ? fs
          .readdirSync(folder)
          .sort()
          .map((name) => path.join(folder, name))
      : [];
  return [...below(path.join(fixtures, 'servers')), ...below(path.join(fixtures, 'rules')).flatMap(below)].filter(
    (one) => fs.statSync(one).isDirectory(),
  );
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** What the fixture's own comments expect: `rule` on the line after the comment; expect.txt where none can stand. */
function expectations(files: readonly string[]): string[] {
  const listed = files.find((file) => path.basename(file) === 'expect.txt');
  if (listed) return fs.readFileSync(listed, 'utf8').trim().split('\n');
  return files.flatMap((file) =>
    fs
      .readFileSync(file, 'latin1')
      .split('\n')
      .flatMap((line, index) => {
        const rules = /#\s*expect:\s*([\w, -]+)/.exec(line)?.[1];
        return rules ? rules.split(',').map((rule) => `${path.basename(file)}:${index + 2} ${rule.trim()}`) : [];
      }),
  );
}

/** The rule whose examples stand in this folder; null: a server root of no one rule. */
function ruleOf(root: string): string | null {
  const folder = path.dirname(root);
  return path.basename(path.dirname(folder)) === 'rules' ? path.basename(folder) : null;
}

async function findingsOf(root: string, files: readonly string[]): Promise<readonly Finding[]> {
  const own = ruleOf(root);
  const ruling = plainRuling((meta) => recommended(meta) || meta.id === own);
  if (modesOf(root).length === 0) {
    // a .gitignore makes it a work tree, but for the git of this repository, which has the files all the same
    const tree = fs.existsSync(path.join(root, '.gitignore'));
    const at = tree ? path.join(scratch, path.relative(fixtures, root)) : root;
    if (tree) fs.cpSync(root, at, { recursive: true });
    const walk = tree ? await walked(at, new DiskView()) : { files };
    const given = { path: at, kind: 'directory', ...walk, checkout: tree } as const;
    return (await lint({ given: [given], layout: { root: null, maps: [], live: false }, ruling })).findings;
  }
  // a checkout keeps neither owners nor modes: the server's own files are laid out in memory
  const setup = setupOf(root);
  const load = await loaderOf(setup.server);
  const host = inMemory(setup.files, '/srv/case', 8080);
  return runRules([readUnit(load, host, `/srv/case/${setup.entry}`, { fragment: false, platform: 'glibc' })], ruling);
}

async function found(root: string, files: readonly string[]): Promise<string[]> {
  return (await findingsOf(root, files))
    .filter(({ rule, severity }) => severity !== 'info' || rule === ruleOf(root))
    .map(({ rule, where }) => {
      const { file, line } = locate(where);
      return `${path.basename(file)}:${line} ${rule}`;
    });
}

describe('fixtures: what is marked is found, and nothing else', () => {
  it.each(roots().map((root) => [path.relative(fixtures, root), root] as const))('%s', async (name, root) => {
    const files = filesBelow(root);
    const expected = expectations(files);
    expect((await found(root, files)).sort()).toEqual(expected.sort());
    // a good example marks nothing, a bad one marks something
    if (/(?:^|\/)good-|-sound$/.test(name)) expect(expected).toEqual([]);
    if (/(?:^|\/)bad-/.test(name)) expect(expected).not.toEqual([]);
  });
});
