import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatNames } from '../../src/report/format.ts';
import { writeBelow } from '../files.ts';
import { scratchFolder } from '../scratch.ts';
import { leakIn, plant, secretsOf } from './planted.ts';

const cli = path.join(import.meta.dirname, '../../dist/cli.js');

describe.each([1, 2])('planted secrets, seed %i', (seed) => {
  const secrets = secretsOf(seed);
  const folder = scratchFolder('secrets');
  for (const [name, text] of Object.entries(plant(secrets))) writeBelow(folder, name, text);
  /** Everything that a run prints, with what it exits with. */
  const run = (args: readonly string[], input = ''): { all: string; status: number | null } => {
    const { status, stdout, stderr } = spawnSync('node', [cli, ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { ...process.env, AUTHLINT_DEBUG: '1' },
      maxBuffer: 1 << 28,
    });
    return { all: `${stdout}\n${stderr}`, status };
  };
  const expectNone = (all: string): void => expect(leakIn(all, secrets)).toBeNull();

  it.each(formatNames.map((name) => [name]))(
    'none comes out of check --format %s',
    (format) => {
      const { all, status } = run(['check', '--format', format, '--preset', 'all', '.']);
      expect(status).toBe(1);
      expectNone(all);
    },
    60_000,
  );

  it('none comes out of --list-files, merge, explain, rules or print-config', () => {
    expectNone(run(['check', '--list-files', '.']).all);
    for (const format of ['json', 'sarif']) {
      const name = `result.${format}`;
      run(['check', '--format', format, '--output', name, '--preset', 'all', '.']);
      const kept = fs.readFileSync(path.join(folder, name), 'utf8');
      expect(kept.length).toBeGreaterThan(1000);
      expectNone(kept);
      expectNone(run(['merge', name]).all);
      fs.rmSync(path.join(folder, name));
    }
    expectNone(run(['rules']).all + run(['explain', 'weak-hash']).all + run(['print-config']).all);
  }, 60_000);

  it('none comes out of predict, which was told a password', () => {
    const config = { apache: 'etc/apache2/apache2.conf', nginx: 'etc/nginx/nginx.conf' };
    const requests = secrets.flatMap(({ text }, at) => [
      { path: `/p${at}`, user: `u${at}`, password: text },
      { path: '/all', user: `u${at}`, password: text },
      { path: '/digest', user: `d${at}`, password: text, auth: 'digest' },
    ]);
    for (const main of Object.values(config)) {
      for (const format of ['pretty', 'json']) {
        const args = ['predict', '--root', '.', '--config', main, '--format', format, '--requests', '-'];
        const { all, status } = run(args, JSON.stringify(requests));
        expect(status).not.toBe(2);
        expectNone(all);
      }
    }
  }, 120_000);

  it('none comes out of verify, whatever is asked', () => {
    for (const [at, { text }] of secrets.entries()) {
      if (at % 4 !== 0) continue;
      expectNone(run(['verify', 'srv/users', `u${at}`], text).all);
      expectNone(run(['verify', 'srv/digests', `d${at}`, '--realm', 'Members', '--format', 'json'], text).all);
    }
    const { text } = secrets[0]!;
    expectNone(run(['verify', 'srv/none', 'ann'], text).all);
    expectNone(run(['verify', 'srv', 'ann'], text).all);
  }, 120_000);

  it('none comes out of a command line that has one where it does not belong', () => {
    const password = secrets.at(-1)!.text;
    const { text } = secrets[0]!;
    for (const one of [text, password]) {
      expectNone(run(['verify', 'srv/users', 'ann', one]).all);
      expectNone(run(['verify', 'srv/users', 'ann', `--password=${one}`]).all);
      expectNone(run(['verify', 'srv/users', 'ann', '--password', one]).all);
    }
  });
});

it('finds a secret that does come out', () => {
  const secrets = secretsOf(3);
  for (const { telling } of secrets) expect(leakIn(`says ${telling.slice(2, 14)}.`, secrets)).not.toBeNull();
});
