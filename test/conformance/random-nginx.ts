import type { CaseFile, Setup } from './case.ts';
import { passwordFiles } from './entries.ts';
import { block, lines } from './nginx/lines.ts';
import { requests } from './nginx/requests.ts';
import { content, doors, errorPages, logins, proxyLines, steps } from './nginx/settings.ts';
import { variableFiles, variables } from './nginx/variables.ts';
import { Seeded } from './seeded.ts';

const pages: Readonly<Record<string, CaseFile>> = {
  'srv/www/x': 'ok\n',
  'srv/www/index.html': 'ok\n',
  'srv/www/a/x': 'ok\n',
  'srv/www/a/index.html': 'ok\n',
  'srv/www/a/b/x': 'ok\n',
  'srv/www/x.php': 'ok\n',
  'srv/www/a/x.php': 'ok\n',
  'srv/www/login.html': 'log in\n',
  'srv/www/noindex': { dir: true },
  'srv/www/locked': { dir: true, mode: '0700' },
  'srv/www/locked/x': 'ok\n',
  'srv/www/secret': { text: 'no\n', mode: '0600' },
  'srv/www/two/index.html': { text: 'no\n', mode: '0600' },
  'srv/www/sp ace': 'ok\n',
  'srv/www/link': { symlink: 'x' },
  'srv/www/nosuch.html': 'ok\n',
  'srv/other/x': 'ok\n',
  'srv/other/a/x': 'ok\n',
  'srv/other/b/x': 'ok\n',
  'srv/other/index.html': 'ok\n',
};

