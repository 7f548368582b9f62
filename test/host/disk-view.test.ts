import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { DiskView } from '../../src/host/disk-view.ts';

const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'authlint-view-')));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

const at = (name: string): string => path.join(scratch, name);

it('says the same of a name before and after it has listed the folder, which it does where many names are missed', () => {
  fs.writeFileSync(at('file'), '12345');
  fs.mkdirSync(at('folder'));
  fs.symlinkSync('file', at('link'));
  fs.symlinkSync('nowhere', at('dangling'));
  const looks = (view: DiskView) =>
    ['file', 'folder', 'link', 'dangling', 'missing'].map((name) => {
      const looked = view.stat(at(name));
      return [name, view.kind(at(name)), view.link(at(name)), typeof looked === 'string' ? looked : looked.size];
    });
  const fresh = looks(new DiskView());
  const view = new DiskView();
  for (let tries = 0; tries < 1000; tries++) expect(view.stat(at(`missing-${tries}`))).toBe('missing');
  expect(view.listed(scratch)?.names).toEqual(['dangling', 'file', 'folder', 'link']);
  expect(looks(view)).toEqual(fresh);
  expect(fresh.map((one) => one.slice(1, 3))).toEqual([
    ['file', null],
    ['directory', null],
    ['file', 'file'],
    ['missing', 'nowhere'],
    ['missing', null],
  ]);
});

it('looks at no more names of a folder once it has been listed because many were missed', () => {
  const view = new DiskView();
  for (let tries = 0; tries < 1000; tries++) view.stat(at(`missing-${tries}`));
  fs.writeFileSync(at('late'), '');
  expect(view.kind(at('late'))).toBe('missing');
  expect(new DiskView().kind(at('late'))).toBe('file');
});
