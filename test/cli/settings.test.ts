import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckDocument } from '../../src/report/contract.ts';
import { writeBelow } from '../files.ts';
import { scratchFolder } from '../scratch.ts';

const root = path.join(import.meta.dirname, '../..');
const cli = path.join(root, 'dist/cli.js');
const scratch = scratchFolder('settings');

beforeEach(() => {
  for (const name of fs.readdirSync(scratch)) fs.rmSync(path.join(scratch, name), { recursive: true });
  fs.mkdirSync(path.join(scratch, '.git'));
});

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}, folder = '') {
  const { status, stdout, stderr } = spawnSync('node', [cli, ...args], {
    cwd: path.join(scratch, folder),
    encoding: 'utf8',
    env: { ...process.env, CI: '', GITHUB_ACTIONS: '', ...env },
  });
  return { status, out: stdout, err: stderr };
}

const write = (name: string, content: string): string => writeBelow(scratch, name, content);

const sha = 'ann:{SHA}W8r/fyL/UzygmbNAjq2HbA67qac=\n';

/** Rules with severities by file. */
function found(args: readonly string[] = [], folder = ''): string[] {
  const { findings } = JSON.parse(run(['--format', 'json', ...args], {}, folder).out) as {
    findings: { file: string; rule: string; severity: string; old?: true }[];
  };
  return findings.map(({ file, rule, severity, old }) => `${file} ${rule} ${severity}${old ? ' old' : ''}`);
}

