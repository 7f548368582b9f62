import type { CaseRequest, Setup } from './case.ts';
import { Seeded } from './seeded.ts';

const users = [
  'alice:$apr1$Qb3zT9xa$Vk0PzIYR.8p0VHBdEWLBL.',
  'bob:{PLAIN}hunter2',
  'carol:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=',
  'dave:broken',
].join('\n');

const logins: readonly (readonly [string, string] | null)[] = [
  null,
  ['bob', 'hunter2'],
  ['carol', 'password'],
  ['bob', 'no'],
  ['dave', 'x'],
];
const paths = [
  '/',
  '/x',
  '/a',
  '/a/',
  '/a/x',
  '/a/b/x',
  '/a/b/',
  '/x.php',
  '/a/x.php',
  '/login.html',
  '/A/x',
  '//a//x',
  '/a/../x',
  '/%61/x',
  '/open/x',
  '/deep',
  '/a/%2e%2e/x',
  '/_auth',
];
const methods = ['GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE'];

/** A whole nginx configuration with servers of random locations and everything that decides who gets in. */
export function randomNginx(seed: number): Setup {
  const random = new Seeded(seed);
  const servers = Array.from({ length: 6 }, (_, index) => server(random, index));
  const files: Record<string, string | { text?: string; mode?: string; dir?: true }> = {
    'etc/nginx/nginx.conf': `user www-data;
pid @ROOT@/nginx.pid;
error_log @ROOT@/error.log crit;
worker_processes 1;
events { worker_connections 256; }
http {
    access_log off;
    default_type text/plain;
    client_body_temp_path @ROOT@/t1; proxy_temp_path @ROOT@/t2; fastcgi_temp_path @ROOT@/t3; uwsgi_temp_path @ROOT@/t4; scgi_temp_path @ROOT@/t5;
    map $arg_realm $realm { default "Mapped"; none off; }
    map $http_x_user $userfile { default users; lost nosuch; }
    geo $inside { default 0; 127.0.0.0/8 1; }
    ${random.once(3) ? access(random) : ''}
    server { listen 127.0.0.1:@PORT@; server_name inner.test; root @ROOT@/srv/www; ${login(random)} }
${servers.join('\n')}
}
`,
    'etc/nginx/users': `${users}\n`,
    'etc/nginx/secret': { text: `${users}\n`, mode: '0600' },
    'etc/nginx/folder': { dir: true },
    'srv/www/x': 'ok\n',
    'srv/www/index.html': 'ok\n',
    'srv/www/a/x': 'ok\n',
    'srv/www/a/index.html': 'ok\n',
    'srv/www/a/b/x': 'ok\n',
    'srv/www/x.php': 'ok\n',
    'srv/www/login.html': 'log in\n',
  };
  const requests: CaseRequest[] = [];
  for (let index = 0; index < servers.length; index++) {
    for (const path of paths) {
      const login = random.pick(logins);
      const headers: Record<string, string> = {};
      if (random.once(6)) headers['X-User'] = 'lost';
      if (random.once(12))
        headers.Authorization = random.pick([
          'Bearer abc',
          'Basic',
          'Basic !!!',
          'basic Ym9iOmh1bnRlcjI=',
          'Basic Ym9i',
        ]);
      const target = path + (random.once(6) ? '?realm=none' : '');
      const base = {
        method: random.pick(methods),
        host: random.once(10) ? 'other.test' : `s${index}.test`,
        path: target,
        headers,
      };
      requests.push({ ...base, user: null, password: null });
      if (login) requests.push({ ...base, user: login[0], password: login[1] });
    }
  }
  return { server: 'nginx', files, entry: 'etc/nginx/nginx.conf', requests };
}

function login(random: Seeded): string {
  const lines: string[] = [];
  if (!random.once(4))
    lines.push(
      `auth_basic ${random.pick(['"Staff"', '"Staff"', 'off', '"off"', 'Off', '""', '$realm', '"In $host"'])};`,
    );
  if (!random.once(4))
    lines.push(
      `auth_basic_user_file ${random.pick(['users', 'users', 'users', '@ROOT@/etc/nginx/users', 'nosuch', 'secret', 'folder', 'users/', '$userfile'])};`,
    );
  return lines.join(' ');
}

function access(random: Seeded): string {
  const lines: string[] = [];
  if (random.once(2)) lines.push(`satisfy ${random.pick(['any', 'any', 'all'])};`);
  for (let count = random.below(3); count > 0; count--) {
    lines.push(
      `${random.pick(['allow', 'deny'])} ${random.pick(['all', '127.0.0.1', '127.0.0.0/8', '10.0.0.0/8', '::1', 'unix:'])};`,
    );
  }
  return lines.join(' ');
}

