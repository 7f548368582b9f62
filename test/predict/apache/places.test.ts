import { expect, test } from 'vitest';
import { type MemoryEntry, MemoryHost } from '../../../src/host/memory.ts';
import { loadApache } from '../../../src/predict/apache/predictor.ts';
import { judge } from '../../../src/predict/judge.ts';

const modules =
  'mpm_event authn_core authn_file authz_core authz_host authz_user auth_basic dir alias env setenvif rewrite userdir access_compat proxy proxy_http';
const login = 'AuthType Basic\nAuthName S\nAuthUserFile /etc/users\nRequire valid-user\n';
const folder = (path: string, text: string): string => `<Directory ${path}>\n${text}</Directory>\n`;
const host = (name: string, text: string): string => `<VirtualHost *:80>\nServerName ${name}\n${text}</VirtualHost>\n`;
const granted = 'Require all granted\n';

function load(text: string, files: Record<string, MemoryEntry> = {}) {
  const head = `ServerRoot /etc/apache2\nListen 80\nServerName main.test\n${modules
    .split(' ')
    .map((name) => `LoadModule ${name}_module modules/mod_${name}.so\n`)
    .join('')}`;
  const disk = new MemoryHost({
    '/etc/users': 'ann:x\n',
    '/srv/www/index.html': 'ok',
    '/srv/www/admin/index.html': 'ok',
    '/srv/a/index.html': 'ok',
    '/srv/b/index.html': 'ok',
    ...files,
    '/etc/apache2/apache2.conf': head + text,
  });
  const predictor = loadApache(disk, '/etc/apache2/apache2.conf');
  expect(predictor.startErrors).toEqual([]);
  return predictor;
}

/** The places of a configuration with what a stranger gets there. */
function places(text: string, files: Record<string, MemoryEntry> = {}): string[] {
  const predictor = load(text, files);
  return predictor.places().map(({ target, request }) => `${target} ${predictor.answer(request).status}`);
}

test('a <Directory> in a host is judged by that host, though another serves the same folder', () => {
  const root = 'DocumentRoot /srv/www\n';
  const text =
    host('plain.test', root + folder('/srv/www', granted)) + host('staff.test', root + folder('/srv/www', login));
  expect(places(text)).toEqual(['staff.test/index.html 401']);
});

test('a <Directory> of the last of many hosts with one root is found', () => {
  const root = 'DocumentRoot /srv/www\n';
  const others = Array.from({ length: 20 }, (_, index) => host(`h${index}.test`, root)).join('');
  expect(places(others + host('last.test', root + folder('/srv/www/admin', login)))).toEqual([
    'last.test/admin/index.html 401',
  ]);
  expect(places(others + host('last.test', root + folder('/srv', login)))).toEqual(['last.test/index.html 401']);
});

test('where one host redirects everybody, a login is judged by the host that is left', () => {
  const hosts =
    host('plain.test', 'DocumentRoot /srv/www\nRedirect / https://staff.test/\n') +
    host('staff.test', 'DocumentRoot /srv/www\n');
  expect(places(folder('/srv/www', login) + hosts)).toEqual(['staff.test/index.html 401']);
  expect(places(`<Location /admin>\n${login}</Location>\n${hosts}`)).toEqual(['staff.test/admin 401']);
  const open = folder('/srv/www', `AllowOverride All\n${granted}`);
  expect(places(open + hosts, { '/srv/www/.htaccess': login })).toEqual(['staff.test/index.html 401']);
});

test('a login for the folder above is judged where no deeper section overrides it', () => {
  const text =
    folder('/srv', login) +
    host('a.test', `DocumentRoot /srv/a\n${folder('/srv/a', granted)}`) +
    host('b.test', 'DocumentRoot /srv/b\n');
  expect(places(text)).toEqual(['b.test/index.html 401']);
  expect(places(`DocumentRoot /srv/b\n${folder('/', login)}`)).toEqual(['/index.html 401']);
});

test('a .htaccess file above the document root counts where it is read', () => {
  const files = { '/srv/.htaccess': login };
  const root = 'DocumentRoot /srv/b\n';
  expect(places(root + folder('/srv', `AllowOverride All\n${granted}`), files)).toEqual(['/index.html 401']);
  expect(places(root + folder('/srv', `AllowOverride None\n${granted}`), files)).toEqual([]);
  // no line is permitted where no AllowOverride was ever said, and yet the file is read
  expect(places(root + folder('/srv', granted), files)).toEqual(['/index.html 500']);
});

