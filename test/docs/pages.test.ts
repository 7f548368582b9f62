import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentedRules } from '../../src/cli/documented-rules.ts';
import { examples } from '../../src/cli/examples.ts';
import { page, table } from '../../src/docs/pages.ts';

const folder = path.join(import.meta.dirname, '../../docs/rules');
const known = examples();

/** Rules that no server root can show, with the reason. */
const withoutFixture: Readonly<Record<string, string>> = {
  'limit-reached': 'takes a configuration larger than a repository should hold; test/predict has it in memory',
  'selinux-label-forbids': 'a checkout keeps no labels; test/cli/live.test.ts has it',
  'lockout-unexplained': 'a configuration that it explains is one that a rule should be written for',
};

/** Compares a generated file; `npm run docs` writes it anew. */
function current(name: string, text: string): void {
  const file = path.join(folder, name);
  if (process.env.UPDATE) {
    fs.mkdirSync(folder, { recursive: true });
    if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
  }
  expect(fs.existsSync(file) && fs.readFileSync(file, 'utf8')).toBe(text);
}

const metas = documentedRules();

describe('docs/rules (npm run docs writes it anew)', () => {
  it.each(metas.map((meta) => [meta.id, meta] as const))('%s', (id, meta) => {
    current(`${id}.md`, page(meta, known[id]));
  });

  it('has the table of all rules', () => current('README.md', table(metas)));

  it('has no page of a rule that is gone', () => {
    const pages = new Set(['README.md', ...metas.map(({ id }) => `${id}.md`)]);
    const stale = fs.readdirSync(folder).filter((name) => !pages.has(name));
    if (process.env.UPDATE) for (const name of stale) fs.rmSync(path.join(folder, name));
    else expect(stale).toEqual([]);
  });
});

describe('every rule', () => {
  it('has a bad-* and a good-* fixture', () => {
    const missing = metas.map(({ id }) => id).filter((id) => !(id in known) && !(id in withoutFixture));
    expect(missing).toEqual([]);
  });

  it('has fixtures that show something', () => {
    const empty = Object.entries(known).flatMap(([id, { bad, good }]) =>
      [...bad, ...good].flatMap(({ name, excerpts }) =>
        excerpts.length > 0 && excerpts.every(({ text }) => text !== '') ? [] : [`${id}: ${name}`],
      ),
    );
    expect(empty).toEqual([]);
  });

  it('has fixtures of its own name', () => {
    expect(Object.keys(known).filter((id) => !metas.some((meta) => meta.id === id))).toEqual([]);
  });
});
