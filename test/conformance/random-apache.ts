import type { CaseRequest, Setup } from './case.ts';
import { Seeded } from './seeded.ts';

const modules =
  'mpm_event authn_core authn_file authn_anon authz_core authz_host authz_user authz_groupfile access_compat auth_basic auth_digest dir mime alias env setenvif headers rewrite'.split(
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
  ];
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
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
DirectoryIndex index.html
DocumentRoot @ROOT@/srv/www
<Directory @ROOT@/srv/www>
    AllowOverride ${random.pick(['All', 'All', 'AuthConfig', 'AuthConfig Limit', 'None', 'FileInfo'])}
    Require all ${random.pick(['granted', 'granted', 'granted', 'denied'])}
</Directory>
${sections.filter(Boolean).join('\n')}
`,
    users: `${users}\n`,
    groups: 'staff: alice carol\nadmin: alice\nempty:\n',
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
    const base = { method: random.pick(methods), host: 'example.test', path };
    for (const login of logins) {
      requests.push(login ? { ...base, user: login[0], password: login[1] } : { ...base, user: null, password: null });
    }
  }
  return { server: 'apache', files, entry: 'etc/apache2/apache2.conf', requests };
}

function section(random: Seeded, open: string, close: string): string {
  return [open, ...body(random, false).map((line) => `    ${line}`), close].join('\n');
}

function body(random: Seeded, htaccess: boolean): string[] {
  const lines: string[] = [];
  if (!random.once(5)) lines.push(`AuthType ${random.pick(['Basic', 'Basic', 'Basic', 'None', 'basic'])}`);
  if (!random.once(5)) lines.push(`AuthName ${random.pick(['Staff', '"Staff Only"', '"Say \\"hi\\""'])}`);
  if (!random.once(5))
    lines.push(`AuthUserFile ${random.pick(['@ROOT@/users', '@ROOT@/users', 'users', '@ROOT@/nosuch', '@ROOT@/srv'])}`);
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

function requirements(random: Seeded, depth: number): string[] {
  const lines: string[] = [];
  for (let count = 1 + random.below(3); count > 0; count--) {
    if (depth < 3 && random.once(4)) {
      const name = random.pick(['RequireAll', 'RequireAny', 'RequireAll', 'RequireNone']);
      const inside = requirements(random, depth + 1).map((line) => `    ${line}`);
      if (name === 'RequireNone') lines.push(`Require ${random.pick(['valid-user', 'all granted'])}`);
      lines.push(`<${name}>`, ...inside, `</${name}>`);
      continue;
    }
    const not = depth > 0 && random.once(6) ? 'not ' : '';
    lines.push(
      `Require ${not}${random.pick(['valid-user', 'valid-user', 'user alice', 'user carol', 'user alice carol', 'group staff', 'group admin', 'group empty', 'ip 127.0.0.1', 'ip 10', 'local', 'all granted', 'all denied', 'method GET', 'env NEVER', "expr %{REMOTE_USER} == 'carol'"])}`,
    );
  }
  return lines;
}

function compat(random: Seeded): string[] {
  const lines = [`Order ${random.pick(['allow,deny', 'deny,allow'])}`];
  for (let count = random.below(3); count > 0; count--)
    lines.push(
      `${random.pick(['Allow', 'Deny'])} from ${random.pick(['all', '127.0.0.1', '10.0.0.0/8', 'env=NEVER'])}`,
    );
  if (random.once(2)) lines.push(`Satisfy ${random.pick(['Any', 'All'])}`);
  return lines;
}
