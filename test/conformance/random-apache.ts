import { loads } from './apache-lines.ts';
import type { CaseRequest, Setup } from './case.ts';
import { login as anyLogin, everyEntry, mixedFile } from './entries.ts';
import { Seeded } from './seeded.ts';

const modules =
  'mpm_event authn_core authn_file authn_anon authz_core authz_host authz_user authz_groupfile access_compat auth_basic auth_digest dir mime alias env setenvif headers rewrite macro'.split(
    ' ',
  );
const users = [
  'alice:$apr1$Qb3zT9xa$Vk0PzIYR.8p0VHBdEWLBL.',
  'bob:{SHA}8pX/hpVqMsVbULuC1LD1QEwWuU8=',
  'carol:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=',
  'dave:plain',
].join('\n');
const logins: readonly (readonly [string, string] | null)[] = [
  null,
  ['carol', 'password'],
  ['carol', 'no'],
  ['dave', 'plain'],
  ['eve', 'x'],
];
const paths = [
  '/',
  '/x',
  '/a/x',
  '/a/',
  '/a',
  '/a/b/x',
  '/a/b/x.txt',
  '/a/index.html',
  '/b/x',
  '/b/secret.txt',
  '/nosuch',
  '/a/../x',
  '/%61/x',
  '/al/x',
  '/al/b/x.txt',
  '/d/x',
  '//a//x',
  '/a/b',
];
const methods = ['GET', 'GET', 'GET', 'POST', 'HEAD', 'OPTIONS', 'DELETE'];

/** A whole Apache configuration with merged sections, .htaccess files and nested requirements. */
export function randomApache(seed: number): Setup {
  const random = new Seeded(seed);
  const sections = [
    section(random, '<Directory @ROOT@/srv/www/a>', '</Directory>'),
    section(random, '<Directory @ROOT@/srv/www/a/b>', '</Directory>'),
    random.once(2) ? section(random, '<Location /b>', '</Location>') : '',
    random.once(3) ? section(random, '<LocationMatch "\\.txt$">', '</LocationMatch>') : '',
    random.once(3) ? section(random, '<DirectoryMatch "/b$">', '</DirectoryMatch>') : '',
    random.once(3) ? section(random, '<Files "x*">', '</Files>') : '',
    random.once(4) ? section(random, '<FilesMatch "\\.(txt|html)$">', '</FilesMatch>') : '',
    random.once(4) ? section(random, '<Location "/a*/b">', '</Location>') : '',
    random.once(2) ? digest(random) : '',
    random.once(3) ? 'Alias /al @ROOT@/srv/www/a' : '',
    random.once(4)
      ? `<IfModule ${random.pick(['', '!'])}mod_${random.pick(['auth_basic.c', 'nosuch.c'])}>\n${section(random, '<Directory @ROOT@/srv/www/b>', '</Directory>')}\n</IfModule>`
      : '',
    random.once(5)
      ? `<Macro Closed $where>\n${section(random, '<Location $where>', '</Location>')}\n</Macro>\nUse Closed ${random.pick(['/b', '/a/b'])}`
      : '',
    random.once(5)
      ? `SetEnvIf ${random.pick(['Request_URI "^/a" SEEN', 'Authorization "." SEEN', 'Remote_Addr "^127" SEEN=1'])}`
      : '',
  ];
  // the order in which sections of one kind stand decides which of them wins
  if (random.once(2)) sections.reverse();
  const sites = random.once(3) ? virtualHosts(random) : '';
  const files: Record<string, string> = {
    'etc/apache2/apache2.conf': `ServerRoot @ROOT@
Listen 127.0.0.1:@PORT@
PidFile @ROOT@/httpd.pid
ErrorLog @ROOT@/error.log
ServerName example.test
User www-data
Group www-data
Mutex file:@ROOT@
DefaultRuntimeDir @ROOT@
${loads(modules).join('\n')}
TypesConfig /etc/mime.types
DirectoryIndex index.html
DocumentRoot @ROOT@/srv/www
<Directory @ROOT@/srv/www>
    AllowOverride ${random.pick(['All', 'All', 'AuthConfig', 'AuthConfig Limit', 'None', 'FileInfo'])}
    Require all ${random.pick(['granted', 'granted', 'granted', 'denied'])}
</Directory>
${sections.filter(Boolean).join('\n')}
${sites}`,
    users: `${users}\n`,
    mixed: mixedFile(random),
    every: everyEntry,
    groups: 'staff: alice carol\nadmin: alice\nempty:\n',
    digests:
      'alice:Staff:728fcd906aa89a5ac16ff7d56ca4ffda\ncarol:Staff:479f02f1edce3d86f25185f313de13f7\ncarol:Other:0\n',
    'srv/www/d/x': 'ok\n',
    'srv/www/x': 'ok\n',
    'srv/www/index.html': 'ok\n',
    'srv/www/a/x': 'ok\n',
    'srv/www/a/index.html': 'ok\n',
    'srv/www/a/b/x': 'ok\n',
    'srv/www/a/b/x.txt': 'ok\n',
    'srv/www/b/x': 'ok\n',
    'srv/www/b/secret.txt': 'ok\n',
  };
  for (const folder of ['a', 'a/b', 'b']) {
    if (random.once(2)) files[`srv/www/${folder}/.htaccess`] = `${body(random, true).join('\n')}\n`;
  }
  const requests: CaseRequest[] = [];
  for (const path of paths) {
    const host = random.pick(['example.test', 'example.test', 'www.example.test', 'other.test']);
    const auth = path.startsWith('/d') && !random.once(4) ? 'digest' : 'basic';
    const base = { method: random.pick(methods), host, path, auth } as const;
    const more = [anyLogin(random), anyLogin(random), anyLogin(random)];
    for (const login of [...logins, ...more]) {
      requests.push(login ? { ...base, user: login[0], password: login[1] } : { ...base, user: null, password: null });
    }
  }
  return { server: 'apache', files, entry: 'etc/apache2/apache2.conf', requests };
}

