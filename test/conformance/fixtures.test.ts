import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfiguration } from '../../src/load.ts';
import type { Predictor, ServerName } from '../../src/predict/answer.ts';
import { compare } from '../recorded.ts';
import type { CaseFile, CaseRequest, Setup } from './case.ts';
import { inMemory } from './layout.ts';
import { missing, observe } from './server.ts';

const fixtures = path.join(import.meta.dirname, '../../fixtures');

/** Every server root among the fixtures, by its path below them. */
function roots(): string[] {
  const below = (folder: string): string[] =>
    fs
      .readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(folder, entry.name));
  return [...below(path.join(fixtures, 'servers')), ...below(path.join(fixtures, 'rules')).flatMap(below)].sort();
}

/** Logins that fixtures hold; the last of a user is wrong. */
const logins = [
  ['user', 'open sesame'],
  ['ann', 'open sesame'],
  ['bob', 'hunter two'],
  ['ann', 'x y z'],
  ['zoe', 'nobody knows'],
] as const;

const entries: Readonly<Record<string, ServerName>> = {
  'etc/apache2/apache2.conf': 'apache',
  'etc/nginx/nginx.conf': 'nginx',
};
const configuration = /(?:\.conf|\.load|\.htaccess|sites-enabled\/[^/]+)$/;

/** A fixture names absolute paths as a real server does: they are moved below the folder it is laid out in. */
function moved(text: string): string {
  return text
    .replace(/(?<![\w@.])\/(etc|var|home|srv)(?=\/)/g, '@ROOT@/$1')
    .replace(/^(\s*Listen) 80$/gm, '$1 127.0.0.1:@PORT@')
    .replace(/\*:80>/g, '*:@PORT@>')
    .replace(/listen (?:80|8080);/g, 'listen 127.0.0.1:@PORT@;')
    .replace(/127\.0\.0\.1:8080/g, '127.0.0.1:@PORT@');
}

function setupOf(root: string): Omit<Setup, 'requests'> {
  const files: Record<string, CaseFile> = {};
  for (const entry of fs.readdirSync(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const at = path.join(entry.parentPath, entry.name);
    const name = path.relative(root, at);
    const bytes = fs.readFileSync(at);
    files[name] = configuration.test(name) ? moved(bytes.toString('utf8')) : { base64: bytes.toString('base64') };
  }
  const [entry, server] = Object.entries(entries).find(([name]) => name in files)!;
  return { server, files, entry };
}

/** What a visitor of each protected place may try. */
function requestsFor(predictor: Predictor): CaseRequest[] {
  return predictor.places().flatMap(({ request }) => {
    const { method, host, target } = request;
    const auth = predictor.answer(request).wwwAuthenticate?.startsWith('Digest') ? 'digest' : 'basic';
    const base = { method, host: host ?? 'www.example.test', path: target, auth } as const;
    return [base, ...logins.map(([user, password]) => ({ ...base, user, password }))];
  });
}

const memoryRoot = '/srv/case';

function predictorOf({ server, files, entry }: Omit<Setup, 'requests'>): Predictor {
  const prefix = server === 'nginx' ? memoryRoot : undefined;
  return loadConfiguration(inMemory(files, memoryRoot, 8080), server, `${memoryRoot}/${entry}`, {
    fragment: false,
    prefix,
  }).predictor;
}

const unable = { apache: missing('apache'), nginx: missing('nginx') };

describe('fixtures on the real servers', () => {
  for (const [server, why] of Object.entries(unable)) {
    // a skip is silent success: in CI it must not pass for one
    if (why) it.skipIf(!process.env.CI)(`asks ${server}: skipped, for ${why}`, () => expect(why).toBeNull());
  }

  it.concurrent.each(roots().map((root) => [path.relative(fixtures, root), root] as const))(
    '%s',
    async (name, root) => {
      const setup = setupOf(root);
      if (unable[setup.server]) return;
      const predictor = predictorOf(setup);
      const requests = predictor.starts === 'no' ? [] : requestsFor(predictor);
      const { observed } = await observe({ ...setup, requests });
      const { wrong, unknown } = compare({ id: name, files: {}, entry: setup.entry, requests, observed }, predictor);
      expect(wrong).toEqual([]);
      expect(unknown).toEqual([]);
      if (!/(?:^|\/)good-|-sound$/.test(name)) return;
      // what is called good lets a right login in and keeps everybody else out
      expect(observed.start).toBe('ok');
      const statuses = observed.responses.map(({ status }) => status);
      const passed = (index: number): boolean => ![401, 403, 500].includes(statuses[index]!);
      for (let at = 0; at < requests.length; at += logins.length + 1) {
        expect(passed(at)).toBe(false);
        expect(logins.some((_, index) => passed(at + 1 + index))).toBe(true);
        expect(passed(at + logins.length)).toBe(false);
      }
    },
    30_000,
  );
});
