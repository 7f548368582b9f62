import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type MemoryEntry, MemoryHost } from '../../../src/host/memory.ts';
import type { Status } from '../../../src/predict/answer.ts';
import { loadApache } from '../../../src/predict/apache/predictor.ts';
import { judge } from '../../../src/predict/judge.ts';
import { requestOf } from '../../../src/predict/request.ts';

const modules =
  'mpm_event authn_core authn_file authz_core authz_host authz_user authz_groupfile access_compat auth_basic auth_digest dir alias env setenvif headers rewrite autoindex allowmethods';

const login = 'AuthType Basic\nAuthName S\nAuthUserFile /etc/users\nRequire valid-user\n';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** A predictor for a small server: its text goes behind the usual head. */
function server(text: string, files: Record<string, MemoryEntry> = {}) {
  const head = `ServerRoot /etc/apache2\nListen 8080\nServerName example.test\nUser www-data\nGroup www-data\n${modules
    .split(' ')
    .map((name) => `LoadModule ${name}_module modules/mod_${name}.so\n`)
    .join('')}DocumentRoot /srv\n<Directory /srv>\nAllowOverride All\nRequire all granted\n</Directory>\n`;
  const host = new MemoryHost({
    '/srv/x': 'ok',
    '/srv/d/x': 'ok',
    '/srv/d/index.html': 'ok',
    // the password is "right"
    '/etc/users': 'alice:{SHA}0nofEXcSAJSXFLGvmfBIpBb11vQ=\n',
    ...files,
    '/etc/apache2/apache2.conf': head + text,
  });
  return loadApache(host, '/etc/apache2/apache2.conf');
}

function ask(predictor: ReturnType<typeof server>, request: Parameters<typeof requestOf>[0]) {
  return predictor.answer(requestOf({ host: 'example.test', ...request }));
}

function status(
  text: string,
  request: Parameters<typeof requestOf>[0],
  files: Record<string, MemoryEntry> = {},
): Status {
  const predictor = server(text, files);
  expect(predictor.startErrors).toEqual([]);
  return ask(predictor, request).status;
}

