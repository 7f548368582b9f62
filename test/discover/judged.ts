import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DiskView } from '../../src/host/disk-view.ts';
import { walked } from '../../src/host/walk.ts';
import { lint } from '../../src/lint.ts';
import type { Result } from '../../src/report/result.ts';
import type { Finding } from '../../src/rules/run.ts';
import { locate } from '../../src/text/source.ts';
import { writeBelow } from '../files.ts';

/** A repository as `authlint check` judges it: its findings that are more than notes, and all that was found. */
export async function findingsIn(
  root: string,
): Promise<{ readonly findings: readonly Finding[]; readonly result: Result }> {
  const { files, ignored } = await walked(root, new DiskView());
  const given = { path: root, kind: 'directory', files, checkout: true, ignored } as const;
  const result = await lint({ given: [given], layout: { root: null, maps: [], live: false } });
  return { findings: result.findings.filter(({ severity }) => severity !== 'info'), result };
}

/** A repository with these files, judged: `file:line:column rule` of each finding that is more than a note, and all that was found. */
export async function judged(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly found: readonly string[]; readonly result: Result }> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'authlint-repository-'));
  try {
    for (const [name, text] of Object.entries(files)) writeBelow(root, name, text);
    const { findings, result } = await findingsIn(root);
    const found = findings.map(({ rule, where }) => {
      const { file, line, column } = locate(where);
      return `${path.relative(root, path.resolve(file))}:${line}:${column} ${rule}`;
    });
    return { found, result };
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}