/** A folder under Digest, whose realm may be another than the file's. */
function digest(random: Seeded): string {
  const realm = random.pick(['Staff', 'Staff', 'Staff', 'Other', '"Staff Only"']);
  const rest = random.once(4) ? ['AuthDigestDomain /d', 'AuthDigestQop auth'] : [];
  const require = random.pick(['valid-user', 'user carol', 'group admin']);
  const lines = ['AuthType Digest', `AuthName ${realm}`, 'AuthUserFile @ROOT@/digests', ...rest, `Require ${require}`];
  // a setting of the module alone replaces all that it has from above, the realm aside
  const deeper = random.once(3) ? ['<Location /d>', 'AuthDigestNonceLifetime 60', '</Location>'] : [];
  return ['<Directory @ROOT@/srv/www/d>', ...lines, '</Directory>', ...deeper].join('\n');
}

/** Two sites by name, with what they add to or take from the server's own sections. */
function virtualHosts(random: Seeded): string {
  const site = (names: string): string[] => [
    '<VirtualHost *:@PORT@>',
    ...names.split('\n'),
    `DocumentRoot @ROOT@/srv/${random.pick(['www', 'www', 'www/a'])}`,
    random.once(2) ? section(random, `<Location ${random.pick(['/', '/a', '/x'])}>`, '</Location>') : '',
    random.once(2) ? section(random, '<Directory @ROOT@/srv/www/a>', '</Directory>') : '',
    random.once(4) ? `Redirect ${random.pick(['301 /b http://example.test/x', 'gone /a/b'])}` : '',
    random.once(4)
      ? `RewriteEngine On\nRewriteRule ${random.pick(['^/x$ - [F]', '^/nosuch /a/x', '^/a/b - [R=303,L]'])}`
      : '',
    '</VirtualHost>',
  ];
  return [...site('ServerName www.example.test\nServerAlias *.test'), ...site('ServerName other.test')]
    .filter(Boolean)
    .join('\n');
}

function section(random: Seeded, open: string, close: string): string {
  return [open, ...body(random, false).map((line) => `    ${line}`), close].join('\n');
}

