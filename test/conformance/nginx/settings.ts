import { fileNames } from '../entries.ts';
import type { Seeded } from '../seeded.ts';
import { block, type Lines, lines } from './lines.ts';
import { conditions } from './variables.ts';

const realms = [
  ...['"Staff"', '"Staff"', '"Staff"', "'Single'", 'off', '"off"', 'Off', '""', '$realm', '"$realm"', '"In $host"'],
  ...[
    '"a \\"quoted\\" realm"',
    '"Door $door"',
    '$door',
    '$variant',
    'of$arg_k',
    '"${realm}x"',
    '"bl\\\\ank"',
    "'$$uri'",
  ].slice(0, 7),
];

/** auth_basic and its file, each now and then alone. */
export function logins(random: Seeded): string[] {
  return lines(
    !random.once(5) && `auth_basic ${random.pick(realms)};`,
    !random.once(5) && `auth_basic_user_file ${random.pick(fileNames)};`,
  );
}

const addresses = [
  ...[
    'all',
    'all',
    '127.0.0.1',
    '127.0.0.0/8',
    '127.0.0.0/30',
    '127.0.0.2',
    '10.0.0.0/8',
    '::1',
    'unix:',
    '0.0.0.0/0',
    '::/0',
    '127.0.0.1/8',
  ],
  ...['::ffff:127.0.0.1', '127.0.0.1/0'],
];

/** satisfy, allow and deny. */
export function doors(random: Seeded): string[] {
  const out = random.once(20) ? ['auth_delay 5ms;'] : [];
  if (random.once(2)) out.push(`satisfy ${random.pick(['any', 'any', 'any', 'all'])};`);
  for (let count = random.below(4); count > 0; count--)
    out.push(`${random.pick(['allow', 'deny'])} ${random.pick(addresses)};`);
  return out;
}

const codes = [
  '401',
  '401',
  '403',
  '403',
  '404',
  '500',
  '401 403',
  '405',
  '301',
  '302',
  '502',
  '404 403 500',
  '401 404',
  '400',
  '418',
  '304',
];
const changes = [
  '',
  '',
  '',
  '=200 ',
  '= ',
  '=403 ',
  '=302 ',
  '=401 ',
  '=204 ',
  '=500 ',
  '=301 ',
  '=0 ',
  '=404 ',
  '=429 ',
];
const targets = [
  ...[
    '/login.html',
    '/a/x',
    '@named',
    '@other',
    '@nowhere',
    'http://login.invalid/',
    '/_auth',
    '/nosuch',
    '/e401',
    '/_basic',
    '/e403',
  ],
  ...[
    '/err/$status',
    '/x?why=$uri',
    '$uri',
    'login.html',
    '/locked/x',
    '/px/a/x',
    '/',
    '/a/',
    '/chain/x',
    '/x.php',
    '@$arg_k',
    '$scheme://x.invalid/',
  ],
];

export function errorPages(random: Seeded): string[] {
  const out: string[] = [];
  for (let count = 1 + random.below(3); count > 0; count--)
    out.push(`error_page ${random.pick(codes)} ${random.pick(changes)}${random.pick(targets)};`);
  if (random.once(4)) out.push(`recursive_error_pages ${random.pick(['on', 'on', 'off'])};`);
  return out;
}

const returns = [
  ...[
    '200 ok',
    '204',
    '301 /other',
    '302 http://x.invalid/',
    '401',
    '403',
    '404',
    '500',
    '418',
    '444',
    '502',
    '307 /x',
    '303 $uri',
    '308 /x',
  ],
  ...[
    '401 "no entry"',
    '403 ""',
    '200 ""',
    '200',
    '404 $uri',
    'http://x.invalid/',
    '$scheme://$host/',
    '400',
    '405',
    '600',
    '499',
    '503 "$args"',
    '304',
    '999',
    '201 x',
  ],
];
const replacements = [
  '/a/x',
  '/x.php?q=1',
  '/login.html',
  '/x?',
  '/open/$1',
  '/px/a/x',
  '/nosuch',
  '/u/users',
  'http://x.invalid/',
  '$uri/',
  '/a/x?realm=none',
  '/deny/x',
  '/noindex/',
  '$scheme://y',
  'open',
  '/$arg_k',
  '/a%2fx',
  '/x y',
];

function rewrite(random: Seeded): string {
  const pattern = random.pick([
    '^/a/(.*)$',
    '^/x$',
    '^',
    '^/deep',
    '/b/',
    '^/(?<one>[a-z]+)/x$',
    '\\.php$',
    '^/nosuch(/.*)?$',
    '(?i)^/A/',
    '^/chain/(\\w)',
  ]);
  const replacement = random.pick(replacements);
  const quoted = /\s/.test(replacement) ? `"${replacement}"` : replacement;
  return `rewrite ${pattern} ${quoted}${random.pick([' last', ' last', ' break', ' redirect', ' permanent', '', ''])};`;
}

