import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ChangesError, changedSince } from '../src/changed.ts';
import { touches } from '../src/touches.ts';
import { scratchFolder } from './scratch.ts';

const folder = scratchFolder('changed');
const git = (...args: string[]): void => {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.test', ...args], {
    cwd: folder,
    stdio: 'ignore',
  });
};

beforeAll(() => {
  git('init', '-q');
  for (const name of ['same.conf', 'edited.conf', 'gone.conf']) fs.writeFileSync(path.join(folder, name), 'A\n');
  git('add', '-A');
  git('commit', '-qm', 'first');
  fs.writeFileSync(path.join(folder, 'edited.conf'), 'B\n');
  fs.writeFileSync(path.join(folder, 'new.conf'), 'B\n');
  fs.rmSync(path.join(folder, 'gone.conf'));
});

describe('changedSince', () => {
  it('lists edited, deleted and untracked files', () => {
    const { files, gone } = changedSince('HEAD', folder);
    expect([...files].sort()).toEqual(['edited.conf', 'gone.conf', 'new.conf'].map((name) => `${folder}/${name}`));
    expect(gone).toEqual([`${folder}/gone.conf`]);
  });

  it('refuses what is no commit, and options in its place', () => {
    for (const ref of ['nothing', '', '--output=/tmp/x']) expect(() => changedSince(ref, folder)).toThrow(ChangesError);
    expect(() => changedSince('HEAD', '/')).toThrow('git work tree');
  });
});

describe('touches', () => {
  const changes = { files: new Set(['/a/site.conf', '/a/gone.conf']), gone: ['/a/gone.conf'] };
  it('goes by what was read, and by name only where the file is gone', () => {
    expect(touches(changes, ['/a/site.conf'], [''])).toBe(true);
    expect(touches(changes, ['/b/site.conf'], ['include site.conf;'])).toBe(false);
    expect(touches(changes, ['/b/nginx.conf'], ['include gone.conf;'])).toBe(true);
  });
});