/** A whole nginx configuration with servers of random locations and everything that decides who gets in. */
export function randomNginx(seed: number): Setup {
  const random = new Seeded(seed);
  const others = new Seeded(seed + 1_000_003);
  // now and then a fleet
  const count = random.once(12) ? 40 : 2 + random.below(6);
  const servers = Array.from({ length: count }, (_, index) => server(random, index, others));
  const text = [
    'user www-data;',
    'pid @ROOT@/nginx.pid;',
    'error_log @ROOT@/error.log crit;',
    'worker_processes 1;',
    'events { worker_connections 512; }',
    ...block(
      'http',
      [
        'access_log off;',
        'default_type text/plain;',
        'server_names_hash_bucket_size 128;',
        'variables_hash_max_size 4096;',
      ],
      ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path @ROOT@/t-${name};`),
      variables(random),
      [`map $http_authorization $authhdr {`, '    default "Basic c2hhOmh1bnRlcjI=";', '    "" "";', '}'],
      block('upstream inner', ['server 127.0.0.1:@PORT@;']),
      block('upstream both', ['server 127.0.0.1:@PORT@ weight=2;', 'server 127.0.0.1:@PORT@ backup;']),
      random.once(4) ? doors(random) : [],
      random.once(6) ? logins(random) : [],
      random.once(8) ? errorPages(random) : [],
      random.once(8) ? proxyLines(random) : [],
      random.once(8) ? realIp(random) : [],
      random.once(10) ? [`index ${random.pick(['x', 'nosuch index.html'])};`] : [],
      block(
        'server',
        [
          'listen 127.0.0.1:@PORT@;',
          'listen unix:@ROOT@/s.sock;',
          'server_name inner.test inner;',
          'root @ROOT@/srv/www;',
        ],
        logins(random),
        random.once(4) ? doors(random) : [],
        block('location /a/', random.once(2) ? ['auth_basic off;'] : [], random.once(4) ? steps(random, true) : []),
        block('location /u/', random.once(2) ? ['return 403;'] : ['deny all;']),
      ),
      ...servers,
    ),
  ];
  const hosts = Array.from({ length: count }, (_, index) => hostsOf(index)).flat();
  return {
    server: 'nginx',
    files: { 'etc/nginx/nginx.conf': `${text.join('\n')}\n`, ...passwordFiles(random), ...variableFiles, ...pages },
    entry: 'etc/nginx/nginx.conf',
    requests: requests(random, hosts, Math.min(600, 60 * count)),
  };
}

function realIp(random: Seeded): string[] {
  return lines(
    `set_real_ip_from ${random.pick(['127.0.0.0/8', '127.0.0.1', '127.0.0.2', 'unix:', '0.0.0.0/0'])};`,
    !random.once(4) && `real_ip_header ${random.pick(['X-Forwarded-For', 'X-Forwarded-For', 'X-Real-IP', 'X-User'])};`,
    random.once(3) && 'real_ip_recursive on;',
  );
}

const shapes = [
  ...[
    '/',
    '/',
    '/a',
    '/a/',
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
    '/px/',
    '/px/',
  ],
  ...[
    '/sock/',
    '/up',
    '/r1/',
    '/lim/',
    '/m/',
    '/tf/',
    '/chain/',
    '/deny/',
    '/deep',
    '/noindex/',
    '/two/',
    '/locked',
    '/nosuch',
    '~ ^/(?<who>users|mixed)',
    '~ /b/',
  ],
  ...[
    '"/sp ace"',
    '= /login.html',
    '^~ /r2/a',
    '~* \\.(?:php|html)$',
    '~ ^/e(?<code>4\\d\\d)$',
    '= /index',
    '@spare',
    '~ "^/a/[a-z]{1,3}$"',
    '~ ^/x',
    '/alx',
    '/x',
    '= /px/',
    '= /noindex',
  ],
] as const;

const nested: Readonly<Record<string, readonly string[]>> = {
  '/': ['/a/', '~ \\.php$', '= /x', '/a/b'],
  '/a/': ['/a/b', '~ x$', '= /a/x', '^~ /a/b/', '/a/x', '~ ^/a/(b|c)/'],
  '/a': ['/a/b/', '= /a', '/a/'],
  '^~ /a/': ['~ x$', '/a/b/'],
  '/px/': ['/px/a', '= /px/x'],
  '~ x$': ['~ ^/a', '~ b', 'x$/', '= x$'],
  '~ /b/': ['/b/', '= /b/x', '~ x$', '/b/x'],
  '/ng/': ['/ng/x', '~ y$'],
};

function authRequest(random: Seeded): string[] {
  return lines(
    `auth_request ${random.pick(['/_auth', '/_auth', '/_deny', '/_moved', '/x', '/nosuch', '/_basic', 'off', '/_proxy', '/_proxy', '/_rewrite', '/_err', '/$uri', '/_if', '/a/x', '@named'])};`,
    random.once(3) &&
      `auth_request_set ${random.pick(['$who2 $upstream_status', '$authhdr2 $upstream_http_x_auth', '$seen $status', '$seen $uri'])};`,
  );
}

function body(random: Seeded, shape: string, depth: number): string[] {
  const plain = !/^[~@]/.test(shape);
  const inside = nested[shape] ?? (depth < 2 ? nested[shape.replace(/^\^~ /, '')] : undefined) ?? [];
  const names = new Set<string>();
  for (let count = inside.length > 0 && depth < 3 ? random.below(3) : 0; count > 0; count--)
    names.add(random.pick(inside));
  return lines(
    random.once(2) ? logins(random) : [],
    random.once(3) ? doors(random) : [],
    random.once(4) ? errorPages(random) : [],
    random.once(3) ? steps(random, true) : [],
    random.once(5) ? steps(random, true) : [],
    random.once(5) ? authRequest(random) : [],
    random.once(9) && 'internal;',
    random.once(8)
      ? block(
          `limit_except ${random.pick(['GET', 'GET POST', 'OPTIONS', 'get', 'POST PUT'])}`,
          logins(random),
          random.once(2) ? [random.pick(['deny all;', 'allow 127.0.0.2;', 'allow all;'])] : [],
          random.once(8) ? ['proxy_pass http://127.0.0.1:@PORT@;'] : [],
        )
      : [],
    random.once(2) ? content(random, plain) : [],
    random.once(14) ? realIp(random) : [],
    [...names].flatMap((name) => block(`location ${name}`, body(random, name, depth + 1))),
  );
}

const aliases: readonly (readonly [string, string])[] = [
  ['/al/', 'alias @ROOT@/srv/other/;'],
  ['/al', 'alias @ROOT@/srv/other/;'],
  ['/al', 'alias @ROOT@/srv/other;'],
  ['/al/', 'alias @ROOT@/srv/other;'],
  ['= /al/x', 'alias @ROOT@/srv/other/x;'],
  ['~ ^/al/(.*)$', 'alias @ROOT@/srv/other/$1;'],
  ['~ ^/al(?<rest>/.*)?$', 'alias @ROOT@/srv/other$rest;'],
  ['/al/', 'alias @ROOT@/srv/$arg_k/;'],
  ['^~ /al/', 'alias srv/other/;'],
];

function hostsOf(index: number): string[] {
  return [
    `s${index}.test`,
    `s${index}.test`,
    `s${index}.test`,
    `S${index}.Test`,
    `a.s${index}.wild.test`,
    `x${index}.re.test`,
    `www.any${index}.org`,
  ];
}

const refererWords = [
  ...['none', 'none', 'blocked', 'blocked', 'server_names', 'server_names', 'own.test', 'own.test', '*.good.test'],
  ...['bad.test/p', 'www.*', '~good', '~^www\\.good\\.test/p', 's1.test/x', '*.test', '_:80', 'nonsense', '~s\\d'],
];

/** Whose pages may lead to a server, with draws of its own. */
function referers(random: Seeded): string[] {
  if (!random.once(5)) return [];
  const line = (): string[] => {
    const words = new Set(Array.from({ length: 1 + random.below(4) }, () => random.pick(refererWords)));
    if (!random.once(10)) words.add('own.test');
    return [`valid_referers ${[...words].join(' ')};`];
  };
  return [
    ...line(),
    ...block('if ($invalid_referer)', [`return ${random.pick(['403', '401', '404'])};`]),
    ...block('location /r1/x', line(), block('if ($invalid_referer)', ['return 402;'])),
  ];
}

function server(random: Seeded, index: number, others: Seeded): string[] {
  const names = new Set<string>();
  const locations: string[] = [];
  for (let count = 3 + random.below(6); count > 0; count--) {
    const shape = random.pick(shapes);
    const key = shape.startsWith('=') ? shape : shape.replace(/^\^~ /, '');
    if (names.has(key)) continue;
    names.add(key);
    locations.push(...block(`location ${shape}`, body(random, shape, 0)));
  }
  if (random.once(3)) {
    const [shape, line] = random.pick(aliases);
    const inside = body(random, '@', 3).filter((one) => !/^root /.test(one));
    locations.push(...block(`location ${shape}`, [line], inside));
  }
  const extra = random.pick([
    '',
    '',
    `*.s${index}.wild.test`,
    `.s${index}.wild.test`,
    `www.any${index}.*`,
    `~^x${index}\\.(?<domain>re)\\.test$`,
    `"~^[a-z]{1}${index}\\.re"`,
    '""',
    '_',
    '127.0.0.1',
    '*.test',
  ]);
  const listen = random.pick(['127.0.0.1:@PORT@', '127.0.0.1:@PORT@', '127.0.0.1:@PORT@', 'localhost:@PORT@']);
  return block(
    'server',
    [`listen ${listen}${index === 1 && random.once(2) ? ' default_server' : ''};`],
    [`server_name s${index}.test${extra === '' ? '' : ` ${extra}`};`],
    ['root @ROOT@/srv/www;'],
    referers(others),
    random.once(3) ? logins(random) : [],
    random.once(4) ? doors(random) : [],
    random.once(4) ? errorPages(random) : [],
    random.once(6) ? steps(random, false) : [],
    random.once(12) ? ['merge_slashes off;'] : [],
    random.once(12) ? authRequest(random) : [],
    random.once(12) ? realIp(random) : [],
    random.once(10) ? proxyLines(random) : [],
    random.once(10) ? ['satisfy any;'].filter(() => false) : [],
    locations,
    block('location = /_auth', random.once(2) ? ['internal;'] : [], [
      `return ${random.pick(['200', '204', '401', '403', '200 ok', '500'])};`,
    ]),
    block('location = /_deny', ['return 403;']),
    block('location = /_moved', ['return 302 /login.html;']),
    block('location = /_basic', ['auth_basic "Sub";', 'auth_basic_user_file users;']),
    block(
      'location = /_proxy',
      ['internal;', `proxy_pass http://127.0.0.1:@PORT@${random.pick(['', '/x', '/a/x', '/u/'])};`],
      proxyLines(random),
    ),
    block('location = /_rewrite', [
      random.pick(['rewrite ^ /a/x last;', 'rewrite ^ /_deny last;', 'rewrite ^ /_auth break;']),
    ]),
    block('location = /_err', [`error_page 403 ${random.pick(['', '=200 ', '=401 '])}/_auth;`, 'return 403;']),
    block(
      'location = /_if',
      block(`if (${random.pick(['$http_x_user = lost', '$arg_k = open', '$request_uri ~ realm'])})`, ['return 403;']),
      ['return 204;'],
    ),
    block('location = /e401', ['return 401;']),
    block('location = /e403', ['return 403 no;']),
    block(
      'location @named',
      random.pick([
        ['return 200 named;'],
        ['return 302 /login.html;'],
        ['root @ROOT@/srv/www;'],
        ['auth_basic "Named";', 'auth_basic_user_file users;'],
        ['return 403;'],
        ['rewrite ^ /a/x last;'],
        ['try_files /x =404;'],
        ['proxy_pass http://127.0.0.1:@PORT@;', 'proxy_set_header Host inner.test;'],
        ['error_page 404 /a/x;', 'try_files /nosuch =404;'],
      ]),
    ),
    block(
      'location @other',
      random.pick([
        ['deny all;'],
        ['return 401;'],
        ['satisfy any;', 'allow 127.0.0.1;', 'deny all;'],
        ['auth_request /_deny;'],
      ]),
    ),
  );
}
