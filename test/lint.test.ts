import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lint } from '../src/lint.ts';
import { judged } from './discover/judged.ts';
import { scratchFolder } from './scratch.ts';

const folder = scratchFolder('lint');

/** How often a run over one file is told that there is much to do. */
async function told(files: Readonly<Record<string, string>>): Promise<number> {
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  const file = path.join(folder, 'nginx.conf');
  let times = 0;
  await lint({
    given: [{ path: file, kind: 'file', files: [file], checkout: false }],
    layout: { root: null, maps: [], live: false },
    large: () => times++,
  });
  return times;
}

it('a run is told once that there is much to do, be it in the main file or in what that includes', async () => {
  const servers = 'server { listen 80; server_name a.test; }\n'.repeat(500);
  expect(await told({ 'nginx.conf': 'events {}\nhttp { server { listen 80; } }\n' })).toBe(0);
  expect(await told({ 'nginx.conf': `events {}\nhttp { ${servers} }\n` })).toBe(1);
  expect(await told({ 'nginx.conf': 'events {}\nhttp { include sites; }\n', sites: servers })).toBe(1);
});

it('each line that a .htaccess file breaks over is told at once, and is the one that httpd gives up at in its turn', async () => {
  const lines = ['AuthType Basic', 'AuthName Our members', 'AuthUserFile /srv/users', 'Require valid user', 'Requre x'];
  const broken = async (text: readonly string[]): Promise<readonly string[]> =>
    (await judged({ 'site/.htaccess': `${text.join('\n')}\n` })).found;
  const site = 'site/.htaccess';
  const [name, requirement, misspelt] = ['value-unquoted', 'require-invalid', 'htaccess-broken'];
  expect(await broken(lines)).toEqual([`${site}:2:1 ${name}`, `${site}:4:1 ${requirement}`, `${site}:5:1 ${misspelt}`]);
  expect(await broken(lines.toSpliced(1, 1))).toEqual([`${site}:3:1 ${requirement}`, `${site}:4:1 ${misspelt}`]);
  const mended = lines.toSpliced(3, 1).toSpliced(1, 1);
  expect(await broken(mended)).toEqual([`${site}:3:1 ${misspelt}`]);
});

it('a password file that nothing names is read by the servers whose configuration lies about', async () => {
  const nginx = { 'nginx.conf': 'events {}\nhttp { server { listen 80; } }\n' };
  const apache = {
    'httpd.conf': 'Listen 80\nServerName a.test\n<Directory "/srv">\nRequire all granted\n</Directory>\n',
  };
  const users = { 'auth/.htpasswd': 'ann:{PLAIN}made-up\n' };
  const refused = async (files: Readonly<Record<string, string>>): Promise<boolean> =>
    (await judged({ ...files, ...users })).found.includes('auth/.htpasswd:1:5 nginx-hash-on-apache');
  expect(await refused(nginx)).toBe(false);
  expect(await refused(apache)).toBe(true);
  expect(await refused({ ...nginx, ...apache })).toBe(true);
  expect(await refused({})).toBe(true);
});