test('a folder that the main server gives out to nobody is found at the host that does', () => {
  const text =
    `DocumentRoot /srv/www\n${folder('/srv', granted)}${folder('/srv/www/admin', login)}` +
    host('a.test', 'DocumentRoot /srv/a\n') +
    host('b.test', 'DocumentRoot /srv/www\n');
  expect(places(text)).toEqual(['b.test/admin/index.html 401']);
});

test('<Files> of the main server, which has no root of its own, is judged by a host', () => {
  const text = `<Files index.html>\n${login}</Files>\n`;
  expect(places(text + host('a.test', `DocumentRoot /srv/a\n${folder('/srv/a', granted)}`))).toEqual([
    'a.test/index.html 401',
  ]);
});

test('home folders, wildcards and AliasMatch have URLs too', () => {
  const files = { '/home/joe/public_html/x.html': 'ok', '/srv/apps/one/static/x.html': 'ok' };
  const users = `DocumentRoot /srv/www\nUserDir /home/*/public_html\n`;
  expect(places(users + folder('/home/*/public_html', login), files)).toEqual(['/~joe/x.html 401']);
  const apps = `DocumentRoot /srv/www\nAliasMatch ^/app/(\\w+)/static/(.*)$ /srv/apps/$1/static/$2\n`;
  expect(places(apps + folder('/srv/apps', login), files)).toEqual(['/app/x/static/ 401']);
});

test('a file that a variable lets through alone does not stand for its folder', () => {
  const text = `DocumentRoot /srv/www\nSetEnvIf Request_URI "^/hook" free\n${folder('/srv/www', `${login}Require env free\n`)}`;
  expect(places(text, { '/srv/www/hook.php': 'ok', '/srv/www/x.php': 'ok' })).toEqual(['/index.html 401']);
  const all = text.replace('"^/hook"', '"^/"');
  expect(places(all, { '/srv/www/hook.php': 'ok' })).toEqual(['/hook.php pass']);
});

test('<Files> within a pattern of folders is a place of its own, where the folder is there', () => {
  const files = `<Files x.cgi>\n${login}</Files>\n`;
  const text = `DocumentRoot /srv/www\n${folder('/srv', granted)}<DirectoryMatch "^/srv/(www|other)/admin">\n${files}</DirectoryMatch>\n`;
  expect(places(text)).toEqual(['/admin/x.cgi 401']);
  expect(places(text.replace('www|other', 'nowhere'))).toEqual([]);
});

test('a pattern that leaves paths out has a sample that is not left out', () => {
  const text = `DocumentRoot /srv/www\n${folder('/srv', granted)}<Location ~ "^/(?!open|free)">\n${login}</Location>\n`;
  expect(places(text)).toEqual(['/ 401']);
});

/** The verdict on each place. */
function verdicts(text: string): string[] {
  const predictor = load(`DocumentRoot /srv/www\n${text}`);
  return predictor.places().map((place) => `${place.target} ${judge(predictor, place).verdict}`);
}

test('who is let in by address does not make a login work that nobody else can pass', () => {
  const lost = login.replace('/etc/users', '/etc/nowhere');
  expect(verdicts(folder('/srv', `Require ip 10.1\n${lost}`))).toEqual(['/index.html broken']);
  const old = 'Order deny,allow\nDeny from all\nAllow from 10.1\nSatisfy Any\n';
  expect(verdicts(folder('/srv', lost + old))).toEqual(['/index.html broken']);
  // every login needs the address too
  const both = '<RequireAll>\nRequire ip 10.1\nRequire valid-user\n</RequireAll>\n';
  expect(verdicts(folder('/srv', lost.replace('Require valid-user\n', both)))).toEqual(['/index.html broken']);
});

test('a login below a rule for addresses is judged from an address that is let in', () => {
  const user = login.replace('/etc/users', '/etc/right');
  const text = (above: string, below: string): string[] => {
    const predictor = load(`DocumentRoot /srv/www\n${folder('/srv', above)}${folder('/srv/www/admin', user + below)}`, {
      '/etc/right': 'ann:{SHA}1X6F3/SZWE5hWG6VwJ0V0fPBZ4A=\n',
    });
    return predictor.places().map((place) => judge(predictor, place).verdict);
  };
  expect(text('Require ip 10.1\n', 'AuthMerging And\n')).toEqual(['works']);
  expect(text('Require all denied\n', 'AuthMerging And\n')).toEqual(['forbidden']);
  expect(text('Order deny,allow\nDeny from all\nAllow from 10.1\nRequire all granted\n', '')).toEqual(['works']);
});

