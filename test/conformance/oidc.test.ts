import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtures, setupOf } from './fixtures.ts';
import { missing, observe } from './server.ts';

const module = '/usr/lib/apache2/modules/mod_auth_openidc.so';
const unable =
  missing('apache') ??
  (fs.existsSync(module) ? null : 'mod_auth_openidc is not installed: apt-get install libapache2-mod-auth-openidc');

/** What visitors of the fixtures get: 302 leads to the provider, 200 is the page. */
const answers: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'oidc-authtype-mismatch/bad-nowhere': { '/members/index.html': 200 },
  'oidc-authtype-mismatch/good-guarded': { '/members/index.html': 302, '/index.html': 200 },
  'oidc-provider-incomplete/bad-nothing': { '/members/index.html': 500 },
  'oidc-provider-incomplete/good-whole': { '/members/index.html': 302 },
  'oidc-redirect-uri-not-protected/bad-outside': { '/members/index.html': 302, '/redirect_uri': 404 },
  // the module's own page, which says that it was called without an answer of the provider
  'oidc-redirect-uri-not-protected/good-inside': { '/members/index.html': 302, '/members/redirect_uri': 200 },
  'oidc-scheme-or-host-mismatch/bad-other-host': { '/members/index.html': 500 },
  'oidc-scheme-or-host-mismatch/good-same': { '/members/index.html': 302 },
  'oidc-scheme-or-host-mismatch/good-relative': { '/members/index.html': 302 },
};

describe('mod_auth_openidc on the real server', () => {
  if (unable) it.skipIf(!process.env.CI)(`skipped, for ${unable}`, () => expect(unable).toBeNull());

  it.skipIf(unable).concurrent.each(Object.entries(answers))('%s', async (name, expected) => {
    const setup = setupOf(path.join(fixtures, 'rules', name));
    // without it the module takes the client for a script, and answers 401
    const requests = Object.keys(expected).map((at) => ({
      host: 'www.example.test',
      path: at,
      headers: { Accept: 'text/html' },
    }));
    const { observed } = await observe({ ...setup, requests });
    const statuses = observed.responses.map(({ status }, index) => [requests[index]!.path, status] as const);
    expect(observed.start_error).toBeNull();
    expect(Object.fromEntries(statuses)).toEqual(expected);
  });
});