function errorPages(random: Seeded): string {
  const lines: string[] = [];
  for (let count = random.below(3); count > 0; count--) {
    const code = random.pick(['401', '403', '404', '500', '401 403', '405']);
    const change = random.pick(['', '', '=200 ', '= ', '=403 ', '=302 ']);
    lines.push(
      `error_page ${code} ${change}${random.pick(['/login.html', '/a/x', '@named', 'http://login.invalid/', '/_auth', '/nosuch'])};`,
    );
  }
  if (random.once(6)) lines.push('recursive_error_pages on;');
  return lines.join(' ');
}

function rewriting(random: Seeded): string {
  switch (random.below(14)) {
    case 0:
      return `return ${random.pick(['200 ok', '204', '301 /other', '302 http://x.invalid/', '401', '403', '404', '500'])};`;
    case 1:
      return `rewrite ^/a/(.*)$ /open/$1 ${random.pick(['last', 'break', 'redirect', 'permanent', ''])};`;
    case 2:
      return `rewrite ^/x$ ${random.pick(['/a/x', '/x.php?q=1', '/login.html'])} ${random.pick(['last', 'break', ''])};`;
    case 3:
      return `if ($request_method = ${random.pick(['POST', 'GET', 'OPTIONS'])}) { return ${random.pick(['405', '403', '204'])}; }`;
    case 4:
      return `if ($http_authorization ${random.pick(['= ""', '~ ^Bearer', '!~* ^basic'])}) { return ${random.pick(['401', '403'])}; }`;
    case 5:
      return `if ($inside) { set $seen yes; } if ($seen = yes) { rewrite ^/deep$ /a/x last; }`;
    case 6:
      return `if (-f $document_root$uri) { break; }`;
    default:
      return '';
  }
}

function body(random: Seeded, depth: number): string {
  const parts = [
    random.once(2) ? login(random) : '',
    random.once(3) ? access(random) : '',
    random.once(4) ? errorPages(random) : '',
    rewriting(random),
  ];
  if (random.once(4))
    parts.push(`auth_request ${random.pick(['/_auth', '/_deny', '/_moved', '/x', '/nosuch', '/_basic', 'off'])};`);
  if (random.once(9)) parts.push('internal;');
  if (random.once(8))
    parts.push(
      `limit_except ${random.pick(['GET', 'GET POST', 'OPTIONS'])} { ${login(random)} ${random.once(2) ? 'deny all;' : ''} }`,
    );
  if (random.once(8))
    parts.push(
      `try_files ${random.pick(['$uri /x.php', '$uri $uri/ =404', '/nosuch @named', '$uri =403', '/nosuch /a/x'])};`,
    );
  if (depth === 0 && random.once(6)) {
    const headers = random.pick([
      '',
      'proxy_set_header Authorization "";',
      'proxy_set_header Authorization $http_authorization;',
      'proxy_set_header Authorization "Basic Ym9iOmh1bnRlcjI=";',
      'proxy_hide_header WWW-Authenticate;',
      'proxy_intercept_errors on;',
    ]);
    parts.push(`proxy_pass http://127.0.0.1:@PORT@; proxy_set_header Host inner.test; ${headers}`);
  }
  return parts.filter(Boolean).join(' ');
}

function server(random: Seeded, index: number): string {
  const names = new Set<string>();
  const locations: string[] = [];
  for (let count = 2 + random.below(5); count > 0; count--) {
    const name = random.pick([
      '/',
      '/a',
      '/a/',
      '/a/b/',
      '= /x',
      '= /a/x',
      '^~ /a/',
      '~ \\.php$',
      '~* ^/A/',
      '~ x$',
      '/open/',
      '= /',
      '^~ /open',
    ]);
    const key = name.replace(/^\^~ /, '');
    if (names.has(key)) continue;
    names.add(key);
    const nested =
      name === '/a/' && random.once(3)
        ? `location ${random.pick(['/a/b', '~ x$', '= /a/x'])} { ${body(random, 1)} }`
        : '';
    locations.push(`        location ${name} { ${body(random, 0)} ${nested} }`);
  }
  return `    server {
        listen 127.0.0.1:@PORT@${index === 0 && random.once(2) ? ' default_server' : ''};
        server_name s${index}.test;
        root @ROOT@/srv/www;
        ${random.once(2) ? login(random) : ''} ${random.once(4) ? access(random) : ''} ${random.once(4) ? errorPages(random) : ''} ${random.once(8) ? rewriting(random) : ''}
        ${random.once(12) ? 'merge_slashes off;' : ''}
${locations.join('\n')}
        location = /_auth { internal; return ${random.pick(['200', '204', '401', '403'])}; }
        location = /_deny { return 403; }
        location = /_moved { return 302 /login.html; }
        location = /_basic { auth_basic "Sub"; auth_basic_user_file users; }
        location @named { ${random.pick(['return 200 named;', 'return 302 /login.html;', 'root @ROOT@/srv/www;', 'auth_basic "Named"; auth_basic_user_file users;', 'return 403;'])} }
    }`;
}