test('a <Proxy> section is judged by a URL that is sent to where it counts', () => {
  const text = `DocumentRoot /srv/www\nProxyPass /other http://other.test/\nProxyPass /app http://app.test/\n`;
  expect(places(`${text}<Proxy "http://app.test/*">\n${login}</Proxy>\n`)).toEqual(['/app 401']);
  expect(places(`${text}<ProxyMatch "^http://(app|x)">\n${login}</ProxyMatch>\n`)).toEqual(['/app 401']);
  expect(places(`${text}<Proxy "http://nowhere.test/">\n${login}</Proxy>\n`)).toEqual([]);
});

test('where a variable tells which paths need the login, one of those stands for the folder', () => {
  const some = (pattern: string): string =>
    `SetEnvIf ${pattern} SECURED\n${folder('/srv', `${login}Satisfy Any\nOrder allow,deny\nAllow from all\nDeny from env=SECURED\n`)}`;
  expect(places(`DocumentRoot /srv/www\n${some('Request_URI "^/(admin|login)"')}`)).toEqual(['/admin 401']);
  const staging = some('Host "^staging\\.main\\.test$"');
  expect(places(`DocumentRoot /srv/www\n${staging}`)).toEqual(['staging.main.test/index.html 401']);
  // which requests those are cannot be told
  expect(verdicts(some('User-Agent ^Browser'))).toEqual(['/index.html unknown']);
});

test('folders behind links: a .htaccess file counts there, a <Directory> for what the link leads to does not', () => {
  const files = { '/srv/www/app': { symlink: '../../opt/app' }, '/opt/app/x.html': 'ok' };
  const root = `DocumentRoot /srv/www\n${folder('/srv/www', `AllowOverride All\nOptions FollowSymLinks\n${granted}`)}`;
  expect(places(root, { ...files, '/opt/app/.htaccess': login })).toEqual(['/app/x.html 401']);
  expect(places(root + folder('/opt/app', login), files)).toEqual(['/app/x.html pass']);
  expect(places(root + folder('/srv/www/app', login), files)).toEqual(['/app/x.html 401']);
  // links that lead in circles, or out of what is there
  const lost = { '/srv/www/a': { symlink: 'b' }, '/srv/www/b': { symlink: 'a' }, '/srv/www/up': { symlink: '..' } };
  expect(places(root + folder('/opt/app', login), { ...lost, '/opt/app/x.html': 'ok' })).toEqual([]);
});

test('a pattern of <Directory> is judged by a folder that is there, and by no path that httpd would not compare with it', () => {
  const section = (pattern: string): string =>
    `DocumentRoot /srv/www\n${folder('/srv', granted)}<DirectoryMatch "${pattern}">\n${login}</DirectoryMatch>\n`;
  expect(places(section('/www/(nowhere|admin)'))).toEqual(['/admin 401']);
  expect(places(section('/www/nowhere'))).toEqual([]);
});

test('a <Directory> that names a file, or a wildcard that only files match, is judged by the file', () => {
  const files = { '/srv/www/report.html': 'ok' };
  const root = `DocumentRoot /srv/www\n${folder('/srv', granted)}`;
  expect(places(root + folder('/srv/www/report.html', login), files)).toEqual(['/report.html 401']);
  expect(places(root + folder('/srv/www/rep*', login), files)).toEqual(['/report.html 401']);
});

test('an expression that spares parts of the site the login: a request that is asked for one stands for the place', () => {
  const at = (expression: string): string[] =>
    places(`DocumentRoot /srv/www\n${folder('/srv/www/admin', `Require expr ${expression}\n${login}`)}`);
  expect(at('%{REQUEST_URI} !~ m#^/admin/secret#')).toEqual(['/admin/secret 401']);
  expect(at("%{HTTP_HOST} != 'staging.test'")).toEqual(['staging.test/admin/index.html 401']);
  expect(at("! (%{QUERY_STRING} -strmatch '*service=push*')")).toEqual(['/admin/index.html?xservice=pushx 401']);
  expect(at("%{REQUEST_METHOD} == 'GET'")).toEqual(['/admin/index.html 401']);
  const verdict = (expression: string): string[] =>
    verdicts(`DocumentRoot /srv/www\n${folder('/srv/www/admin', `Require expr ${expression}\n${login}`)}`);
  expect(verdict("%{QUERY_STRING} != 'a' || %{HTTP:X-A} == 'b'")).toEqual(['/admin/index.html?a locked-out']);
  expect(verdict('toupper(%{REQUEST_URI}) != "/X"')).toEqual(['/admin/index.html unknown']);
  expect(verdict("%{HTTP_USER_AGENT} != 'bot'")).toEqual(['/admin/index.html open']);
  expect(verdict("%{REMOTE_ADDR} != '192.0.2.1'")).toEqual(['/admin/index.html open']);
});

