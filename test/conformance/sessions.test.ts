import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compare } from '../recorded.ts';
import { head } from './apache-lines.ts';
import type { CaseRequest, Setup } from './case.ts';
import { predictorOf } from './fixtures.ts';
import { missing, observe } from './server.ts';

const unable = missing('apache');

const modules = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_form',
  'request',
  'session',
  'session_cookie',
  'session_crypto',
  'dir',
];
const login = 'AuthType form\nAuthName "members only"\nAuthFormProvider file\nAuthUserFile @ROOT@/users\n';
const session = 'Session On\nSessionCookieName s path=/\n';
const page = 'AuthFormLoginRequiredLocation http://www.example.test/login.html\n';

/** Places with a form login, by their URL. */
const places: Readonly<Record<string, string>> = {
  plain: `${login}${session}Require valid-user`,
  off: `${login}Session Off\nRequire valid-user`,
  none: `${login}Require valid-user`,
  nameless: `AuthType form\nAuthUserFile @ROOT@/users\n${session}Require valid-user`,
  page: `${login}${session}${page}Require valid-user`,
  inner: `${login}${session}AuthFormLoginRequiredLocation /inner/login.html\nRequire valid-user`,
  document: `${login}${session}ErrorDocument 401 /login.html\nRequire valid-user`,
  success: `${login}${session}AuthFormLoginSuccessLocation http://www.example.test/done\nRequire valid-user`,
  both: `${login}${session}${page}AuthFormLoginSuccessLocation http://www.example.test/done\nRequire valid-user`,
  granted: `${login}${session}Require all granted`,
  bob: `${login}${session}${page}Require user bob`,
  lax: `${login}${session}AuthFormAuthoritative Off\nRequire valid-user`,
  fileless: `AuthType form\nAuthName x\n${session}Require valid-user`,
  gone: `AuthType form\nAuthName x\nAuthUserFile @ROOT@/nobody\n${session}${page}Require valid-user`,
  excluded: `${login}${session}SessionExclude /excluded\nRequire valid-user`,
  secret: `${login}${session}SessionCryptoPassphrase not-a-sample\nRequire valid-user`,
  'do/login': `SetHandler form-login-handler\n${login}${session}AuthFormLoginSuccessLocation http://www.example.test/done`,
  'do/bare': `SetHandler form-login-handler\n${login}${session}`,
  'do/page': `SetHandler form-login-handler\n${login}${session}${page}`,
  'do/inside': `SetHandler form-login-handler\n${login}${session}${page}Require valid-user`,
  'do/logout': `SetHandler form-logout-handler\n${session}AuthFormLogoutLocation http://www.example.test/bye`,
  'do/bye': `SetHandler form-logout-handler\n${session}`,
};

const sha1 = (password: string): string => `{SHA}${createHash('sha1').update(password).digest('base64')}`;
const users = `ann:${sha1('open sesame')}\nbob:${sha1('hunter two')}\n`;

function setupOf(loaded: readonly string[]): Omit<Setup, 'requests'> {
  const lines = [
    ...head(loaded),
    'DocumentRoot "@ROOT@/www"',
    '<Directory "@ROOT@/www">\nRequire all granted\n</Directory>',
    ...Object.entries(places).map(([name, text]) => `<Location "/${name}">\n${text}\n</Location>`),
  ];
  const pages = Object.keys(places).filter((name) => !name.startsWith('do/'));
  return {
    server: 'apache',
    entry: 'httpd.conf',
    files: {
      'httpd.conf': `${lines.join('\n')}\n`,
      users,
      'www/login.html': 'login\n',
      ...Object.fromEntries(pages.map((name) => [`www/${name}/index.html`, 'members\n'])),
    },
  };
}

const requests: CaseRequest[] = Object.keys(places).flatMap((name) => {
  const base = { host: 'www.example.test', path: name.startsWith('do/') ? `/${name}` : `/${name}/index.html` };
  return [
    base,
    { ...base, method: 'POST' },
    { ...base, user: 'ann', password: 'open sesame' },
    ...['open sesame', 'wrong'].map((password) => ({ ...base, user: 'ann', password, auth: 'form' as const })),
    { ...base, user: 'zoe', password: 'x', auth: 'form' as const },
  ];
});

describe('form logins on the real server', () => {
  if (unable) it.skipIf(!process.env.CI)(`skipped, for ${unable}`, () => expect(unable).toBeNull());

  it.skipIf(unable)('without a session, with a form posted, and at the login and logout handlers', async () => {
    const setup = setupOf(modules);
    const predictor = await predictorOf(setup);
    const { observed } = await observe({ ...setup, requests });
    const { wrong, unknown } = compare({ id: 'form', requests, observed }, predictor);
    expect(wrong).toEqual([]);
    expect(unknown).toEqual([]);
  });

  it.skipIf(unable).each(['session', 'request'])('mod_auth_form without mod_%s: no start', async (absent) => {
    const setup = setupOf(modules.filter((name) => name !== absent && !name.startsWith('session_')));
    const { files } = setup;
    // only the modules are in question
    const bare = {
      ...setup,
      files: { ...files, 'httpd.conf': String(files['httpd.conf']).replace(/<Location[\s\S]*/, '') },
    };
    const { observed } = await observe({ ...bare, requests: [] });
    expect(observed.start).toBe('refused');
    const { starts, startErrors } = await predictorOf(bare);
    expect([starts, startErrors[0]?.message]).toEqual(['no', expect.stringContaining(`mod_${absent} `)]);
  });
});