describe('answers that once differed from the real server', () => {
  test('of the loopback addresses only 127.0.0.1 has the name localhost', () => {
    const text = '<Location /d>\nRequire host localhost\n</Location>\n';
    expect(status(text, { path: '/d/x' })).toBe('pass');
    expect(status(text, { path: '/d/x', remote: '127.0.0.2' })).toBe(403);
  });

  test('a 401 of what FallbackResource leads to comes without a challenge', () => {
    const text = `<Location />\n${login}</Location>\n<Location /open>\nFallbackResource /d/x\nRequire all granted\n</Location>\n`;
    const predictor = server(text);
    const answer = (path: string) => ask(predictor, { path });
    expect(answer('/d/x')).toMatchObject({ status: 401, wwwAuthenticate: 'Basic realm="S"' });
    expect(answer('/open')).toMatchObject({ status: 401, wwwAuthenticate: null });
  });

  test('SSLRequire asks nothing of a plain connection', () => {
    const text =
      'LoadModule ssl_module modules/mod_ssl.so\n<Directory /srv/d>\nSSLRequire %{REMOTE_ADDR} eq "x"\n</Directory>\n';
    expect(status(text, { path: '/d/x' })).toBe('pass');
  });

  test('the name of the server is what the client calls it, unless UseCanonicalName says otherwise', () => {
    const named = (first: string): Status => {
      const text = `LoadModule vhost_alias_module m.so\n<VirtualHost *:8080>\n${first}ServerName a.test\nServerAlias b.test\n<Location /d>\nRequire expr %{SERVER_NAME} == 'b.test'\n</Location>\n</VirtualHost>\n`;
      return status(text, { path: '/d/x', host: 'b.test' });
    };
    expect(named('')).toBe('pass');
    expect(named('UseCanonicalName On\n')).toBe(403);
    const inside = (flag: string): Status =>
      status(`<Directory /srv/d>\nUseCanonicalName ${flag}\nRequire expr %{SERVER_NAME} == 'b.test'\n</Directory>\n`, {
        path: '/d/x',
        host: 'b.test',
      });
    expect(inside('Off')).toBe('pass');
    expect(inside('On')).toBe(403);
    expect(inside('DNS')).toBe('unknown');
  });

  test('the path of a <Directory> and the name of a <Files> are taken without their dots', () => {
    const section = (opening: string): Status =>
      status(`${opening}\n${login}</${opening.slice(1).split(' ')[0]}>\n`, { path: '/d/x' });
    expect(section('<Directory /srv/e/../d>')).toBe(401);
    expect(section('<Directory /srv/e/../d*>')).toBe(401);
    expect(section('<Directory /srv/./d/x>')).toBe(401);
    expect(section('<Files ./x>')).toBe(401);
    expect(section('<Files d/x>')).toBe('pass');
  });

  test('what stands in <RequireAll> beside Require is for the section around it', () => {
    const text = `<Location /d>\n<RequireAll>\nRequire all granted\n${login}<Limit POST>\nRequire user bob\n</Limit>\n</RequireAll>\n</Location>\n`;
    const alice = { path: '/d/x', user: 'alice', password: 'right' };
    expect(status(text, { path: '/d/x' })).toBe(401);
    expect(status(text, alice)).toBe('pass');
    expect(status(text, { ...alice, method: 'POST' })).toBe(401);
  });

  test('a directory that cannot be asked decides nothing for who is let in without it, or has not logged in', () => {
    const text = `LoadModule ldap_module m.so\nLoadModule authnz_ldap_module m.so\n<Location /d>\n${login.replace('valid-user', 'user alice')}Require ldap-group cn=staff\n</Location>\n`;
    const users = { '/etc/users': 'alice:{SHA}0nofEXcSAJSXFLGvmfBIpBb11vQ=\nbob:{SHA}0nofEXcSAJSXFLGvmfBIpBb11vQ=\n' };
    const asked = (user: string | null): Status => status(text, { path: '/d/x', user, password: 'right' }, users);
    expect(asked(null)).toBe(401);
    expect(asked('alice')).toBe('pass');
    expect(asked('bob')).toBe('unknown');
  });

  test('a missing file of DBM fails as one of htpasswd does', () => {
    const text = `LoadModule authn_dbm_module m.so\n<Location /d>\n${login}AuthBasicProvider dbm\nAuthDBMUserFile /etc/dbm\n</Location>\n`;
    const request = { path: '/d/x', user: 'alice', password: 'right' };
    expect(status(text, request)).toBe(500);
    expect(status(text, request, { '/etc/dbm.pag': '' })).toBe('unknown');
  });

  test('VirtualDocumentRoot makes a folder of the name of the host', () => {
    const at = (template: string, host: string, path = '/x'): Status => {
      const text = `LoadModule vhost_alias_module m.so\nVirtualDocumentRoot ${template}\nVirtualScriptAlias /srv/%1/cgi\n<Directory /srv/d>\nRequire all denied\n</Directory>\n`;
      return status(text, { path, host });
    };
    expect(at('/srv/%1', 'd.example.test')).toBe(403);
    expect(at('/srv/%1', 'e.example.test')).toBe('pass');
    expect(at('/srv/%-3/', 'd.example.test')).toBe(403);
    expect(at('/srv/%2.1', 'a.D.test')).toBe(403);
    expect(at('/srv/%2.-1', 'a.add.test')).toBe(403);
    expect(at('/srv/%2.-1+', 'a.add.test')).toBe('pass');
    expect(at('/srv/%4', 'd.example.test')).toBe('pass');
    expect(at('/srv/e', 'd.example.test', '/cgi-bin/x')).toBe(403);
    expect(at('/srv', 'd.example.test', '/d/x')).toBe(403);
  });

  test('mod_authn_socache knows nobody that the providers after it do not know', () => {
    const cache = 'LoadModule authn_socache_module m.so\n';
    const folder = (providers: string): string =>
      `${cache}<Directory /srv/d>\n${login}AuthBasicProvider ${providers}\n</Directory>\n`;
    const right = { path: '/d/x', user: 'alice', password: 'right' };
    expect(status(folder('socache file'), right)).toBe('pass');
    expect(status(folder('socache file'), { ...right, password: 'wrong' })).toBe(401);
    expect(status(folder('socache'), right)).toBe(401);
  });

  test('Digest: an alias of the cache lends its settings to no provider after it', () => {
    const digests = { '/etc/digests': `alice:S:${md5('alice:S:right')}\n` };
    const text =
      'LoadModule authn_socache_module m.so\n<AuthnProviderAlias socache cache>\nAuthUserFile /etc/none\n</AuthnProviderAlias>\n' +
      '<Directory /srv/d>\nAuthType Digest\nAuthName S\nAuthUserFile /etc/digests\nAuthDigestProvider cache file\nRequire valid-user\n</Directory>\n';
    const right = { path: '/d/x', user: 'alice', password: 'right', auth: 'digest' } as const;
    expect(status(text, right, digests)).toBe('pass');
    expect(status(text, { ...right, password: 'wrong' }, digests)).toBe(401);
  });

  test('Digest: without a provider and without mod_authn_file nobody can be looked up', () => {
    const text = '<Directory /srv/d>\nAuthType Digest\nAuthName S\nRequire valid-user\n</Directory>\n';
    const host = new MemoryHost({
      '/srv/d/x': 'ok',
      '/etc/apache2/apache2.conf':
        'ServerRoot /etc/apache2\nListen 8080\nServerName example.test\nDocumentRoot /srv\n' +
        ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'auth_digest']
          .map((name) => `LoadModule ${name}_module modules/mod_${name}.so\n`)
          .join('') +
        text,
    });
    const predictor = loadApache(host, '/etc/apache2/apache2.conf');
    expect(predictor.startErrors).toEqual([]);
    const right = { path: '/d/x', user: 'alice', password: 'right', auth: 'digest' } as const;
    expect(ask(predictor, right)).toMatchObject({ status: 500, because: [{ code: 'apache-auth-provider-missing' }] });
    expect(ask(predictor, { path: '/d/x' }).status).toBe(401);
  });

  test('what is nested in <If> is left out for the index that a folder leads to', () => {
    const text =
      '<Directory /srv/d>\n<If "true">\nRequire all denied\n<If "true">\nRequire all granted\n</If>\n</If>\n</Directory>\n';
    expect(status(text, { path: '/d/x' })).toBe('pass');
    expect(status(text, { path: '/d/' })).toBe(403);
  });

  test('a rule with R is passed over in subrequests, whatever its status', () => {
    const text = 'RewriteEngine On\nRewriteRule index - [R=404]\n';
    expect(status(text, { path: '/d/' })).toBe('pass');
    expect(status(text, { path: '/d/index.html' })).toBe(404);
  });

  test('a later rule takes the target of a redirect and leaves its status', () => {
    const files = { '/srv/d/.htaccess': 'RewriteEngine On\nRewriteRule x http://y.test/ [R]\nRewriteRule .* /x [L]\n' };
    expect(status('', { path: '/d/x' }, files)).toBe(302);
  });

  test('HEAD counts as GET for AllowMethods, and an unknown method is none of them', () => {
    const text = '<Location /d>\nAllowMethods GET\n</Location>\n';
    expect(status(text, { method: 'HEAD', path: '/d/x' })).toBe('pass');
    expect(status(text, { method: 'get', path: '/d/x' })).toBe(405);
  });

  test('a file that the worker may not read is refused, to POST as to GET', () => {
    const files = { '/srv/d/secret': { text: 'x', mode: 0o600 } };
    expect(status('', { path: '/d/secret' }, files)).toBe(403);
    expect(status('', { method: 'POST', path: '/d/secret' }, files)).toBe(403);
  });

  test('an error page that needs a login brings its challenge along', () => {
    const text = `ErrorDocument 403 /p/page\nRewriteEngine On\nRewriteRule ^/no - [F]\n<Location /p>\n${login}</Location>\n`;
    const answer = ask(server(text), { path: '/no' });
    expect(answer).toMatchObject({ status: 403, wwwAuthenticate: 'Basic realm="S"' });
  });

  test('an error page elsewhere turns missing content into a redirect', () => {
    expect(status('ErrorDocument 404 http://y.test/\n', { path: '/nope' })).toBe(302);
  });

  test('a fragment or an asterisk is no target for GET', () => {
    expect(status('', { path: '/x#y' })).toBe(400);
    expect(status('', { path: '*' })).toBe(400);
    expect(status('', { method: 'OPTIONS', path: '*' })).toBe('pass');
  });

  test('a digest realm with quotes is never the one that the client sends back', () => {
    const digest = (name: string) =>
      `<Location />\nAuthType Digest\nAuthName ${name}\nAuthUserFile /etc/digest\nRequire valid-user\n</Location>\n`;
    // the hash of alice, the realm and "right"
    const files = { '/etc/digest': 'alice:S:3f8fd6e4dbb6b3acef6fa40b58a3e5b4\n' };
    const request = { path: '/x', user: 'alice', password: 'wrong', auth: 'digest' } as const;
    const codes = (name: string) => ask(server(digest(name), files), request).because.map(({ code }) => code);
    expect(codes('S')).toContain('apache-password-wrong');
    expect(codes(`'say "x"'`)).toContain('apache-digest-realm-mismatch');
  });

  test('under Nonfatal, lines that are not allowed are passed over', () => {
    const text = '<Directory /srv/d>\nAllowOverride Nonfatal=Override\n</Directory>\n';
    expect(status(text, { path: '/d/x' }, { '/srv/d/.htaccess': login })).toBe('pass');
  });
});