/** One or two steps of the rewrite module. */
export function steps(random: Seeded, inLocation: boolean): Lines {
  switch (random.below(8)) {
    case 0:
      return [`return ${random.pick(returns)};`];
    case 1:
    case 2:
      return [rewrite(random)];
    case 3:
      return [
        `set $seen ${random.pick(['yes', '$realm', '"$uri-$1"', '$seen$seen', '""', '$userfile'])};`,
        ...conditional(random, inLocation),
      ];
    case 4:
      return ['break;'];
    default:
      return conditional(random, inLocation);
  }
}

function conditional(random: Seeded, inLocation: boolean): string[] {
  const condition = random.once(10) ? '$seen = yes' : random.pick(conditions);
  const quoted = condition.replace(/^(\S+ \S+) (.*[{};].*)$/, '$1 "$2"');
  return block(
    `if (${quoted})`,
    random.once(2) ? [`return ${random.pick(returns)};`] : [],
    random.once(4) ? [rewrite(random)] : [],
    random.once(5) ? ['set $seen yes;'] : [],
    random.once(6) ? ['break;'] : [],
    inLocation && random.once(5) ? errorPages(random).filter((line) => line.startsWith('error_page')) : [],
    inLocation && random.once(8) ? ['root @ROOT@/srv/other;'] : [],
    inLocation && random.once(8) ? [`proxy_pass http://127.0.0.1:@PORT@;`] : [],
  );
}

const upstreamHeaders: readonly Lines[] = [
  [],
  [],
  ['proxy_set_header Host inner.test;'],
  ['proxy_set_header Host $host;', 'proxy_set_header X-Real-IP $remote_addr;'],
  ['proxy_set_header Host inner.test;', 'proxy_set_header Authorization "";'],
  ['proxy_set_header Host inner.test;', 'proxy_set_header Authorization $http_authorization;'],
  ['proxy_set_header Host inner.test;', 'proxy_set_header Authorization "Basic cGxhaW46aHVudGVyMg==";'],
  ['proxy_set_header Host inner.test;', 'proxy_set_header Authorization "Basic broken";'],
  ['proxy_set_header Authorization "Bearer x";'],
  ['proxy_set_header Host s1.test;', 'proxy_set_header X-User $remote_user;'],
  ['proxy_set_header Host inner.test;', 'proxy_set_header Authorization $authhdr;'],
];

/** Lines that say what reaches an upstream, on any level. */
export function proxyLines(random: Seeded): string[] {
  return lines(
    random.pick(upstreamHeaders),
    random.once(8) && 'proxy_hide_header WWW-Authenticate;',
    random.once(8) && 'proxy_pass_header WWW-Authenticate;',
    random.once(6) && 'proxy_intercept_errors on;',
    random.once(8) && 'proxy_pass_request_headers off;',
    random.once(12) && 'proxy_method POST;',
    random.once(10) && 'proxy_pass_request_body off;',
  );
}

/** What makes the content of a location: a file most of the time. */
export function content(random: Seeded, plain: boolean): string[] {
  switch (random.below(14)) {
    case 0:
    case 1: {
      const uri = plain ? random.pick(['', '', '/', '/a/', '/a/x', '/u/']) : '';
      const url = random.pick([
        'http://127.0.0.1:@PORT@',
        'http://127.0.0.1:@PORT@',
        'http://inner',
        'http://both',
        'http://unix:@ROOT@/s.sock',
      ]);
      return [`proxy_pass ${url}${uri === '' ? '' : url.includes('unix:') ? `:${uri}` : uri};`, ...proxyLines(random)];
    }
    case 2:
      return [
        `proxy_pass http://127.0.0.1:@PORT@${random.pick(['$uri', '$request_uri', '/x$is_args$args', ''])};`.replace(
          ';',
          ';',
        ),
        ...proxyLines(random),
      ];
    case 3:
      return [`try_files ${random.pick(tries)};`];
    case 4:
      return [`try_files ${random.pick(tries)};`];
    case 5:
      return [
        `index ${random.pick(['x', 'nosuch x', 'nosuch /a/x', 'index.html', '$arg_k x', 'b x', 'nosuch', '/login.html', 'nosuch index.html'])};`,
      ];
    case 6:
      return ['autoindex on;'];
    case 7:
      return [
        `root ${random.pick(['@ROOT@/srv/other', '@ROOT@/srv/www', '@ROOT@/srv/$arg_k', 'srv/www', '@ROOT@/srv/www/'])};`,
      ];
    case 8:
      return ['mirror /_auth;', 'mirror_request_body off;'];
    case 9:
      return ['expires 1h;', 'add_header X-User $remote_user;'];
    case 10:
      return [random.pick(['empty_gif;', 'stub_status;', 'empty_gif;'])];
    default:
      return [];
  }
}

const tries = [
  ...[
    '$uri /x.php',
    '$uri $uri/ =404',
    '/nosuch @named',
    '$uri =403',
    '/nosuch /a/x',
    '$uri $uri/ /x.php?$args',
    '$uri @other',
    '$uri $uri/ =401',
  ],
  ...[
    '/nosuch =444',
    '$uri.html $uri =404',
    '$uri $uri/index.html @nowhere',
    '/x =404',
    '/a/ /x',
    '$arg_k =500',
    '$uri/ =200',
    '/nosuch /px/a/x',
    '@named =404',
  ],
];
