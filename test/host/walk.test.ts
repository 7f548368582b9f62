import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { DiskView } from '../../src/host/disk-view.ts';
import { walk } from '../../src/host/walk.ts';
import { writeBelow } from '../files.ts';
import { scratchFolder } from '../scratch.ts';

const scratch = scratchFolder('walk');
const write = (name: string, text = ''): string => writeBelow(scratch, name, text);

const names = async (folder: string): Promise<string[]> =>
  (await walk(path.join(scratch, folder), new DiskView())).map((file) =>
    path.relative(path.join(scratch, folder), file),
  );

it('follows links that stay inside, and none that leads out, loops or dangles', async () => {
  write('secret/shadow.conf');
  write('links/sites-available/www');
  fs.mkdirSync(path.join(scratch, 'links/sites-enabled'));
  const link = (target: string, name: string) =>
    fs.symlinkSync(target, path.join(scratch, 'links/sites-enabled', name));
  link('../sites-available/www', 'www');
  link('../../secret/shadow.conf', 'out.conf');
  link('loop.conf', 'loop.conf');
  link('nowhere', 'dangling.conf');
  expect(await names('links')).toEqual(['sites-available/www', 'sites-enabled/www']);
});

it('passes over FIFOs, and does not wait for one that is named .gitignore', async () => {
  write('fifo/a.conf');
  execFileSync('mkfifo', [path.join(scratch, 'fifo/.gitignore'), path.join(scratch, 'fifo/b.conf')]);
  expect(await names('fifo')).toEqual(['a.conf']);
});

it('takes no .gitignore from outside', async () => {
  write('secret/ignores', '*.conf\n');
  write('foreign/a.conf');
  fs.symlinkSync('../secret/ignores', path.join(scratch, 'foreign/.gitignore'));
  expect(await names('foreign')).toEqual(['a.conf']);
});

it('heeds .gitignore files at every level, but no pattern that takes for ever', async () => {
  write('ignored/.gitignore', `old/\n**/a/**/a/**/a/b\n${'x;'.repeat(100_000)}\n`);
  write('ignored/old/x.conf');
  write('ignored/sub/.gitignore', '*.bak\n');
  write('ignored/sub/x.conf.bak');
  const deep = write(`ignored/${'a/'.repeat(150)}x.conf`);
  expect(await names('ignored')).toEqual([
    '.gitignore',
    path.relative(path.join(scratch, 'ignored'), deep),
    'sub/.gitignore',
  ]);
});

it.each(['2', '4'])('takes what git has in spite of a .gitignore (index of version %s)', async (version) => {
  const folder = `kept-${version}`;
  for (const name of ['.gitignore', 'conf/kept.conf', 'conf/kept-too.conf', 'conf/left.conf', 'site.conf'])
    write(`${folder}/${name}`, name === '.gitignore' ? 'conf/*\n' : '');
  const git = (...args: string[]) => execFileSync('git', ['-C', path.join(scratch, folder), ...args]);
  git('init', '-q');
  git('config', 'index.version', version);
  git('add', '.');
  git('add', '-f', 'conf/kept.conf');
  git('add', '-f', '-N', 'conf/kept-too.conf');
  expect(await names(folder)).toEqual(['.gitignore', 'conf/kept-too.conf', 'conf/kept.conf', 'site.conf']);
  expect(await names(`${folder}/conf`)).toEqual(['kept-too.conf', 'kept.conf']);
});