describe('what cannot be seen', () => {
  test('the name of a client makes the answer unknown only where it matters', () => {
    const strict = '<Location /d>\nRequire host example.org\n</Location>\n';
    expect(status(strict, { path: '/d/x', remote: '8.8.8.8' })).toBe('unknown');
    const open = '<Location /d>\nRequire host example.org\nRequire all granted\n</Location>\n';
    expect(status(open, { path: '/d/x', remote: '8.8.8.8' })).toBe('pass');
  });

  test('a password is no part of a message', () => {
    const answer = ask(server(`<Location />\n${login}</Location>\n`), {
      path: '/x',
      user: 'alice',
      password: 'hunter2-secret',
    });
    expect(JSON.stringify(answer, (key, value) => (key === 'source' ? undefined : value))).not.toContain('hunter2');
  });
});

describe('places', () => {
  const targets = (predictor: ReturnType<typeof server>) => predictor.places().map(({ target }) => target);

  test('sections, files and .htaccess that mean a login', () => {
    const predictor = server(
      `<Directory /srv/d>\n<Files "secret.txt">\n${login}</Files>\n</Directory>\n<Location /loc>\n${login}</Location>\n` +
        `<LocationMatch "^/m/(a|b)/">\n${login}</LocationMatch>\n<Location /free>\nRequire ip 10.0.0.0/8\n</Location>\n`,
      { '/srv/h/.htaccess': login, '/srv/h/page': 'x', '/srv/node_modules/.htaccess': login },
    );
    expect(targets(predictor).sort()).toEqual(['/d/secret.txt', '/h/page', '/loc', '/m/a/']);
  });

  test('an outsider is none of the addresses that rules name', () => {
    const predictor = server(`<Location />\n${login}Require ip 203.0.113.0/24\n</Location>\n`);
    const [place] = predictor.places();
    expect(place!.request.remote).toBe('198.51.100.77');
    expect(place!.remotes).toEqual(['203.0.113.1']);
  });

  test('the users of a provider that an alias names are tried', () => {
    const alias = '<AuthnProviderAlias file staff>\nAuthUserFile /etc/users\n</AuthnProviderAlias>\n';
    const settings = login.replace('AuthUserFile /etc/users', 'AuthBasicProvider staff\nAuthBasicAuthoritative Off');
    const predictor = server(`${alias}<Location /d>\n${settings}</Location>\n`);
    const [place] = predictor.places();
    expect(place!.users()).toEqual(['alice']);
    expect(judge(predictor, place!).verdict).toBe('works');
  });

  test('a folder without index that is open for reading is judged by the method that asks for a login', () => {
    const settings = login.replace(
      'Require valid-user',
      '<LimitExcept GET PROPFIND>\nRequire valid-user\n</LimitExcept>',
    );
    const predictor = server(`<Location /e>\n${settings}</Location>\n`, { '/srv/e/x': 'ok' });
    const [place] = predictor.places();
    expect(place!.request.method).toBe('POST');
    expect(judge(predictor, place!).verdict).toBe('works');
  });

  test('a .htaccess that nobody reads leaves its place open, and the answer says why', () => {
    const text = '<Directory /srv/h>\nAllowOverride None\n</Directory>\n';
    const predictor = server(text, { '/srv/h/.htaccess': login, '/srv/h/page': 'x' });
    const judged = predictor.places().map((place) => judge(predictor, place));
    expect(judged.map(({ verdict }) => verdict)).toEqual(['open']);
    expect(judged[0]!.anonymous.because.map(({ code }) => code)).toContain('apache-htaccess-ignored');
  });

  test('a fragment without DocumentRoot is judged by the folders that it names', () => {
    const host = new MemoryHost({
      '/etc/users': 'alice:{SHA}x\n',
      '/var/www/p/page': 'x',
      '/conf/p.conf': `<Directory /var/www/p>\n${login}</Directory>\n`,
    });
    const predictor = loadApache(host, '/conf/p.conf', { fragment: true });
    const [place] = predictor.places();
    expect(place!.target).toBe('/var/www/p/page');
    expect(predictor.answer(place!.request).status).toBe(401);
  });

  test('a virtual host is asked by its own name', () => {
    const predictor = server(
      `<VirtualHost *:8080>\nServerName a.test\nDocumentRoot /srv/d\n</VirtualHost>\n<VirtualHost *:8080>\nServerName b.test\nDocumentRoot /srv/h\n<Location />\n${login}</Location>\n</VirtualHost>\n`,
      { '/srv/h/page': 'x' },
    );
    const [place] = predictor.places();
    expect(place).toMatchObject({ target: 'b.test/', request: { host: 'b.test', port: 8080 } });
    expect(predictor.answer(place!.request).status).toBe(401);
    expect(place!.users()).toEqual(['alice']);
  });
});

