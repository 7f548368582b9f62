import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBelow } from '../files.ts';
import { scratchFolder } from '../scratch.ts';

const cli = path.join(import.meta.dirname, '../../dist/cli.js');
const scratch = scratchFolder('hostile');
const write = (name: string, content: string): string => writeBelow(scratch, name, content);

interface Run {
  readonly status: number | null;
  readonly rules: string[];
  readonly troubles: string[];
  readonly err: string;
}

/** A run that is killed after a while, of which nobody may be shown a stack. */
function check(...paths: string[]): Run {
  const { status, stdout, stderr } = spawnSync('node', [cli, 'check', '--format', 'json', ...paths], {
    cwd: scratch,
    encoding: 'utf8',
    timeout: 50_000,
    maxBuffer: 1 << 28,
    env: { ...process.env, AUTHLINT_DEBUG: '1' },
  });
  expect(stderr).not.toMatch(/^\s+at |internal error/m);
  const { findings, troubles } = JSON.parse(stdout) as { findings: { rule: string }[]; troubles: string[] };
  return { status, rules: [...new Set(findings.map(({ rule }) => rule))], troubles, err: stderr };
}

const login = 'AuthType Basic\nAuthName x\nAuthUserFile /f\n';
const deep = 5000;
const around = (open: string, close: string): string => open.repeat(deep) + close.repeat(deep);

describe('nesting 5,000 deep ends in a diagnosis', () => {
  it.each([
    ['nginx blocks', 'nginx.conf', `events {}\nhttp { server { ${around('location /a { ', '}')} } }\n`],
    ['Apache sections', '.htaccess', `${login}${around('<Files x>\n', '</Files>\n')}Require valid-user\n`],
    ['requirements', '.htaccess', `${login}${around('<RequireAll>\n', '</RequireAll>\n')}`],
    ['conditions', '.htaccess', `${login}${around('<IfModule !x>\n', '</IfModule>\n')}Require valid-user\n`],
    ['an expression', '.htaccess', `${login}Require expr "${around('(', ')')}"\n`],
    ['a pattern', '.htaccess', `RewriteEngine On\nRewriteRule "${around('(', ')')}" - [F]\n`],
  ])('%s', (name, file, text) => {
    const { status, rules } = check(write(`deep-${name.replaceAll(' ', '-')}/${file}`, text));
    expect([0, 1]).toContain(status);
    expect(rules).not.toEqual([]);
  });
});

describe('sizes', () => {
  it('says which file is too large, and judges the rest', () => {
    const large = write('large/sites/nginx.conf', 'events {}\n');
    fs.truncateSync(large, 2 ** 31 + 5);
    write('large/other/.htpasswd', 'ann:plain\n');
    const { status, rules, troubles } = check(large, path.join(scratch, 'large/other'));
    expect([status, rules, troubles]).toEqual([
      2,
      ['password-cleartext'],
      ['large/sites/nginx.conf: too large to be read'],
    ]);
  });

  it.each([
    ['a line of 8 MB', 'nginx.conf', `events {}\nhttp { server { auth_basic "${'x'.repeat(1 << 23)}"; } }\n`],
    ['8 MB of one line of directives', 'nginx.conf', `http { server { ${'deny all; '.repeat(800_000)} } }\n`],
    ['150,000 lines that are none', 'httpd.conf', '}\n'.repeat(150_000)],
    ['100,000 includes', 'nginx.conf', `http { ${'include a/*.conf; '.repeat(100_000)} }\n`],
    [
      '20,000 patterns',
      'httpd.conf',
      Array.from({ length: 20_000 }, (_, n) => `RedirectMatch ^/${n}(a+)+$ /\n`).join(''),
    ],
    [
      '20,000 users',
      '.htaccess',
      `${login}${Array.from({ length: 20_000 }, (_, n) => `Require user u${n}\n`).join('')}`,
    ],
  ])('%s is read in time', (name, file, text) => {
    expect([0, 1]).toContain(check(write(`size-${name.replaceAll(/[ ,]/g, '-')}/${file}`, text)).status);
  });
});

describe('what is no file', () => {
  it('is refused by name where it was given, and passed over in a folder', () => {
    const fifo = path.join(scratch, 'special/nginx.conf');
    write('special/.htaccess', `${login}Require valid-user\n`);
    execFileSync('mkfifo', [fifo]);
    fs.mkdirSync(path.join(scratch, 'special/site.conf'));
    fs.mkdirSync(path.join(scratch, 'special/.htpasswd'));
    fs.symlinkSync('self.conf', path.join(scratch, 'special/self.conf'));
    fs.symlinkSync('/etc/passwd', path.join(scratch, 'special/users.htpasswd'));
    expect(check(path.join(scratch, 'special'))).toMatchObject({ status: 0, rules: [], troubles: [] });
    for (const given of [fifo, '/dev/zero', path.join(scratch, 'special/self.conf')]) {
      const { status, stdout, stderr } = spawnSync('node', [cli, given], { encoding: 'utf8', timeout: 50_000 });
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  it('is neither read nor waited for where a configuration names it', () => {
    const fifo = path.join(scratch, 'named/users');
    const at = path.join(scratch, 'named');
    write(
      'named/nginx.conf',
      `events {}\nhttp { include /dev/zero; server { listen 80; auth_basic x; auth_basic_user_file ${fifo}; } }\n`,
    );
    write('named/sub/.htaccess', `${login.replace('/f', fifo)}Require valid-user\n`);
    execFileSync('mkfifo', [fifo]);
    expect([0, 1]).toContain(check(at).status);
  });
});

describe('includes that lead nowhere', () => {
  it.each([
    ['devices', 'include /dev/zero;\ninclude /dev/stdin;\nhttp { }\n', ['nginx-events-missing']],
    ['all folders of a disk', `include ${'/*'.repeat(12)}/nope[[[;\n`, ['limit-reached']],
  ])('%s', (name, text, rules) => {
    expect(check(write(`nowhere-${name.replaceAll(' ', '-')}/nginx.conf`, text)).rules).toEqual(rules);
  });
});

describe('patterns that backtrack for ever', () => {
  it.each([
    [
      'nginx.conf',
      'events {}\nhttp { server { listen 80; location ~ "^/(a+)+$" { deny all; } location /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! { auth_basic x; auth_basic_user_file f; } } }\n',
    ],
    [
      '.htaccess',
      `RewriteEngine On\nRewriteCond %{REQUEST_URI} ((a|aa)+)+b\nRewriteRule ^(.*)*x$ /$1 [L]\n${login}Require valid-user\n`,
    ],
  ])('in %s', (file, text) => {
    expect([0, 1]).toContain(check(write(`backtrack/${file}`, text)).status);
  });
});
