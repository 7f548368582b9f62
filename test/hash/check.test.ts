import fs from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import apacheMd5 from 'apache-md5';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditPasswords } from '../../src/hash/audit.ts';
import { checkPassword } from '../../src/hash/check.ts';
import { md5crypt } from '../../src/hash/md5crypt.ts';
import { RIGHT_PASSWORD, WRONG_PASSWORD } from '../../src/hash/password.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { openPasswordFile } from '../../src/syntax/passwords.ts';
import { encode } from '../../src/text/bytes.ts';

// a CommonJS function whose types claim otherwise
const otherMd5 = apacheMd5 as unknown as (password: string, salt: string) => string;

/** Made by htpasswd and by crypt(3) of libxcrypt: kind, hash, password. */
const made = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'made-by-crypt.json'), 'utf8')) as [
  string,
  string,
  string,
][];

const entryFor = (hash: string, server: 'apache' | 'nginx') => {
  const file = openPasswordFile(new MemoryHost({ '/users': `ann:${hash}\n` }), '/users', server);
  if (typeof file === 'string') throw new Error(file);
  return file.find('ann')!;
};

describe('checkPassword', () => {
  it.each(made.map(([kind, hash, password], index) => [`${kind} ${index}`, hash, password] as const))(
    '%s',
    (_, hash, password) => {
      for (const server of ['apache', 'nginx'] as const) {
        const entry = entryFor(hash, server);
        const options = { platform: 'glibc', server } as const;
        const literal = checkPassword(entry, encode(password), options);
        const wrong = checkPassword(entry, `?${encode(password)}`, options);
        expect(literal).toBe('match');
        expect(wrong).toBe('mismatch');
        expect(checkPassword(entry, RIGHT_PASSWORD, options)).toBe('match');
        expect(checkPassword(entry, WRONG_PASSWORD, options)).toBe('mismatch');
      }
    },
    // yescrypt takes 16 MiB and half a second a time
    60_000,
  );

  it('knows what only one server or platform can check', () => {
    const ssha = `{SSHA}${Buffer.alloc(24, 7).toString('base64')}`;
    expect(checkPassword(entryFor(ssha, 'nginx'), RIGHT_PASSWORD, { platform: 'glibc', server: 'nginx' })).toBe(
      'match',
    );
    expect(checkPassword(entryFor(ssha, 'apache'), RIGHT_PASSWORD, { platform: 'glibc', server: 'apache' })).toBe(
      'unsupported',
    );
    const yescrypt = made.find(([kind]) => kind === 'yescrypt')![1];
    expect(checkPassword(entryFor(yescrypt, 'nginx'), RIGHT_PASSWORD, { platform: 'musl', server: 'nginx' })).toBe(
      'unsupported',
    );
  });

  it('agrees with another implementation of Apache MD5', () => {
    const password = fc.string({ unit: fc.constantFrom(...'abcXYZ019 .:$'), maxLength: 40 });
    const salt = fc.string({ unit: fc.constantFrom(...'./09azAZ'), minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(password, salt, (text, grains) => {
        expect(md5crypt(text, `$apr1$${grains}$`, '$apr1$')).toBe(otherMd5(text, `$apr1$${grains}$`));
      }),
      { numRuns: 50 },
    );
  });
});

describe('secrets', () => {
  it('never come out of an entry or an audit, however it is printed', () => {
    for (const [, hash] of made) {
      const entry = entryFor(hash, 'apache');
      const secret = hash.slice(-12);
      for (const text of [`${entry}`, JSON.stringify(entry), inspect(entry, { depth: 9, showHidden: true })]) {
        expect(text).not.toContain(secret);
      }
    }
    const lines = made.flatMap(([, hash], index) => [
      `u${index}:${hash}`,
      `v${index}:${hash.slice(0, -3)}`,
      `w${index}: ${hash}`,
      hash,
    ]);
    const host = new MemoryHost({ '/users': `${lines.join('\n')}\nplain:open sesame\n` });
    const audit = inspect(auditPasswords(host, '/users', { servers: ['apache', 'nginx'], platform: 'glibc' }), {
      depth: 9,
    });
    for (const [, hash] of made) expect(audit).not.toContain(hash.slice(8, 20));
    expect(audit).not.toContain('sesame');
  });
});
