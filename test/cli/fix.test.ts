import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeBelow } from '../files.ts';
import { scratchFolder } from '../scratch.ts';

const root = path.join(import.meta.dirname, '../..');
const cli = path.join(root, 'dist/cli.js');
const scratch = scratchFolder('fix');
const folder = path.join(scratch, 'tree');

beforeAll(async () => {
  await build({
    entryPoints: [path.join(root, 'src/host/replace.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: path.join(scratch, 'replace.cjs'),
  });
}, 60_000);
beforeEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder);
});

const run = (args: readonly string[]) => {
  const env = { ...process.env, CI: '', GITHUB_ACTIONS: '' };
  const { status, stdout, stderr } = spawnSync('node', [cli, ...args], { cwd: folder, encoding: 'utf8', env });
  return { status, out: stdout, err: stderr };
};
const at = (name: string): string => path.join(folder, name);
const write = (name: string, text: string): string => writeBelow(folder, name, text);
const content = (name: string): string => fs.readFileSync(at(name), 'utf8');

const wrong = 'AuthType Basic # staff\nAuthName "x"\nAuthUserFile /srv/users\nRequire valid-user\n';
const right = '# staff\nAuthType Basic\nAuthName "x"\nAuthUserFile /srv/users\nRequire valid-user\n';

describe('authlint --fix', () => {
  it('mends in place, keeps mode and owner, and has nothing to do again', () => {
    write('.htaccess', wrong);
    fs.chmodSync(at('.htaccess'), 0o640);
    if (process.getuid?.() === 0) fs.chownSync(at('.htaccess'), 33, 33);
    const before = fs.statSync(at('.htaccess'));
    expect(run(['--fix'])).toMatchObject({ status: 0, err: 'authlint: 1 mended in 1 file\n' });
    expect(content('.htaccess')).toBe(right);
    const after = fs.statSync(at('.htaccess'));
    expect([after.mode, after.uid, after.gid]).toEqual([before.mode, before.uid, before.gid]);
    expect(fs.readdirSync(folder)).toEqual(['.htaccess']);
    expect(run(['--fix'])).toMatchObject({ status: 0, err: '' });
    expect(fs.statSync(at('.htaccess')).mtimeMs).toBe(after.mtimeMs);
  });

  it('shows with --fix-dry-run what it would do, and does nothing', () => {
    write('.htaccess', wrong);
    const { status, out } = run(['--fix-dry-run']);
    expect(status).toBe(0);
    expect(out.split('\n').slice(0, 6)).toEqual([
      '--- .htaccess',
      '+++ .htaccess',
      '@@ -1,4 +1,5 @@',
      '-AuthType Basic # staff',
      '+# staff',
      '+AuthType Basic',
    ]);
    expect(content('.htaccess')).toBe(wrong);
  });

  it.each([
    ['a read-only file', () => fs.chmodSync(at('.htaccess'), 0o444), 'it is read-only'],
    ['a file with another name', () => fs.linkSync(at('.htaccess'), at('other.txt')), 'it has other names'],
  ])('leaves %s alone, with exit status 2', (_, make, why) => {
    write('.htaccess', wrong);
    make();
    const { status, err } = run(['--fix', '.htaccess']);
    expect([status, err]).toEqual([2, expect.stringContaining(`.htaccess is not mended: ${why}`)]);
    expect(content('.htaccess')).toBe(wrong);
  });

  it('reaches no file by a link out of the given paths', async () => {
    const { replaceable } = await import('../../src/host/replace.ts');
    fs.writeFileSync(path.join(scratch, 'outside'), wrong);
    fs.symlinkSync(path.join(scratch, 'outside'), at('.htaccess'));
    expect(() => replaceable(at('.htaccess'), [folder])).toThrow('a link leads out of the given paths');
    run(['--fix']);
    run(['--fix', '.htaccess']);
    expect(fs.readFileSync(path.join(scratch, 'outside'), 'utf8')).toBe(wrong);
  });

  it('follows a link that stays inside, and keeps it', () => {
    write('real/htaccess.txt', wrong);
    fs.symlinkSync('real/htaccess.txt', at('.htaccess'));
    expect(run(['--fix']).status).toBe(0);
    expect(fs.lstatSync(at('.htaccess')).isSymbolicLink()).toBe(true);
    expect(content('real/htaccess.txt')).toBe(right);
  });

  it('heeds levels and comments: what is silent is not mended', () => {
    write('.htaccess', wrong);
    const { findings } = JSON.parse(run(['--format', 'json']).out) as { findings: { rule: string }[] };
    expect(findings).toHaveLength(1);
    run(['--fix', '--rule', `${findings[0]!.rule}=off`]);
    expect(content('.htaccess')).toBe(wrong);
  });

  it('gives the edits to programs', () => {
    write('.htaccess', wrong);
    const { findings } = JSON.parse(run(['--format', 'json']).out) as { findings: { fix: unknown }[] };
    expect(findings[0]!.fix).toEqual([
      { file: '.htaccess', line: 1, column: 1, endLine: 1, endColumn: 1, text: '# staff\n' },
      { file: '.htaccess', line: 1, column: 15, endLine: 1, endColumn: 23, text: '' },
    ]);
  });

  it('prints no hash, in any way', () => {
    write('.htpasswd', 'ann :$2y$05$zk0hXRU3qKBZ3h3S9UiR7uyRjTJ5Ljj5tl90FtOQzhOHepQyG5JUq\n');
    for (const args of [['--fix-dry-run'], ['--format', 'json'], ['--format', 'sarif'], ['--fix']]) {
      const { out, err } = run(args);
      expect(out + err).not.toMatch(/\$2y\$|zk0hXR/);
    }
    expect(content('.htpasswd')).toMatch(/^ann:\$2y\$05\$zk0/);
  });
});

describe('replacing a file', () => {
  it('leaves the old or the new text whole, whenever it is killed', async () => {
    const [old, fresh] = ['a', 'b'].map((letter) => letter.repeat(2_000_000));
    write('site.conf', old!);
    const script = `
      const fs = require('node:fs');
      const { replaceFile } = require(${JSON.stringify(path.join(scratch, 'replace.cjs'))});
      const texts = ['a', 'b'].map((one) => Buffer.alloc(2000000, one));
      const file = ${JSON.stringify(at('site.conf'))};
      let now = fs.readFileSync(file)[0] === 97 ? 0 : 1;
      process.stdout.write('ready');
      for (;;) { replaceFile(file, texts[now], texts[1 - now]); now = 1 - now; }`;
    const seen = new Set<string>();
    for (let round = 0; round < 25; round++) {
      const child = spawn('node', ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      await setTimeout(5 + Math.random() * 40);
      child.kill('SIGKILL');
      await once(child, 'exit');
      const text = content('site.conf');
      expect(text === old || text === fresh).toBe(true);
      seen.add(text[0]!);
    }
    expect(seen.size).toBe(2);
  }, 120_000);

  it('is refused where the file was changed meanwhile', async () => {
    const { replaceFile } = await import('../../src/host/replace.ts');
    write('site.conf', 'theirs');
    const given = [Buffer.from('ours'), Buffer.from('new')] as const;
    expect(() => replaceFile(at('site.conf'), ...given)).toThrow('it was changed meanwhile');
    expect([content('site.conf'), fs.readdirSync(folder)]).toEqual(['theirs', ['site.conf']]);
  });
});
