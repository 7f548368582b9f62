import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expected, shown } from '../expected.ts';
import { filesBelow } from '../files.ts';
import { findingsIn } from './judged.ts';

const repositories = path.join(import.meta.dirname, '../../fixtures/repositories');

describe('repositories as they are: what is marked is found, and nothing else', () => {
  it.each(fs.readdirSync(repositories).map((name) => [name]))('%s', async (name) => {
    const root = path.join(repositories, name);
    const nameOf = (file: string): string => path.relative(root, path.resolve(file));
    const wanted = expected(filesBelow(root), nameOf);
    const { findings } = await findingsIn(root);
    expect(shown(findings, nameOf)).toEqual(wanted);
    expect(wanted.length > 0).toBe(name.includes('-bad-'));
  });
});