test('Satisfy Any that lets in by the Require lines says so', () => {
  const text =
    'LoadModule access_compat_module m.so\n<Directory /srv/d>\nDeny from all\nAllow from 10.1\nSatisfy Any\n</Directory>\n';
  const answer = ask(server(text), { path: '/d/x' });
  expect(answer.status).toBe('pass');
  expect(answer.because.map(({ code }) => code)).toContain('apache-satisfy-any-granted');
});

test('patterns of <Directory> are not looked at again for what a request leads to in the same folder', () => {
  const shut = (line: string): string => `${line}\nRequire all denied\n</Directory>\n`;
  for (const text of [shut('<Directory ~ "/d/index">'), shut('<Directory /srv/d/*>')]) {
    expect(status(text, { path: '/d/index.html' })).toBe(403);
    expect(status(text, { path: '/d/' })).toBe('pass');
  }
  const rewritten = { '/srv/.htaccess': 'RewriteEngine On\nRewriteRule ^go$ x\nRewriteRule ^far$ d/x\n' };
  const text = shut('<Directory ~ "/(d/)?x$">');
  expect(status(text, { path: '/x' }, rewritten)).toBe(403);
  expect(status(text, { path: '/go' }, rewritten)).toBe('pass');
  expect(status(text, { path: '/far' }, rewritten)).toBe(403);
});

