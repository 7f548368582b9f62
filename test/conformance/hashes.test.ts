import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare } from '../recorded.ts';
import type { CaseRequest } from './case.ts';
import { fixtures, predictorOf, setupOf } from './fixtures.ts';
import { missing, observe } from './server.ts';

const made = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../hash/made-by-crypt.json'), 'utf8')) as [
  string,
  string,
  string,
][];
const password = 'open sesame';

/** Made by crypt(3) of libxcrypt for the same password, of kinds that are not computed here on every system. */
const rare = [
  '$gy$j9T$F5Jx5fExrKuPp53xLKQ..1$1bPectyYMONFH17KwNrSqs6RjZgy/cr2jMERkzhGIs3',
  '$2x$04$abcdefghijklmnopqrstuu/LVz6MZlItEy42I2juLihZ66HnQx/cy',
  '$md5,rounds=5$saltsalt$$XPn51TWmyQmBzLXleVPc..',
  '$3$$eddcf896aaf1f0c3f83d4daa964f17bf',
];

/** A hash with one thing wrong, as editors, shells and copies do it. */
const damages: readonly ((hash: string) => string)[] = [
  (hash) => hash.slice(0, -1),
  (hash) => `${hash.slice(0, -1)}z`,
  (hash) => `${hash}x`,
  (hash) => hash.replaceAll('$', '$$$$'),
  (hash) => hash.replace('$', ''),
  (hash) => ` ${hash}`,
  (hash) => `${hash} `,
  (hash) => `${hash}:note`,
  (hash) => `{CRYPT}${hash}`,
  (hash) => hash.toUpperCase(),
];

const hashes = [
  ...made.filter(([, , word]) => word === password).map(([, hash]) => hash),
  ...rare,
  '{PLAIN}open sesame',
  '{plain}open sesame',
  'open sesame',
  '5ebe2294ecd0e0f08eab7690d2a6ee69',
  '$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$7Yd7bC0N9Fh0l2h8h1hJt1o8pYw0aXkq',
  '$P$BDH5v1Vx0Yb8hpwkN1R8i3rAHK1Zf0/',
];
const lines = [...hashes, ...hashes.flatMap((hash) => damages.map((damage) => damage(hash)))];

describe.each(['apache', 'nginx'] as const)('%s with hashes of every kind, whole and damaged', (server) => {
  const why = missing(server);
  it.skipIf(why !== null)(
    'answers each login as predicted',
    async () => {
      const name = server === 'apache' ? 'rules/weak-hash/good-1' : 'rules/nginx-password-file-missing/good-1';
      const base = setupOf(path.join(fixtures, name));
      const users = lines.map((hash, at) => `u${at}:${hash}\n`).join('');
      const setup = { ...base, files: { ...base.files, 'srv/auth/users': users } };
      const predictor = await predictorOf(setup);
      const { request } = predictor.places()[0]!;
      const requests = lines.flatMap((_, at) =>
        [password, 'wrong'].map((word): CaseRequest => {
          const host = request.host ?? 'www.example.test';
          return { method: 'GET', host, path: request.target, auth: 'basic', user: `u${at}`, password: word };
        }),
      );
      const { observed } = await observe({ ...setup, requests });
      const { wrong, unknown, right } = compare({ id: server, requests, observed }, predictor);
      expect(wrong).toEqual([]);
      expect(right).toBeGreaterThan(requests.length * 0.9);
      // what cannot be computed is said to be unknown, and is of these kinds alone
      const strange = unknown
        .map((said) => lines[Number(/ u(\d+) /.exec(said)![1])]!.trim())
        .filter((hash) => !rare.some((known) => hash.startsWith(known.slice(0, 3))));
      expect(strange).toEqual([]);
    },
    240_000,
  );
});
