import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited } from '../../src/fix/edits.ts';
import { type Look, mend } from '../../src/fix/mend.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { loaderOf } from '../../src/load.ts';
import type { Result } from '../../src/report/result.ts';
import { runRules } from '../../src/rules/run.ts';
import { readUnit } from '../../src/unit.ts';
import { generators } from '../conformance/generators.ts';
import { inMemory, caseRoot as root } from '../conformance/layout.ts';

type Server = 'apache' | 'nginx';
type Texts = ReadonlyMap<string, string>;

const loads = { apache: await loaderOf('apache'), nginx: await loaderOf('nginx') };

/** A run over a server in memory, with texts (bytes) by path laid over it. */
function looker(
  server: Server,
  files: Readonly<Record<string, string>>,
  main: string,
): { look: Look; read: (file: string) => string | null } {
  return {
    look: async (texts) => {
      const all = Object.entries(files).map(([name, text]) => [
        name,
        { bytes: Buffer.from(texts.get(name) ?? text, 'latin1') },
      ]);
      const unit = readUnit(loads[server], new MemoryHost(Object.fromEntries(all)), main, {
        fragment: false,
        platform: 'glibc',
      });
      const scopes = unit.places.map((place) => ({ ...place, server }));
      const passwordFiles = unit.passwords.map(({ display }) => display);
      const rest = { assumptions: [], troubles: [], files: new Map(), read: 0, milliseconds: 0, passwordFiles };
      return { findings: await runRules([unit]), scopes, ...rest } satisfies Result;
    },
    read: (file) => files[file] ?? null,
  };
}

const head =
  'Listen 80\nDocumentRoot /var/www\n<Directory /var/www>\nAllowOverride All\nRequire all granted\n</Directory>\n';
const users = 'ann:$2y$05$zk0hXRU3qKBZ3h3S9UiR7uyRjTJ5Ljj5tl90FtOQzhOHepQyG5JUq\n';

async function mended(htaccess: string, passwords = users): Promise<{ text: string; users: string; why: string[] }> {
  const files = {
    '/etc/apache2/apache2.conf': head,
    '/var/www/m/.htaccess': htaccess,
    '/var/www/m/index.html': '',
    '/srv/users': passwords,
  };
  const { look, read } = looker('apache', files, '/etc/apache2/apache2.conf');
  const { files: changed, refused } = await mend(look, read);
  return {
    text: changed.get('/var/www/m/.htaccess')?.after ?? htaccess,
    users: changed.get('/srv/users')?.after ?? passwords,
    why: refused.map(({ why }) => why),
  };
}

const rest = 'AuthUserFile /srv/users\nRequire valid-user\n';

describe('what is certain is mended', () => {
  it.each([
    ['a misspelt directive', `AuthTyp Basic\nAuthName x\n${rest}`, `AuthType Basic\nAuthName x\n${rest}`],
    ['a missing realm', `AuthType Basic\r\n${rest}`, `AuthType Basic\r\nAuthName "Members"\r\n${rest}`],
    [
      'a realm of two words',
      `AuthType Basic\nAuthName Our Area\n${rest}`,
      `AuthType Basic\nAuthName "Our Area"\n${rest}`,
    ],
    [
      'curly quotes',
      `AuthType Basic\nAuthName \xe2\x80\x9cOur Area\xe2\x80\x9d\n${rest}`,
      `AuthType Basic\nAuthName "Our Area"\n${rest}`,
    ],
    [
      'a trailing comment',
      `  AuthType Basic # x y\nAuthName x\n${rest}`,
      `  # x y\n  AuthType Basic\nAuthName x\n${rest}`,
    ],
    [
      'two mistakes of one line, one after the other',
      `AuthTyp Basic # x\nAuthName x\n${rest}`,
      `# x\nAuthType Basic\nAuthName x\n${rest}`,
    ],
    ['one mistake behind another', `AuthTyp Basic\n${rest}`, `AuthType Basic\nAuthName "Members"\n${rest}`],
  ])('%s', async (_, before, after) => {
    expect(await mended(before)).toEqual({ text: after, users, why: [] });
  });

  it.each([
    ['a blank', `ann :${users.slice(4)}`],
    ['quotes', `"${users.trimEnd()}"\n`],
    ['a byte order mark', `\xef\xbb\xbf${users}`],
  ])('%s in a password file', async (_, before) => {
    const text = `AuthType Basic\nAuthName x\n${rest}`;
    expect(await mended(text, before)).toEqual({ text, users, why: [] });
  });
});

describe('what is not certain stays', () => {
  it('a name with two that are as near', async () => {
    const text = `AuthBasicAuthoritativ Off\nAuthxxx y\nAuthType Basic\nAuthName x\n${rest}`;
    expect((await mended(text)).text).toContain('Authxxx y');
  });

  it('an entry that would change who another one is', async () => {
    const text = `AuthType Basic\nAuthName x\n${rest}`;
    const two = `ann :$2y$05$Mwr2L8vUevz0YA8EuBfDD.mb33GN/Q80WWrwXt/OpVbtGevqcS9Vu\n${users}`;
    const { users: after, why } = await mended(text, two);
    expect([after, why]).toEqual([two, ['it would bring another mistake']]);
  });

  it('what would open a place', async () => {
    const text = `AuthTyp Basic\nAuthName x\nAuthUserFile /srv/users\nSatisfy Any\n${rest}Require all granted\n`;
    const { text: after, why } = await mended(text);
    expect([after, why]).toEqual([text, ['a place would be open to all']]);
  });
});

