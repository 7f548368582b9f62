import type { CaseRequest, Setup } from '../case.ts';

/** A small configuration that once was predicted wrongly, and the statuses that nginx 1.22 answers (0: closed). */
interface Kept {
  readonly about: string;
  /** Lines of the http level beside the server. */
  readonly http?: readonly string[];
  readonly server: readonly string[];
  readonly requests: readonly (CaseRequest | string)[];
  readonly statuses: readonly number[];
}

const login = ['auth_basic "Staff";', 'auth_basic_user_file users;'];
/** A server of which a variable is the realm. */
const byRealm = ['auth_basic $realm;', 'auth_basic_user_file users;', 'location / { }'];
const bob = { user: 'bob', password: 'hunter2' };

export const kept: readonly Kept[] = [
  {
    about: 'of two named locations of one name the first answers',
    server: [
      'error_page 404 @a;',
      'location @b { return 403; }',
      'location @a { return 401; }',
      'location @a { return 403; }',
    ],
    requests: ['/none'],
    statuses: [401],
  },
  {
    about: 'a server behind a unix socket answers nobody who comes to a port, though it stands first',
    http: ['server { listen unix:@ROOT@/socket; return 204; }'],
    server: [...login, 'location / { }'],
    requests: ['/file'],
    statuses: [401],
  },
  {
    about: 'try_files with a status below 300 sends nothing, and is no answer to an auth_request',
    server: [
      'location /a { try_files $uri/ =200; }',
      'location /b { auth_request /a; }',
      'location /c { try_files /nosuch =204; }',
    ],
    requests: ['/a', '/b', '/c'],
    statuses: [0, 500, 204],
  },
  {
    about: 'a question mark out of a capture begins no query',
    server: ['location /a/ { rewrite ^/a/(.*)$ /x/$1 last; }', 'location = /x/y?realm { return 403; }'],
    requests: ['/a/y%3frealm', '/a/y?realm'],
    statuses: [403, 404],
  },
  {
    about: 'break takes back the search for a new location',
    server: ['location /a { rewrite ^ /b; break; }', 'location /b { deny all; }', 'location /c { rewrite ^ /b; }'],
    requests: ['/a', '/c'],
    statuses: [404, 403],
  },
  {
    about: 'an alias has no meaning once the URI is rewritten in its location',
    server: [
      'location /a/ { alias @ROOT@/srv/www/; rewrite ^ /a/file break; }',
      'location /c/ { alias @ROOT@/srv/www/; }',
    ],
    requests: ['/a/file', '/c/file'],
    statuses: [500, 200],
  },
  {
    about: 'try_files of variables loses the part of the URI that an alias stands for, also in its last argument',
    server: [
      'location /a/ { alias @ROOT@/srv/www/; try_files $uri /a/private$is_args$args; }',
      'location /a/private { return 403; }',
      'location private { return 401; }',
    ],
    requests: ['/a/file', '/a/none'],
    statuses: [200, 401],
  },
  {
    about: 'a named group chooses the password file',
    server: [`location ~ ^/u/(?<who>\\w+) { ${login[0]} auth_basic_user_file $who; }`],
    requests: [{ path: '/u/users', ...bob }, { path: '/u/nosuch', ...bob }, '/u/users'],
    statuses: [404, 403, 401],
  },
  {
    about: 'no pattern of a map is tried on an empty text, and a failed pattern of an if clears the groups',
    http: ['map $arg_k $realm { default off; ~^$ Staff; ~^s Staff; }'],
    server: byRealm,
    requests: ['/file', '/file?k=s', '/file?k=x'],
    statuses: [200, 401, 200],
  },
  {
    about: 'names of a map with hostnames: exact, then the longest ending, then the longest beginning',
    http: ['map $arg_h $realm { hostnames; default off; *.a.test Staff; .b.a.test off; www.* Staff; www.a.test off; }'],
    server: byRealm,
    requests: ['/file?h=x.a.test', '/file?h=x.b.a.test', '/file?h=www.org', '/file?h=www.a.test', '/file?h=a.test'],
    statuses: [401, 200, 401, 200, 200],
  },
  {
    about: 'geo with ranges: a later range inside an older one, a deleted one, and what is no address',
    http: [
      'geo $arg_ip $realm { ranges; default off; 10.0.0.0-10.0.0.9 Staff; 10.0.0.4-10.0.0.5 off; 10.1.0.0-10.1.0.9 Staff; delete 10.1.0.0-10.1.0.9; }',
    ],
    server: byRealm,
    requests: ['/file?ip=10.0.0.3', '/file?ip=10.0.0.4', '/file?ip=10.1.0.1', '/file?ip=no'],
    statuses: [401, 200, 200, 200],
  },
  {
    about: 'geo behind trusted proxies takes the last address, or goes on while proxies are trusted',
    http: [
      'geo $near { default 0; proxy 127.0.0.0/8; 10.0.0.0/8 1; }',
      'geo $far { default 0; proxy 127.0.0.0/8; proxy_recursive; 10.0.0.0/8 1; }',
    ],
    server: ['location /n { if ($near) { return 403; } }', 'location /f { if ($far) { return 403; } }'],
    requests: ['/n', '/f'].flatMap((path) =>
      ['10.0.0.1', '10.0.0.1, 127.0.0.9'].map((list) => ({ path, headers: { 'X-Forwarded-For': list } })),
    ),
    statuses: [403, 404, 403, 403],
  },
  {
    about: 'split_clients goes by MurmurHash2',
    http: ['split_clients $arg_k $part { 25% off; 50.5% Staff; * ""; }'],
    server: ['auth_basic $part;', 'auth_basic_user_file users;', 'location / { }'],
    requests: ['a', 'b', 'c', 'd', 'hello', 'hello%20world', 'abc', ''].map((key) => `/file?k=${key}`),
    statuses: [401, 401, 200, 401, 401, 200, 200, 200],
  },
  {
    about: 'a trusted proxy names the client that allow and deny see',
    server: [
      'set_real_ip_from 127.0.0.1;',
      'real_ip_header X-Forwarded-For;',
      'location / { allow 10.0.0.0/8; deny all; }',
    ],
    requests: [
      { path: '/file', headers: { 'X-Forwarded-For': '10.0.0.1' } },
      { path: '/file', headers: { 'X-Forwarded-For': '10.0.0.1:8080' } },
      { path: '/file', headers: { 'X-Forwarded-For': '10.0.0.1, 8.8.8.8' } },
      { path: '/file', headers: { 'X-Forwarded-For': '10.0.0.1' }, remote: '127.0.0.2' },
      '/file',
    ],
    statuses: [200, 200, 403, 403, 403],
  },
  {
    about: 'what a malformed request leads to knows no login: its headers are not read',
    server: ['error_page 400 /private/;', `location /private/ { ${login.join(' ')} }`],
    requests: [
      { path: '/%zz', ...bob },
      { path: '/file', host: 'bad host', ...bob },
      { path: '/file', method: 'get', ...bob },
    ],
    statuses: [401, 401, 401],
  },
  {
    about: 'an IPv4 address written as IPv6 is met by no IPv4 client',
    server: ['location / { allow ::ffff:127.0.0.1; deny all; }', 'location /b { allow 127.0.0.1; deny all; }'],
    requests: ['/file', '/b'],
    statuses: [403, 404],
  },
  {
    about: 'an index named from the root is gone to without a look at the folder',
    server: ['location /none/ { index /file; }', 'location /gone/ { }'],
    requests: ['/none/', '/gone/'],
    statuses: [200, 404],
  },
  {
    about: 'statuses that close the connection, and those that only nginx knows',
    server: [408, 499, 444, 497, 600].map((code) => `location /${code} { return ${code}; }`),
    requests: ['/408', '/499', '/444', '/497', '/600'],
    statuses: [0, 0, 0, 400, 600],
  },
  {
    about: 'auth_request_set sees the status of the subrequest, also the query that it sets',
    server: [
      'location = /ask { return 204; }',
      'location /a { auth_request /ask; auth_request_set $args k=$status; error_page 404 = /after?$args; }',
      'location /after { if ($arg_k = 204) { return 403; } }',
    ],
    requests: ['/a'],
    statuses: [403],
  },
  {
    about: 'plain and exact locations inside a location of a pattern are never found',
    server: [
      'location ~ /r { location /r/ { proxy_pass http://127.0.0.1:1; deny all; } location /r { deny all; } location ~ y { deny all; } }',
      'location /s/ { proxy_pass http://127.0.0.1:1; deny all; }',
    ],
    requests: ['/r', '/r/x', '/r/y', '/s'],
    statuses: [404, 404, 403, 301],
  },
  {
    about: 'a challenge that is hidden and passed is passed',
    server: [
      'location /in { auth_basic "Staff"; auth_basic_user_file users; }',
      'location /a { proxy_pass http://127.0.0.1:@PORT@/in; proxy_hide_header WWW-Authenticate; proxy_pass_header WWW-Authenticate; }',
    ],
    requests: ['/a', { path: '/a', ...bob }],
    statuses: [401, 404],
  },
  {
    about: 'a header that comes twice, cookies with commas, and a query name in other case',
    server: [
      'location / { if ($http_x_a = one) { return 403; } if ($cookie_in = "a,b") { return 402; } if ($arg_key = v) { return 410; } }',
    ],
    requests: [
      { path: '/file', headers: { 'X-A': ['one', 'two'] } },
      { path: '/file', headers: { Cookie: 'x=1, in=a,b; y=2' } },
      '/file?KEY=v',
    ],
    statuses: [403, 402, 410],
  },
  {
    about: 'a malformed request has no path, from which nothing leads to a named location',
    server: ['error_page 400 =401 @other;', 'location @other { return 403; }', 'location /z { return 400; }'],
    requests: ['/%zz', { path: '/x', method: 'get' }, '/z', { path: '/x', host: 'bad host' }],
    statuses: [500, 500, 403, 403],
  },
  {
    about: 'a header line with a NUL that is passed on, or one that may come only once',
    server: [
      'location /a { proxy_pass http://127.0.0.1:@PORT@/b; proxy_set_header X-User $remote_user; }',
      'location /c { proxy_pass http://127.0.0.1:@PORT@/b; proxy_set_header Authorization a; proxy_set_header Authorization b; }',
    ],
    requests: [
      { path: '/a', headers: { Authorization: 'Basic cGxhaW4AOmh1bnRlcjI=' } },
      '/a',
      '/c',
      { path: '/file', headers: { Authorization: ['Basic cGxhaW4=', 'Basic cGxhaW4='] } },
    ],
    statuses: [400, 404, 400, 400],
  },
  {
    about: 'a folder is listed by its name less the last character, also where an alias has no slash there',
    server: [
      'autoindex on;',
      'location /a/ { alias @ROOT@/srv/www; }',
      'location /b/ { alias @ROOT@/srv/www/; }',
      'location /c/ { alias @ROOT@/srv/wwww; }',
    ],
    requests: ['/a/', '/b/', '/c/'],
    statuses: [404, 200, 404],
  },
  {
    about: 'rewrite with break takes the place of the path that proxy_pass names',
    server: [
      'location /a { rewrite ^ /in%2fx break; proxy_pass http://127.0.0.1:@PORT@/out; }',
      'location /b { proxy_pass http://127.0.0.1:@PORT@/out; }',
      'location /in { return 403; }',
      'location /out { return 401; }',
    ],
    requests: ['/a', '/b'],
    statuses: [403, 401],
  },
  {
    about: 'a Host header that is passed on has a port only where one is written',
    server: [
      'location /a { proxy_pass http://127.0.0.1:@PORT@/in; proxy_set_header Host plain; }',
      'location /b { proxy_pass http://127.0.0.1:@PORT@/in; }',
      'location /in { if ($http_host ~ "^[^:]+:[^:]+$") { return 403; } return 401; }',
    ],
    requests: ['/a', '/b'],
    statuses: [401, 403],
  },
  {
    about: 'a circle of servers ends where no connection is left to accept with',
    server: [
      'location /a { proxy_pass http://127.0.0.1:@PORT@; }',
      'location /b { auth_request /a; }',
      'location /c { auth_request /ask; proxy_pass http://127.0.0.1:@PORT@; }',
      'location = /ask { proxy_pass http://127.0.0.1:@PORT@/in; }',
      'location /in { return 204; }',
      'location /d/ { proxy_pass http://127.0.0.1:@PORT@/d/d/; error_page 502 =403 /in; }',
    ],
    requests: ['/a', '/b', '/c', '/d/'],
    statuses: [502, 500, 500, 403],
  },
  {
    about: 'a circle of servers ends where no connection is left to connect with',
    server: [
      'listen unix:@ROOT@/s.sock;',
      'location /a { proxy_pass http://127.0.0.1:@PORT@; }',
      'location /b { auth_request /a; }',
      'location /d/ { proxy_pass http://127.0.0.1:@PORT@/d/d/; }',
    ],
    requests: ['/a', '/b', '/d/'],
    statuses: [500, 500, 500],
  },
  {
    about: 'valid_referers: names, paths, patterns, and a level that takes only patterns from above',
    server: [
      'valid_referers none server_names example.test *.good.test/p ~^pat\\.;',
      'server_name my.test ~^re\\d\\.test$;',
      'location /a { if ($invalid_referer) { return 403; } return 402; }',
      'location /b { valid_referers blocked other.test; if ($invalid_referer) { return 403; } return 402; }',
    ],
    requests: ['/a', '/b'].flatMap((path) => [
      path,
      ...['http://my.test/x', 'HTTPS://RE1.test:8/', 'http://www.good.test', 'http://www.good.test:8/page'].map(
        (Referer) => ({ path, headers: { Referer } }),
      ),
      ...['http://good.test/p', 'http://PAT.x/', 'nonsense', 'http://other.test'].map((Referer) => ({
        path,
        headers: { Referer },
      })),
    ]),
    statuses: [402, 402, 402, 403, 402, 403, 402, 403, 403, 403, 403, 402, 403, 403, 403, 402, 402, 402],
  },
  {
    about: 'names of variables are the same in any letter case',
    http: ['map $arg_K $Mine { default off; ~^(?<Who>s) Staff; }'],
    server: [
      'auth_basic $mINE;',
      'auth_basic_user_file users;',
      'set $Seen 4$ARGS;',
      'location /a { if ($seen = 4k=t) { return 402; } if ($WHO = s) { return 403; } }',
      'location / { }',
    ],
    requests: ['/a?k=t', '/file?k=s', '/file'],
    statuses: [402, 401, 200],
  },
  {
    about: 'error_page with a lone = after a return only sends the request on',
    server: [
      'location /a { error_page 418 = @app; return 418; }',
      'location @app { proxy_pass http://127.0.0.1:9; }',
      'location /b { error_page 418 /file; return 418; }',
      'location /c { error_page 403 = /file; deny all; }',
    ],
    requests: ['/a', '/b', '/c'],
    statuses: [502, 418, 200],
  },
  {
    about: 'methods of WebDAV are content of their own',
    server: ['location /a { dav_methods DELETE; }'],
    requests: [
      { path: '/a/none', method: 'DELETE' },
      { path: '/a/none', method: 'MKCOL' },
    ],
    statuses: [404, 405],
  },
  {
    about: 'the script of a path, and what stands behind it, as FastCGI splits them',
    server: [
      'fastcgi_index i.php;',
      'location ~ \\.php { fastcgi_split_path_info ^(.+?\\.php)(/.*)$; try_files /srv$fastcgi_script_name /f$fastcgi_path_info; }',
      'location / { try_files $fastcgi_script_name /f$fastcgi_script_name$fastcgi_path_info; }',
      'location = /f/x { return 402; }',
      'location = /f { return 403; }',
      'location = /f/d/i.php { return 405; }',
    ],
    requests: ['/a.php/x', '/a.php', '/d/', '/file'],
    statuses: [402, 403, 405, 200],
  },
  {
    about: 'a request without a certificate has no word on it',
    http: ['map "$ssl_client_verify" $realm { "" Staff; default off; }'],
    server: byRealm,
    requests: ['/file'],
    statuses: [401],
  },
];

export function setupOfKept({ http = [], server, requests }: Kept): Setup {
  const text = `user www-data;
pid @ROOT@/nginx.pid;
error_log @ROOT@/error.log crit;
events { }
http {
    access_log off;
    client_body_temp_path @ROOT@/t1; proxy_temp_path @ROOT@/t2; fastcgi_temp_path @ROOT@/t3; uwsgi_temp_path @ROOT@/t4; scgi_temp_path @ROOT@/t5;
${http.map((line) => `    ${line}\n`).join('')}    server {
        listen 127.0.0.1:@PORT@;
        root @ROOT@/srv/www;
${server.map((line) => `        ${line}\n`).join('')}    }
}
`;
  return {
    server: 'nginx',
    files: {
      'etc/nginx/nginx.conf': text,
      'etc/nginx/users': 'bob:{PLAIN}hunter2\n',
      'srv/www/file': 'ok\n',
    },
    entry: 'etc/nginx/nginx.conf',
    requests: requests.map((one) => (typeof one === 'string' ? { path: one } : one)),
  };
}
