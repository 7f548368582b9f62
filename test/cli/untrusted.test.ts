import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../src/cli/paths.ts';
import { isUntrusted } from '../../src/cli/untrusted.ts';
import { scratchFolder } from '../scratch.ts';

const scratch = scratchFolder('untrusted');

function event(head: string | null, base = 'me/site'): string {
  const file = path.join(scratch, `${String(head).replace('/', '-')}.json`);
  const repo = head === null ? null : { full_name: head };
  fs.writeFileSync(file, JSON.stringify({ pull_request: { head: { repo }, base: { repo: { full_name: base } } } }));
  return file;
}

describe('a checkout is a stranger’s', () => {
  const github = (file: string) => ({ CI: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: file });
  it.each([
    ['on GitHub, for a fork', github(event('you/site')), true],
    ['on GitHub, for a fork that is gone', github(event(null)), true],
    ['on GitHub, where the event cannot be read', github('/nowhere'), true],
    ['on GitHub, for a branch of its own', github(event('me/site')), false],
    ['on GitHub, for a push', { CI: 'true', GITHUB_EVENT_NAME: 'push' }, false],
    [
      'on GitLab, for a fork',
      { CI: 'true', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7', CI_MERGE_REQUEST_PROJECT_ID: '3' },
      true,
    ],
    [
      'on GitLab, for its own branch',
      { CI: 'true', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '3', CI_MERGE_REQUEST_PROJECT_ID: '3' },
      false,
    ],
    ['on Azure', { CI: 'true', SYSTEM_PULLREQUEST_ISFORK: 'True' }, true],
    ['on Travis', { CI: 'true', TRAVIS_PULL_REQUEST_SLUG: 'you/site', TRAVIS_REPO_SLUG: 'me/site' }, true],
    ['on Jenkins', { CI: 'true', CHANGE_FORK: 'you' }, true],
    ['at a desk', {}, false],
  ])('%s: %s → %s', (_, env, expected) => {
    expect(isUntrusted({}, env)).toBe(expected);
    expect(isUntrusted({ untrusted: false }, env)).toBe(false);
    expect(isUntrusted({ untrusted: true }, env)).toBe(true);
  });
});

describe('--untrusted', () => {
  it('refuses --live and every folder outside the checkout, links included', () => {
    expect(() => layoutOf({ untrusted: true, live: true })).toThrow('--live is refused');
    expect(() => layoutOf({ untrusted: true, root: scratch })).toThrow('lies outside');
    expect(() => layoutOf({ untrusted: true, map: [`/etc/nginx=${scratch}`] })).toThrow('lies outside');
    expect(() => layoutOf({ untrusted: true, map: ['/etc/nginx=../../..'] })).toThrow('lies outside');
    const link = path.join(import.meta.dirname, 'link-out');
    fs.symlinkSync(scratch, link);
    try {
      expect(() => layoutOf({ untrusted: true, root: link })).toThrow('lies outside');
    } finally {
      fs.unlinkSync(link);
    }
    expect(layoutOf({ untrusted: true, map: ['/etc/nginx=fixtures'] }).maps).toHaveLength(1);
  });
});