test('SetEnv comes after the login, and what the request leads to sees it', () => {
  const text =
    'SetEnv STAGE test\n<Directory /srv>\nRequire env STAGE\n</Directory>\n<Directory /srv/d>\nAllowOverride All\nRequire all granted\n<If "%{ENV:STAGE} == \'test\'">\nRequire all denied\n</If>\n</Directory>\n';
  expect(status(text, { path: '/x' })).toBe(403);
  expect(status(text, { path: '/d/index.html' })).toBe('pass');
  expect(status(text, { path: '/d/' })).toBe(403);
});

test('a Host that httpd takes for no name of a host is a bad request', () => {
  const asked = ['example.test', 'ex_ample.test.', '127.0.0.1', 'ex*ample', '10.1', '010.0.0.1', '0', 'ümlaut.test'];
  const statuses = asked.map((host) => ask(server(''), { host, path: '/x' }).status);
  expect(statuses).toEqual(['pass', 'pass', 'pass', 400, 400, 400, 400, 400]);
});

test('a header that is set early takes the place of the login that was sent', () => {
  const set = `RequestHeader set Authorization "Basic ${btoa('alice:right')}" early\n`;
  const place = `<Directory /srv>\n${login}</Directory>\n`;
  const wrong = { user: 'alice', password: 'wrong' };
  expect(status(set + place, { path: '/x' })).toBe('pass');
  expect(status(set + place, { path: '/x', ...wrong })).toBe('pass');
  expect(status(`${set}RequestHeader unset Authorization early\n${place}`, { path: '/x' })).toBe(401);
  expect(status(`RequestHeader unset Authorization early\n${set}${place}`, { path: '/x' })).toBe('pass');
});

test('a comment behind DirectoryIndex asks for the folder itself again and again', () => {
  const text = 'DirectoryIndex none.html # the start page\n';
  expect(status(text, { path: '/d/' })).toBe(500);
  expect(status('DirectoryIndex index.html # the start page\n', { path: '/d/' })).toBe('pass');
});
