import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiskView } from '../src/host/disk-view.ts';
import { walked } from '../src/host/walk.ts';
import { lint } from '../src/lint.ts';
import { plainRuling, recommended } from '../src/rules/rule.ts';
import { type Finding, runRules } from '../src/rules/run.ts';
import { fixtures, modesOf, roots, setupOf, unitOf } from './conformance/fixtures.ts';
import { expected, shown } from './expected.ts';
import { filesBelow } from './files.ts';
import { scratchFolder } from './scratch.ts';

const scratch = scratchFolder('golden');
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
  return runRules([await unitOf(setupOf(root))], ruling);
}

describe('fixtures: what is marked is found, and nothing else', () => {
  it.each(roots().map((root) => [path.relative(fixtures, root), root] as const))('%s', async (name, root) => {
    const files = filesBelow(root);
    const wanted = expected(files, path.basename);
    const found = (await findingsOf(root, files)).filter(
      ({ rule, severity }) => severity !== 'info' || rule === ruleOf(root),
    );
    expect(shown(found, path.basename)).toEqual(wanted);
    // a good example marks nothing, a bad one marks something
    if (/(?:^|\/)good-|-sound$/.test(name)) expect(wanted).toEqual([]);
    if (/(?:^|\/)bad-/.test(name)) expect(wanted).not.toEqual([]);
  });
});