it('one edit that does harm does not keep the others from being made', async () => {
  const section = (name: string, end: string): string =>
    `<Directory /var/www/${name}>\nAuthTyp Basic\nAuthName x\nAuthUserFile /srv/users\n${end}Require valid-user\n</Directory>\n`;
  const names = Array.from({ length: 9 }, (_, index) => `m${index}`);
  const config =
    head + names.map((name) => section(name, name === 'm4' ? 'Satisfy Any\nRequire all granted\n' : '')).join('');
  const pages = Object.fromEntries(names.map((name) => [`/var/www/${name}/index.html`, '']));
  const { look, read } = looker(
    'apache',
    { '/etc/apache2/apache2.conf': config, '/srv/users': users, ...pages },
    '/etc/apache2/apache2.conf',
  );
  const { files, count, refused } = await mend(look, read);
  const text = files.get('/etc/apache2/apache2.conf')?.after ?? '';
  expect([count, refused.length]).toEqual([8, 1]);
  expect(text.match(/AuthTyp Basic/g)).toHaveLength(1);
});

/** Slips that people make, each with what it does to a text. */
const slips: readonly ((text: string) => string)[] = [
  (text) => text.replace('AuthType', 'AuthTyp'),
  (text) => text.replace('Require ', 'Requre '),
  (text) => text.replace(/AuthName "(.*)"/, 'AuthName $1 Area'),
  (text) => text.replace(/AuthName .*\n/, ''),
  (text) => text.replace(/^(\s*AuthUserFile .*)$/m, '$1 # users'),
  (text) => text.replace('AuthType Basic', 'AuthType Basci'),
  (text) => text.replace('auth_basic ', 'auth_basc '),
  (text) => text.replace(/auth_basic "(\w+)";/, 'auth_basic $1 Area;'),
  (text) => text.replace('allow ', 'alow '),
  (text) => text.replace(/\n/g, '\r\n'),
  (text) => text.replace(/^(\w+):/m, '$1 :'),
  (text) => `\xef\xbb\xbf${text}`,
];

describe.each(['apache', 'nginx'] as const)('%s: random servers with slips', (server) => {
  it('are mended to where nothing is left to mend, no place more open, and nothing else changed', async () => {
    const which = fc.array(fc.tuple(fc.nat(slips.length - 1), fc.nat()), { minLength: 1, maxLength: 4 });
    let mends = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(100_000), which, async (seed, chosen) => {
        const { files: given, entry } = generators[server](seed);
        const host = inMemory(given);
        const files: Record<string, string> = {};
        for (const name of Object.keys(given)) {
          const bytes = host.read(`${root}/${name}`);
          if (typeof bytes !== 'string') files[`${root}/${name}`] = Buffer.from(bytes).toString('latin1');
        }
        const names = Object.keys(files).filter((name) => /conf$|htaccess$|users|passwd/.test(name));
        for (const [slip, place] of chosen) {
          const name = names[place % names.length]!;
          files[name] = slips[slip]!(files[name]!);
        }
        const { look, read } = looker(server, files, `${root}/${entry}`);
        const before = await look(new Map());
        const { files: changed, result } = await mend(look, read);
        mends += changed.size;
        const texts: Texts = new Map([...changed].map(([name, { after }]) => [name, after]));
        // the result is that of the new texts
        const after = await look(texts);
        expect(after.findings.length).toBe(result.findings.length);
        const open = (one: Result): number =>
          one.scopes.filter(({ verdict, anonymous }) => verdict === 'open' || anonymous.status === 'pass').length;
        expect(open(after)).toBeLessThanOrEqual(open(before));
        expect(after.scopes.length).toBeGreaterThanOrEqual(before.scopes.length);
        // again, nothing changes
        const again = looker(server, { ...files, ...Object.fromEntries(texts) }, `${root}/${entry}`);
        expect((await mend(again.look, again.read)).files.size).toBe(0);
        // lines that no edit touched are as they were
        for (const [name, { before: old, after: fresh }] of changed) {
          expect(old).toBe(files[name]);
          const known = new Set(old.split('\n').map((line) => line.trim().replace(/\s*:\s*/, ':')));
          const added = fresh.split('\n').filter((line) => !known.has(line.trim().replace(/\s*:\s*/, ':')));
          expect(added.length).toBeLessThanOrEqual(12);
        }
      }),
      { numRuns: 25, seed: 8 },
    );
    expect(mends).toBeGreaterThan(5);
  }, 240_000);
});

describe('an edit of a text that was judged', () => {
  it('leaves every byte outside it as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), fc.string(), (text, a, b, by) => {
        const latin = Buffer.from(text, 'utf8').toString('latin1');
        const [start, end] = [a % (latin.length + 1), b % (latin.length + 1)].sort((x, y) => x - y) as [number, number];
        const source = { text: latin } as never;
        expect(edited(latin, [{ where: { source, start, end }, text: by }])).toBe(
          latin.slice(0, start) + by + latin.slice(end),
        );
      }),
    );
  });
});