test('a login for what lies behind a file has no door to the file itself', () => {
  const text = `DocumentRoot /srv/www\n${folder('/srv/www', granted)}<LocationMatch "^/index.html/[^/]+/login">\n${login}</LocationMatch>\n`;
  const [place] = load(text).places();
  expect(place!.target).toBe('/index.html/x/login');
  expect(place!.doors!()).toEqual([]);
});

test('where the modules are not known, those of older releases are known to be gone', () => {
  const found = (module: string): number => {
    const text = folder('/srv/www', `Require all granted\n<IfModule ${module}>\n${login}</IfModule>\n`);
    const disk = new MemoryHost({ '/srv/www/index.html': 'ok', '/etc/users': 'ann:x\n', '/site.conf': text });
    return loadApache(disk, '/site.conf', { fragment: true }).places().length;
  };
  expect(found('mod_auth.c')).toBe(1);
  expect(found('mod_auth_mellon.c')).toBe(0);
});

test('who comes from this machine, or from a host with a name, is told from everybody else', () => {
  const verdict = (line: string): string => {
    const predictor = load(
      `<AuthzProviderAlias ip office 192.0.2.1>\n</AuthzProviderAlias>\nDocumentRoot /srv/www\n${folder('/srv/www/admin', `<RequireAll>\n${line}\n${login}</RequireAll>\n`)}`,
      { '/etc/users': 'ann:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=\n' },
    );
    return judge(predictor, predictor.places()[0]!).verdict;
  };
  expect(verdict('Require local')).toBe('works');
  expect(verdict('Require ip 192.0.2.1')).toBe('works');
  expect(verdict('Require office')).toBe('works');
  expect(verdict('Require host office.example')).toBe('unknown');
  expect(verdict('Require all denied')).toBe('forbidden');
});

test('what a .htaccess file means is the same under whichever AllowOverride it is read', () => {
  const at = (allowed: string, text: string): string[] =>
    places(`DocumentRoot /srv/www\n${folder('/srv', `AllowOverride ${allowed}\n${granted}`)}`, {
      '/srv/www/.htaccess': text,
    });
  const settings = login.replace('Require valid-user\n', '');
  for (const allowed of ['All', 'AuthConfig FileInfo']) {
    expect(at(allowed, `${settings}<Files index.html>\nRequire valid-user\n</Files>\n`)).toEqual(['/index.html 401']);
    expect(at(allowed, `<If "%{HTTP_HOST} == 'a.test'">\n${login}</If>\n`)).toEqual(['a.test/index.html 401']);
    expect(at(allowed, `<IfModule mod_auth.c>\n${login}</IfModule>\n`)).toEqual(['/index.html pass']);
  }
});

test('a variable that tells parts of the site spares them the login; one that tells clients who are kept out opens all', () => {
  const verdict = (lines: string): string | undefined => {
    const text = `DocumentRoot /srv/www\n${folder('/srv/www/admin', `AuthType Basic\nAuthName S\nAuthUserFile /etc/users\n${lines}`)}`;
    const predictor = load(text);
    return predictor.places().map((place) => judge(predictor, place).verdict)[0];
  };
  const granted = (but: string): string => `<RequireAll>\nRequire all granted\nRequire not ${but}\n</RequireAll>\n`;
  const spared = `${granted('env staging')}Require valid-user\n`;
  expect(verdict(`SetEnvIf Host ^staging staging\n${spared}`)).toBe('locked-out');
  expect(verdict(`SetEnvIf X-Stage . staging\n${spared}`)).toBe('unknown');
  expect(verdict(`SetEnvIf User-Agent bot staging\n${spared}`)).toBe('open');
  expect(verdict(`SetEnvIf Host ^staging staging\n${granted('env staging')}`)).toBe('open');
  expect(verdict(`${granted('ip 10.0.0.0/8')}Require valid-user\n`)).toBe('open');
  const any = 'Order deny,allow\nDeny from all\nAllow from env=!live\nSatisfy any\nRequire valid-user\n';
  expect(verdict(`SetEnvIf X-Stage . live\n${any}`)).toBe('unknown');
});

