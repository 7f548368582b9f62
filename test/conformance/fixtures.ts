import fs from 'node:fs';
import path from 'node:path';
import { loaderOf } from '../../src/load.ts';
import type { Predictor, ServerName } from '../../src/predict/answer.ts';
import { schemeOf } from '../../src/predict/judge.ts';
import type { NginxPredictor } from '../../src/predict/nginx/predictor.ts';
import type { Unit } from '../../src/rules/rule.ts';
import { readUnit } from '../../src/unit.ts';
import type { CaseFile, CaseRequest, Setup } from './case.ts';
import { caseRoot, inMemory } from './layout.ts';

export const fixtures = path.join(import.meta.dirname, '../../fixtures');

/** Every server root among the fixtures, by its path below them. */
export function roots(): string[] {
  const below = (folder: string): string[] =>
    fs
      .readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(folder, entry.name));
  return [...below(path.join(fixtures, 'servers')), ...below(path.join(fixtures, 'rules')).flatMap(below)].sort();
}

/** Logins that fixtures hold; the last of a user is wrong. */
export const logins = [
  ['user', 'open sesame'],
  ['ann', 'open sesame'],
  ['bob', 'hunter two'],
  ['ann', 'x y z'],
  ['zoe', 'nobody knows'],
] as const;

const entries: Readonly<Record<string, ServerName>> = {
  'etc/apache2/apache2.conf': 'apache',
  'etc/httpd/conf/httpd.conf': 'apache',
  'etc/nginx/nginx.conf': 'nginx',
};
const configuration = /(?:\.conf|\.load|\.htaccess|sites-enabled\/[^/]+)$/;

/** A fixture names absolute paths as a real server does: they are moved below the folder it is laid out in. */
function moved(text: string): string {
  return text
    .replace(/(?<![\w@.])\/(etc|var|home|srv|root)(?=\/)/g, '@ROOT@/$1')
    .replace(/^(\s*Listen) 80$/gm, '$1 127.0.0.1:@PORT@')
    .replace(/\*:80>/g, '*:@PORT@>')
    .replace(/listen (?:80|8080)( default_server)?;/g, 'listen 127.0.0.1:@PORT@$1;')
    .replace(/127\.0\.0\.1:8080/g, '127.0.0.1:@PORT@');
}

/** Files that say something of a fixture and are no part of the server. */
const notes: ReadonlySet<string> = new Set(['answers.json', 'expect.txt', 'modes.txt', 'outside.txt']);

/**
 * What a fixture needs that is not in it, as outside.txt says: `service: …` cannot be predicted, so that an unknown
 * answer is right; `module: …` is none of nginx's own, so that the real server cannot be asked.
 */
export function outsideOf(root: string): 'service' | 'module' | null {
  const note = path.join(root, 'outside.txt');
  if (!fs.existsSync(note)) return null;
  return fs.readFileSync(note, 'utf8').startsWith('module') ? 'module' : 'service';
}

/** Modes and owners, which a checkout does not keep: lines of `0640 root:www-data path` in modes.txt. */
export function modesOf(root: string): (readonly [name: string, mode: string, owner: string])[] {
  const list = path.join(root, 'modes.txt');
  if (!fs.existsSync(list)) return [];
  return fs
    .readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [mode, owner, name] = line.split(' ') as [string, string, string];
      return [name, mode, owner];
    });
}

export function setupOf(root: string): Omit<Setup, 'requests'> {
  const files: Record<string, CaseFile> = {};
  for (const entry of fs.readdirSync(root, { withFileTypes: true, recursive: true })) {
    const at = path.join(entry.parentPath, entry.name);
    const name = path.relative(root, at);
    if (entry.isSymbolicLink()) files[name] = { symlink: fs.readlinkSync(at) };
    if (!entry.isFile() || notes.has(entry.name)) continue;
    const bytes = fs.readFileSync(at);
    files[name] = configuration.test(name) ? moved(bytes.toString('utf8')) : { base64: bytes.toString('base64') };
  }
  for (const [name, mode, owner] of modesOf(root)) {
    const file = files[name] ?? { dir: true };
    files[name] = { ...(typeof file === 'string' ? { text: file } : file), mode, owner };
  }
  const [entry, server] = Object.entries(entries).find(([name]) => name in files)!;
  return { server, files, entry };
}

/** What a visitor of each protected place may try. */
export function requestsFor(predictor: Predictor): CaseRequest[] {
  return predictor.places().flatMap(({ request }) => {
    const { method, host, target, headers: sent } = request;
    const auth = schemeOf(predictor.answer(request));
    const headers = Object.fromEntries(sent);
    const base = { method, host: host ?? 'www.example.test', path: target, auth, headers } as const;
    return [base, ...logins.map(([user, password]) => ({ ...base, user, password }))];
  });
}

/** A stranger's requests through the other doors of what is protected. */
export function strangersAt(predictor: Predictor): CaseRequest[] {
  if (predictor.server === 'nginx') {
    return (predictor as NginxPredictor).facts.secondDoors.map(({ openServer, path: target }) => {
      const host = openServer.names.find(({ name }) => name !== '_')?.name ?? 'nobody.example.test';
      return { method: 'GET', host, path: target };
    });
  }
  if (predictor.starts === 'no') return [];
  const doors = predictor.places().flatMap((place) => place.doors?.() ?? []);
  return doors.map(({ request: { method, host, target } }) => ({
    method,
    host: host ?? 'www.example.test',
    path: target,
  }));
}

/** The predictor of a server root in memory. */
export async function predictorOf(
  { server, files, entry }: Omit<Setup, 'requests'>,
  version?: string,
): Promise<Predictor> {
  const load = await loaderOf(server);
  const prefix = server === 'nginx' ? caseRoot : undefined;
  const options = { fragment: false, prefix, version };
  return load(inMemory(files), `${caseRoot}/${entry}`, options).predictor;
}

/** A server root in memory as rules see it. */
export async function unitOf({ server, files, entry }: Omit<Setup, 'requests'>): Promise<Unit> {
  const options = { fragment: false, platform: 'glibc' } as const;
  return readUnit(await loaderOf(server), inMemory(files), `${caseRoot}/${entry}`, options);
}
