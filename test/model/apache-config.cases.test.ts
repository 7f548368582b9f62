import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type MemoryEntry, MemoryHost } from '../../src/host/memory.ts';
import { readApacheConfig } from '../../src/model/apache/read-config.ts';

type Stored =
  | string
  | { text?: string; base64?: string; symlink?: string; dir?: true; mode?: string | number; owner?: string };
interface Case {
  id: string;
  files: Record<string, Stored>;
  entry: string;
  observed: { start: 'ok' | 'refused'; start_error?: string };
}

const folder = process.env.AUTHLINT_CASES ?? path.resolve(import.meta.dirname, '../../../shared/cases');
const cases = fs.existsSync(path.join(folder, 'apache')) ? readCases(path.join(folder, 'apache')) : [];
const root = '/srv/case';

function readCases(from: string): Case[] {
  return fs
    .readdirSync(from)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(fs.readFileSync(path.join(from, name), 'utf8')) as Case | Case[]);
}

const placed = (text: string): string => text.replaceAll('@ROOT@', root).replaceAll('@PORT@', '8080');

function entry(stored: Stored): MemoryEntry {
  if (typeof stored === 'string') return placed(stored);
  const { text, base64, symlink, dir, mode } = stored;
  const bits = mode === undefined ? {} : { mode: typeof mode === 'string' ? Number.parseInt(mode, 8) : mode };
  if (dir) return { dir, ...bits };
  if (symlink !== undefined) return { symlink: placed(symlink), ...bits };
  if (base64 === undefined) return { text: placed(text ?? ''), ...bits };
  const bytes = Buffer.from(placed(Buffer.from(base64, 'base64').toString('latin1')), 'latin1');
  return { bytes, ...bits };
}

describe.skipIf(cases.length === 0)('recorded starts of the real httpd (cases not found: skipped)', () => {
  test.each(cases)('$id', ({ files, entry: main, observed }) => {
    const host = new MemoryHost({
      [root]: { dir: true },
      ...Object.fromEntries(
        Object.entries(files).map(([name, stored]) => [path.posix.join(root, name), entry(stored)]),
      ),
    });
    const { startProblems } = readApacheConfig(host, path.posix.join(root, main), { serverRoot: root });
    const said = startProblems[0]?.message ?? null;
    if (observed.start === 'ok') expect(said).toBeNull();
    // what the generated parser would have accepted instead is its own affair
    else expect(placed(observed.start_error ?? '').replace(/, expecting .*?(?=: [A-Z])/, '')).toContain(said);
  });
});