function body(random: Seeded, htaccess: boolean): string[] {
  const lines: string[] = [];
  if (!random.once(5)) lines.push(`AuthType ${random.pick(['Basic', 'Basic', 'Basic', 'None', 'basic'])}`);
  if (!random.once(5)) lines.push(`AuthName ${random.pick(['Staff', '"Staff Only"', '"Say \\"hi\\""'])}`);
  if (!random.once(5))
    lines.push(
      `AuthUserFile ${random.pick(['@ROOT@/users', '@ROOT@/users', 'users', '@ROOT@/mixed', '@ROOT@/every', '@ROOT@/nosuch', '@ROOT@/srv'])}`,
    );
  if (random.once(2)) lines.push(`AuthGroupFile ${random.pick(['@ROOT@/groups', '@ROOT@/groups', '@ROOT@/nosuch'])}`);
  if (random.once(8)) lines.push(`AuthMerging ${random.pick(['Off', 'And', 'Or'])}`);
  if (random.once(8)) lines.push(`AuthzSendForbiddenOnFailure ${random.pick(['On', 'Off'])}`);
  if (random.once(10)) lines.push(`AuthBasicAuthoritative ${random.pick(['On', 'Off'])}`);
  if (random.once(10)) lines.push(`AuthBasicProvider ${random.pick(['file', 'anon', 'file anon'])}`);
  if (!random.once(6)) lines.push(...wrapped(random, requirements(random, 0)));
  if (random.once(6)) lines.push(...compat(random));
  if (random.once(8))
    lines.push(
      `ErrorDocument ${random.pick(['401', '403'])} ${random.pick(['/x', '"no"', 'http://x.invalid/', '/a/x'])}`,
    );
  if (random.once(9))
    lines.push(
      'RewriteEngine On',
      `RewriteRule ${random.pick(['^x$ - [F]', '^x$ /b/x', '. - [R=302]', '^nosuch$ - [G]'])}`,
    );
  // a mistake now and then: what it breaks is part of the answer
  if (htaccess && random.once(8))
    lines.splice(
      random.below(lines.length + 1),
      0,
      random.pick([
        'Enter fullscreen mode',
        'AuthTyp Basic',
        'AuthName Two Words',
        'Require valid_user',
        '</Files>',
        '# note \\',
        'Options +Indexes',
      ]),
    );
  return lines;
}

function wrapped(random: Seeded, lines: string[]): string[] {
  const indented = lines.map((line) => `    ${line}`);
  switch (random.below(10)) {
    case 0:
      return [`<Limit ${random.pick(['GET', 'POST', 'GET POST'])}>`, ...indented, '</Limit>'];
    case 1:
      return [`<LimitExcept ${random.pick(['GET', 'POST'])}>`, ...indented, '</LimitExcept>'];
    case 2:
      return ['<Files "x">', ...indented, '</Files>'];
    case 3:
      return [
        `<If "${random.pick(["%{REQUEST_METHOD} == 'GET'", '%{REQUEST_URI} =~ m#/b/#', '-n %{HTTP:Authorization}'])}">`,
        ...indented,
        '</If>',
      ];
    default:
      return lines;
  }
}

/** Requirements of a container: mostly what httpd accepts there, as a refusal to start shows little else. */
function requirements(random: Seeded, depth: number, container = 'RequireAny'): string[] {
  const lines: string[] = [];
  const careless = random.once(25);
  for (let count = 1 + random.below(3); count > 0; count--) {
    const negative = careless || (container === 'RequireAll' && lines.length > 0);
    if (depth < 3 && random.once(4)) {
      const name = random.pick(['RequireAll', 'RequireAny', 'RequireAll', negative ? 'RequireNone' : 'RequireAny']);
      lines.push(`<${name}>`, ...requirements(random, depth + 1, name).map((line) => `    ${line}`), `</${name}>`);
      continue;
    }
    const not = negative && random.once(4) ? 'not ' : '';
    lines.push(`Require ${not}${random.pick(demands)}`);
  }
  return lines;
}

const demands = [
  'valid-user',
  'valid-user',
  'user alice',
  'user carol',
  'user alice carol',
  'group staff',
  'group admin',
  'group empty',
  'ip 127.0.0.1',
  'ip 10',
  'ip 127.0.0.0/255.0.0.0',
  'local',
  'all granted',
  'all denied',
  'method GET',
  'env NEVER',
  'env SEEN',
  "expr %{REMOTE_USER} == 'carol'",
  'expr -n %{HTTP:Authorization}',
  'host localhost',
];

function compat(random: Seeded): string[] {
  const lines = [`Order ${random.pick(['allow,deny', 'deny,allow'])}`];
  for (let count = random.below(3); count > 0; count--)
    lines.push(
      `${random.pick(['Allow', 'Deny'])} from ${random.pick(['all', '127.0.0.1', '10.0.0.0/8', 'env=NEVER'])}`,
    );
  if (random.once(2)) lines.push(`Satisfy ${random.pick(['Any', 'All'])}`);
  return lines;
}