test('VirtualDocumentRoot: what lies below it is judged by a host whose name leads there', () => {
  const files = { '/srv/sites/shop/www/staff/index.html': 'ok', '/srv/sites/blog/www/index.html': 'ok' };
  const root = (template: string, names = ''): string =>
    `LoadModule vhost_alias_module m.so\nDocumentRoot /srv/www\nVirtualDocumentRoot ${template}\n${names}${folder('/srv', `AllowOverride All\n${granted}`)}`;
  const htaccess = { ...files, '/srv/sites/shop/www/staff/.htaccess': login, '/srv/sites/blog/www/.htaccess': login };
  const found = ['shop/staff/index.html 401', 'blog/index.html 401'];
  expect(places(root('/srv/sites/%0/www'), htaccess)).toEqual(found.toReversed());
  const alias = host('any.test', `ServerAlias *.any.test\n${root('/srv/sites/%1/www/')}`);
  expect(places(alias, htaccess)).toEqual(['blog.any.test/index.html 401', 'shop.any.test/staff/index.html 401']);
  expect(places(root('/srv/sites/%-3/www'), htaccess)).toEqual([
    'blog.example.test/index.html 401',
    'shop.example.test/staff/index.html 401',
  ]);
  expect(places(root('/srv/sites/%0/www') + folder('/srv/sites/*/www/staff', login), files)).toEqual([found[0]]);
  expect(places(root('/srv/sites/%0/www') + folder('/srv/sites/new/www/staff', login))).toEqual([]);
  expect(places(root('/srv/sites/%0/www') + folder('/srv/www/admin', login))).toEqual([]);
  expect(places(root('none') + folder('/srv/www/admin', login))).toEqual(['/admin/index.html 401']);
  // the name is always the server's own
  expect(places(`UseCanonicalName On\n${root('/srv/sites/%0/www')}`, htaccess)).toEqual([]);
});

test('UserDir: what lies in the home of a user who has one is judged by its URL', () => {
  const files = {
    '/etc/passwd':
      'root:x:0:0::/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\nbob:x:1001:1001::/data/bob:/bin/sh\n',
    '/home/ann/public_html/staff/index.html': 'ok',
    '/data/bob/public_html/staff/index.html': 'ok',
    '/home/ann/public_html/staff/.htaccess': login,
    '/data/bob/public_html/staff/.htaccess': login,
    '/root/public_html/.htaccess': login,
  };
  const open = `DocumentRoot /srv/www\n${folder('/', `AllowOverride All\n${granted}`)}`;
  const at = (lines: string): string[] => places(`${open}${lines}\n`, files).sort();
  const ann = '/~ann/staff/index.html 401';
  const bob = '/~bob/staff/index.html 401';
  expect(at('UserDir public_html\nUserDir disabled root')).toEqual([ann, bob]);
  expect(at('UserDir public_html\nUserDir disabled\nUserDir enabled bob')).toEqual([bob]);
  expect(at('UserDir disabled')).toEqual([]);
  expect(at('UserDir /home/*/public_html')).toEqual([ann]);
  expect(at('UserDir /nowhere /data/*/public_html')).toEqual([bob]);
  expect(at('UserDir https://other.test/*/')).toEqual([]);
  // homes that cannot be seen are asked for all the same
  const section = `UserDir public_html\n${folder('/home/*/public_html/staff', login)}`;
  expect(places(open + section)).toEqual(['/~x/staff/ unknown']);
  expect(places(`${open}UserDir disabled x\n${section}`)).toEqual([]);
});

test('a login in <If> is judged by a request for which the condition holds', () => {
  const when = (condition: string): string =>
    `DocumentRoot /srv/www\n${folder('/srv', `${granted}<If "${condition}">\n${login}</If>\n`)}`;
  const found = (condition: string): string[] => places(when(condition));
  expect(found("%{HTTP_HOST} == 'staging.test'")).toEqual(['staging.test/index.html 401']);
  expect(found('%{HTTP_HOST} =~ /^(staging|test)\\./')).toEqual(['staging./index.html 401']);
  expect(found("%{HTTP_HOST} in { 'a.test', 'b.test' }")).toEqual(['a.test/index.html 401']);
  expect(found("%{HTTP_HOST} != 'main.test'")).toEqual(['not-main.test/index.html 401']);
  expect(found("%{HTTP_HOST} == 'a.test' && %{REQUEST_URI} =~ m#^/admin#")).toEqual(['a.test/admin 401']);
  expect(found("%{REQUEST_METHOD} == 'POST'")).toEqual(['main.test/index.html 401']);
  expect(found('-n %{HTTP:X-Never}')).toEqual([]);
  expect(found('true')).toEqual(['/index.html 401']);
});
