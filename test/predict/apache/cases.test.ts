import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type MemoryEntry, MemoryHost } from '../../../src/host/memory.ts';
import { loadApache } from '../../../src/predict/apache/predictor.ts';
import { type CaseRequest, requestOf } from './cases.ts';

const folder = join(import.meta.dirname, '../../../../shared/cases/apache');
const here = existsSync(folder);

interface CaseFile {
  readonly text?: string;
  readonly base64?: string;
  readonly symlink?: string;
  readonly dir?: boolean;
  readonly mode?: string | number;
  readonly owner?: string;
}
interface Case {
  readonly id: string;
  readonly files: Readonly<Record<string, string | CaseFile>>;
  readonly entry: string;
  readonly requests: readonly CaseRequest[];
  readonly observed: {
    readonly start: 'ok' | 'refused';
    readonly start_error: string | null;
    readonly responses: readonly { readonly status: number; readonly www_authenticate: string | null }[];
  };
}

const root = '/srv/case';
const owners: Readonly<Record<string, number>> = { root: 0, 'www-data': 33, nobody: 65534, daemon: 1 };

const filled = (text: string): string => text.replaceAll('@ROOT@', root).replaceAll('@PORT@', '8080');

function entryOf(file: string | CaseFile): MemoryEntry {
  if (typeof file === 'string') return filled(file);
  const mode = typeof file.mode === 'string' ? Number.parseInt(file.mode, 8) : file.mode;
  const [user, group] = (file.owner ?? 'root').split(':');
  const uid = owners[user!] ?? Number(user);
  const gid = owners[group ?? user!] ?? Number(group ?? user);
  return {
    ...(file.text === undefined ? {} : { text: filled(file.text) }),
    ...(file.base64 === undefined
      ? {}
      : { bytes: Buffer.from(filled(Buffer.from(file.base64, 'base64').toString('latin1')), 'latin1') }),
    ...(file.symlink === undefined ? {} : { symlink: filled(file.symlink) }),
    ...(file.dir ? { dir: true as const } : {}),
    ...(mode === undefined ? {} : { mode }),
    uid,
    gid,
  };
}

/** Statuses that content may have of itself. */
const content = new Set([200, 204, 206, 301, 304, 404, 405, 501]);

describe.skipIf(!here)('recorded answers of the real server', () => {
  const names = here ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  test.each(names)('%s', (name) => {
    const parsed = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case | Case[];
    const wrong: string[] = [];
    let right = 0;
    let unknown = 0;
    for (const one of Array.isArray(parsed) ? parsed : [parsed]) {
      const files = Object.fromEntries(
        Object.entries(one.files).map(([path, file]) => [`${root}/${path}`, entryOf(file)]),
      );
      const predictor = loadApache(new MemoryHost(files), `${root}/${one.entry}`, { serverRoot: root });
      const expected = one.observed.start === 'ok' ? 'yes' : 'no';
      if (predictor.starts !== expected) {
        wrong.push(
          `${one.id}: starts ${predictor.starts}, not ${expected} ${predictor.startErrors[0]?.message ?? ''} ${one.observed.start_error ?? ''}`,
        );
        continue;
      }
      if (expected === 'no') {
        right++;
        continue;
      }
      for (const [index, request] of one.requests.entries()) {
        const real = one.observed.responses[index]!;
        const answer = predictor.answer(requestOf(request));
        if (answer.status === 'unknown') {
          unknown++;
          continue;
        }
        const same = answer.status === real.status || (answer.status === 'pass' && content.has(real.status));
        const header =
          answer.wwwAuthenticate === real.www_authenticate ||
          (real.www_authenticate?.startsWith('Digest') && answer.wwwAuthenticate?.startsWith('Digest'));
        if (same && header) right++;
        else
          wrong.push(
            `${one.id} ${request.method} ${request.path} ${request.user ?? '-'}: ${answer.status} ${answer.wwwAuthenticate} not ${real.status} ${real.www_authenticate} (${answer.because.map(({ code, message }) => `${code} ${message}`).join(', ')})`,
          );
      }
    }
    console.log(`${name}: ${right} right, ${wrong.length} wrong, ${unknown} unknown`);
    expect(wrong).toEqual([]);
    // kinds of hashes that cannot be computed here
    expect(unknown).toBeLessThanOrEqual(right * 0.02);
  });
});
