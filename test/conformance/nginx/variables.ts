import type { Seeded } from '../seeded.ts';
import { block, type Lines } from './lines.ts';

/** `map`, `geo` and `split_clients` blocks of the http level that decide realms, files and doors. */
export function variables(random: Seeded): string[] {
  return [
    ...block('map $arg_realm $realm', [
      `default ${random.pick(['"Mapped"', '"Mapped"', 'off', '""'])};`,
      'none off;',
      'OFF "off";',
      '~^x(?<tail>.*)$ "X-$tail";',
      '~*^y "$arg_realm";',
      '"two words" Two;',
      '\\default Slash;',
      ...(random.once(3) ? ['volatile;'] : []),
    ]),
    ...block('map $http_x_user $userfile', ['default users;', 'lost nosuch;', 'mixed mixed;', '"" users;']),
    ...block('map $uri $who', ['default users;', '~^/u/(?<name>[a-z]+) $name;', '~^/a/ mixed;']),
    ...block('map $host $byhost', [
      'hostnames;',
      `default ${random.pick(['0', '1'])};`,
      '*.example.test 1;',
      '.wild.test 0;',
      'www.* 1;',
      's1.test 0;',
      '~^s[2-4] 1;',
      ...(random.once(2) ? ['include hosts.map;'] : []),
    ]),
    ...block('map $remote_user $known', ['default 1;', '"" 0;']),
    ...block('map "$request_method:$arg_k" $door', ['GET:open off;', '~^POST: "Post";', 'default "Door";']),
    ...geo(random),
    ...block(`split_clients "${random.pick(['$arg_seed', '$uri$args', '$http_x_user$arg_seed', 'fixed'])}" $variant`, [
      ...random.pick<Lines>([
        ['50% one;', '25.5% two;', '* "";'],
        ['0.01% one;', '99.99% two;'],
        ['20% one;', '* off;'],
        ['100% one;'],
        ['33.33% one;', '33.33% two;'],
      ]),
    ]),
  ];
}

function geo(random: Seeded): string[] {
  return [
    ...block('geo $inside', ['default 0;', '127.0.0.0/8 1;', '127.0.0.2 0;', '127.1.0.0/16 2;', '::1/128 1;']),
    ...block('geo $arg_ip $listed', [
      `default ${random.pick(['no', '""'])};`,
      '10.0.0.0/8 ten;',
      '10.1.0.0/16 tenone;',
      '192.168.0.1 home;',
      '2001:db8::/32 doc;',
      '0.0.0.0/1 low;',
      ...(random.once(2) ? ['delete 10.1.0.0/16;'] : []),
      ...(random.once(2) ? ['include nets.geo;'] : []),
    ]),
    ...block('geo $remote_addr $ranged', [
      'ranges;',
      'default 0;',
      '127.0.0.0-127.0.0.1 1;',
      '127.0.0.2-127.0.0.9 2;',
      '127.0.0.4-127.0.0.5 4;',
      ...(random.once(2) ? ['delete 127.0.0.4-127.0.0.5;'] : []),
    ]),
    ...block('geo $fwd', [
      'default out;',
      'proxy 127.0.0.0/8;',
      ...(random.once(2) ? ['proxy_recursive;'] : []),
      '10.0.0.0/8 in;',
    ]),
  ];
}

/** Files that the blocks include. */
export const variableFiles: Readonly<Record<string, string>> = {
  'etc/nginx/hosts.map': '*.sub.test 1;\nsub.sub.test 0;\n',
  'etc/nginx/nets.geo': '172.16.0.0/12 twelve;\n10.2.0.0/16 tentwo;\n',
};

/** Conditions of `if`. */
export const conditions: readonly string[] = [
  ...[
    '$request_method = POST',
    '$request_method = GET',
    '$request_method ~ ^(?:PUT|DELETE)$',
    '$inside',
    '$inside = 2',
  ],
  ...[
    '$http_authorization = ""',
    '$http_authorization ~ ^Bearer',
    '$http_authorization !~* ^basic',
    '$known',
    '$known = 0',
  ],
  ...['$listed = ten', '$listed = low', '$ranged = 4', '$ranged', '$variant = one', '$variant', '$byhost', '$fwd = in'],
  ...[
    '-f $request_filename',
    '!-e $request_filename',
    '-d $document_root$uri',
    '-f $document_root/x',
    '!-f @ROOT@/etc/nginx/nosuch',
  ],
  ...['$uri ~ ^/a/(?<rest>.*)$', '$args ~* realm=(.*)', '$host = s1.test', '$host ~ ^(?<sub>[a-z0-9]+)\\.', '$arg_k'],
  ...[
    '$remote_addr = 127.0.0.2',
    '$remote_user = plain',
    '$remote_user',
    '$http_x_user != ""',
    '$cookie_in = yes',
    '$is_args',
  ],
  ...[
    '$request_uri ~ //',
    '$query_string = "k=open"',
    '$http_host ~ :',
    '$server_name = s0.test',
    '$scheme = http',
    '$cookie_in',
  ],
];