describe('levels', () => {
  beforeEach(() => {
    write('a/.htpasswd', sha);
    write('b/.htpasswd', sha);
  });

  it('come from the file, from its overrides, and last from the command line', () => {
    expect(found()).toEqual(['a/.htpasswd weak-hash warning', 'b/.htpasswd weak-hash warning']);
    write(
      'authlint.config.yaml',
      'rules:\n  weak-hash: error\noverrides:\n  - files: b/\n    rules:\n      weak-hash: off\n',
    );
    expect(found()).toEqual(['a/.htpasswd weak-hash error']);
    expect(run([]).status).toBe(1);
    // from a folder below, too
    expect(found([], 'a')).toEqual(['.htpasswd weak-hash error']);
    expect(found(['--rule', 'weak-hash=info'])).toEqual(['a/.htpasswd weak-hash info', 'b/.htpasswd weak-hash info']);
    expect(found(['--no-config-lookup'])).toHaveLength(2);
    expect(run(['--no-config-lookup']).status).toBe(0);
  });

  it('stand in a package.json too, and a file may be named', () => {
    write('package.json', '{ "name": "x", "authlint": { "failOn": "warning", "ignore": ["b"] } }');
    expect(found()).toEqual(['a/.htpasswd weak-hash warning']);
    expect(run([]).status).toBe(1);
    write('other.json', '{ "rules": { "weak-hash": "off" } }');
    expect(found(['--config-file', 'other.json'])).toEqual([]);
  });

  it('are shown by print-config', () => {
    write(
      'authlint.config.json',
      '{ "extends": "all", "overrides": [{ "files": "b", "rules": { "weak-hash": "off" } }] }',
    );
    const at = (...args: string[]) => JSON.parse(run(['print-config', ...args]).out) as Record<string, unknown>;
    expect(at()).toMatchObject({ file: 'authlint.config.json', extends: 'all', rules: { 'weak-hash': 'warning' } });
    expect(at('b/.htpasswd')).toMatchObject({ rules: { 'weak-hash': 'off', 'authname-missing': 'error' } });
  });

  it.each([
    [['--rule', 'weak-hsah=off'], 'no rule is called weak-hsah; did you mean weak-hash?'],
    [['--rule', 'weak-hash=of'], '--rule weak-hash takes one of off, info, warning, error, not of'],
    [['--rule', 'weak-hash'], '--rule takes ID=off|info|warning|error'],
    [['--config-file', 'none.json'], 'cannot be read'],
  ])('%j is a mistake with exit status 2', (args, message) => {
    const { status, err } = run(args);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  it('names each mistake of the file with its position', () => {
    write('authlint.config.yaml', 'extend: strict\nrules:\n  weak-hsah: off\n');
    const { status, err } = run([]);
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toEqual([
      'authlint: authlint.config.yaml:3:3: no rule is called weak-hsah; did you mean weak-hash?',
      'authlint: authlint.config.yaml:1:1: no setting is called extend; did you mean extends?',
    ]);
  });
});

describe('paths of a configuration file', () => {
  const server =
    'server {\n    location / {\n        auth_basic "x";\n        auth_basic_user_file /etc/nginx/users;\n    }\n}\n';

  it('are seen from its folder: maps, root and what is checked', () => {
    write('conf/conf.d/site.conf', server);
    write('other/.htpasswd', sha);
    write('authlint.config.yaml', 'maps:\n  /etc/nginx: conf\npaths: [conf]\n');
    expect(found()).toEqual(['conf/conf.d/site.conf nginx-password-file-missing error']);
    fs.mkdirSync(path.join(scratch, 'sub'));
    expect(found([], 'sub')).toEqual(['../conf/conf.d/site.conf nginx-password-file-missing error']);
  });

  it('drives of Windows are mapped as folders are, and its httpd has its processing module compiled in', () => {
    const loads = ['authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic']
      .map((name) => `LoadModule ${name}_module modules/mod_${name}.so\n`)
      .join('');
    const login = 'AuthType Basic\nAuthName "x"\nAuthUserFile "C:/xampp/apache/users"\nRequire valid-user\n';
    const folders = `DocumentRoot "C:/xampp/htdocs"\n<Directory "C:/xampp/htdocs/intern">\n${login}</Directory>\n`;
    const head = 'ServerRoot "C:/xampp/apache"\nServerName a.test\nListen 80\n';
    write('xampp/apache/conf/httpd.conf', head + loads + folders);
    write('xampp/htdocs/intern/index.html', '');
    const verdicts = (args: readonly string[]) => {
      const { scopes, findings } = JSON.parse(run(['-f', 'json', ...args]).out) as CheckDocument;
      return [...scopes.map(({ verdict }) => verdict), ...findings.map(({ message }) => message)];
    };
    expect(verdicts(['xampp'])).toEqual(['depends']);
    const missing = 'the password file C:/xampp/apache/users is not there';
    expect(verdicts(['--map', 'C:/xampp=xampp', 'xampp'])).toEqual(['broken', expect.stringContaining(missing)]);
    write('xampp/apache/users', 'ann:as it is\n');
    expect(verdicts(['--map', 'C:/xampp=xampp', 'xampp'])[0]).toBe('works');
  });

  it('a root alone is what is judged', () => {
    write('image/etc/nginx/nginx.conf', `events {}\nhttp {\n${server}}\n`);
    write('elsewhere/nginx.conf', 'events {}\nhttp {\n    auth_basik "x";\n}\n');
    const missing = ['image/etc/nginx/nginx.conf nginx-password-file-missing error'];
    expect(found(['--root', 'image'])).toEqual(missing);
    write('authlint.config.yaml', 'root: image\n');
    expect(found()).toEqual(missing);
  });

  it('must be there', () => {
    const unmet = { '--map': '/etc/nginx=nowhere', '--root': 'nowhere' };
    for (const [option, value] of Object.entries(unmet)) {
      const { status, err } = run([option, value]);
      expect([status, err]).toEqual([2, expect.stringContaining(`${option} ${value}`)]);
    }
  });

  it('may not lead out of a stranger’s checkout', () => {
    write('conf/conf.d/site.conf', server);
    for (const setting of ['maps:\n  /etc/nginx: /etc\n', 'root: ..\n', 'paths: [/etc]\n', 'baseline: ../b.json\n']) {
      write('authlint.config.yaml', setting);
      const { status, err } = run(['--untrusted']);
      expect([status, /refused/.test(err)]).toEqual([2, true]);
    }
    fs.rmSync(path.join(scratch, 'authlint.config.yaml'));
    fs.symlinkSync('/etc/passwd', path.join(scratch, 'authlint.config.yaml'));
    expect(run(['--untrusted']).err).not.toContain('root');
  });
});

describe('the baseline', () => {
  const site = (realm: string) => `server {\n    location / {\n        ${realm}\n    }\n}\n`;

  it('keeps old findings from failing, also on moved lines, and shrinks by itself only when asked', () => {
    write('conf.d/a.conf', site('auth_basic "x";'));
    expect(run([]).status).toBe(1);
    expect(run(['--baseline', 'base.json']).err).toContain('--update-baseline makes it');
    expect(run(['--baseline', 'base.json', '--update-baseline']).status).toBe(0);
    expect(run(['--baseline', 'base.json']).status).toBe(0);
    write('conf.d/a.conf', `# moved\n\n${site('auth_basic "x";')}`);
    expect(found(['--baseline', 'base.json'])).toEqual(['conf.d/a.conf nginx-auth-basic-without-user-file error old']);
    // a new one fails and does not slip in
    write('conf.d/b.conf', site('auth_basic "y";'));
    expect(run(['--baseline', 'base.json']).status).toBe(1);
    expect(run(['--baseline', 'base.json', '--update-baseline']).status).toBe(1);
    expect(run(['--baseline', 'base.json', '--update-baseline', '--grow-baseline']).status).toBe(0);
    // what is mended leaves it
    write('conf.d/a.conf', site('auth_basic off;'));
    expect(run(['--baseline', 'base.json', '--update-baseline']).status).toBe(0);
    const { findings } = JSON.parse(fs.readFileSync(path.join(scratch, 'base.json'), 'utf8')) as {
      findings: unknown[];
    };
    expect(findings).toHaveLength(1);
  });

  it('is refused where it is none', () => {
    write('.htpasswd', sha);
    write('base.json', '{}');
    expect(run(['--baseline', 'base.json']).err).toContain('is no baseline of authlint');
  });
});

describe('authlint init', () => {
  it('writes a file that is sound, and overwrites none', () => {
    write('.htpasswd', sha);
    expect(run(['init']).status).toBe(0);
    expect(run(['print-config']).out).toContain('authlint.config.yaml');
    expect(run(['init'])).toMatchObject({ status: 2, err: 'authlint: authlint.config.yaml is there already\n' });
    // with every suggestion taken
    const file = path.join(scratch, 'authlint.config.yaml');
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace(/^# (?=maps|rules|overrides|ignore|baseline| )/gm, ''));
    expect(run(['print-config'])).toMatchObject({ status: 0, err: '' });
  });
});
