import { expect, it } from 'vitest';
import { MemoryHost } from '../../../src/host/memory.ts';
import { judge } from '../../../src/predict/judge.ts';
import { loadNginx } from '../../../src/predict/nginx/predictor.ts';

it('a pattern inside another location has a path that lands in both', () => {
  const login = 'auth_basic Staff; auth_basic_user_file users;';
  const text = `events { }
http { server { server_name a.test; root /srv/www;
  location ~ /app { location ~ /secret { ${login} } location /app/plain { ${login} } }
  location /files/ { location ~ \\.zip$ { ${login} } }
} }`;
  const host = new MemoryHost({
    '/etc/nginx/nginx.conf': { text },
    '/etc/nginx/users': { text: 'bob:{PLAIN}hunter2\n' },
  });
  const predictor = loadNginx(host, '/etc/nginx/nginx.conf');
  const places = predictor.places();
  // nothing ever lands in a plain location inside a pattern's
  expect(places.map(({ target }) => target)).toEqual(['a.test/app/secret', 'a.test/files/index.zip']);
  expect(places.map(({ request }) => predictor.answer(request).status)).toEqual([401, 401]);
});

const judgedOf = (http: string, server: string, files: Readonly<Record<string, string>> = {}) => {
  const text = `events { }\nhttp { ${http} server { server_name a.test; root /srv/www; ${server} } }`;
  const entries = Object.entries({ users: 'bob:{PLAIN}hunter2\n', ...files });
  const host = new MemoryHost({
    '/etc/nginx/nginx.conf': { text },
    ...Object.fromEntries(entries.map(([name, entry]) => [`/etc/nginx/${name}`, { text: entry }])),
  });
  const predictor = loadNginx(host, '/etc/nginx/nginx.conf');
  return predictor.places().map((place) => `${place.target} ${judge(predictor, place).verdict}`);
};

it("a login of another's module is a place that nothing is known of", () => {
  expect(judgedOf('', 'auth_pam Staff; location /open { auth_pam off; }')).toEqual(['a.test/ unknown']);
  expect(judgedOf('', 'location / { } location /a { access_by_lua_file a.lua; }')).toEqual(['a.test/a unknown']);
});

it("what another's module only prepares takes nothing from what is known", () => {
  const login = 'auth_basic Staff; auth_basic_user_file users;';
  expect(judgedOf('lua_package_path "/srv/?.lua;;"; auth_ldap_cache_enabled on;', login)).toEqual(['a.test/ works']);
  // but a variable that it makes may hold anything
  const country = 'geoip2 /srv/c.mmdb { $country country iso_code; } map $country $realm { AQ off; default Staff; }';
  expect(judgedOf(country, 'auth_basic $realm; auth_basic_user_file users;')).toEqual(['a.test/ unknown']);
});

it('addresses that conditions and tables name are tried, where a condition turns others away', () => {
  const login = 'auth_basic Staff; auth_basic_user_file users;';
  const conditions = [
    ['', 'if ($remote_addr !~ "^10\\.0\\.") { return 403; }'],
    ['', 'if ($remote_addr != 192.0.2.9) { return 403; }'],
    ['geo $in { default 0; 10.0.0.0/8 1; }', 'if ($in = 0) { return 403; }'],
    ['map $remote_addr $out { default 1; ~^10\\. 1; 192.0.2.9 0; }', 'if ($out) { return 403; }'],
    ['', 'if ($remote_addr = 192.0.2.9) { set $in 1; } return 403;'],
  ] as const;
  const verdicts = conditions.map(([http, condition]) => judgedOf(http, `location /staff { ${login} ${condition} }`));
  expect(verdicts.flat()).toEqual([...Array(4).fill('a.test/staff works'), 'a.test/staff forbidden']);
});

it('a login that only a named location asks for is a place behind what falls back to it', () => {
  const login = 'auth_basic Staff; auth_basic_user_file';
  expect(judgedOf('', `location / { try_files $uri @app; } location @app { ${login} users; }`)).toEqual([
    'a.test/authlint works',
  ]);
  expect(judgedOf('', `try_files $uri @app; location @app { ${login} nosuch; }`)).toEqual([
    'a.test/authlint forbidden',
  ]);
});

it('users with a password file of their own are those that the folder has files for', () => {
  const server = 'auth_basic Staff; auth_basic_user_file pw/$remote_user.pw;';
  expect(judgedOf('', server, { 'pw/ann.pw': 'ann:{PLAIN}x\n' })).toEqual(['a.test/ works']);
  expect(judgedOf('', server, { 'pw/other': '' })).toEqual(['a.test/ forbidden']);
});

it('allow all under satisfy any is an exemption and no place', () => {
  const login = 'auth_basic Staff; auth_basic_user_file users;';
  const around = `satisfy any; allow 10.0.0.0/8; deny all; ${login}`;
  expect(
    judgedOf(
      '',
      `${around} location = /health { allow all; } location /css { satisfy any; allow all; } location / { }`,
    ),
  ).toEqual(['a.test/ works']);
  expect(judgedOf('', `${login} location / { satisfy any; allow all; }`)).toEqual(['a.test/ open']);
});

it('a refusal of an auth_request that looks at the request says nothing of those who have what it looks for', () => {
  const place = 'location /staff { auth_request /check; }';
  const check = (code: number): string =>
    `location = /check { if ($cookie_key != k7) { return ${code}; } return 204; }`;
  expect([401, 403].map((code) => judgedOf('', place + check(code), { users: '' }))).toEqual([
    ['a.test/staff unknown'],
    ['a.test/staff unknown'],
  ]);
});

it('a password file whose name the place itself tells is read', () => {
  const file = 'auth_basic Staff; auth_basic_user_file';
  expect(judgedOf('', `${file} pw/$host;`, { 'pw/a.test': 'ann:{PLAIN}x\n' })).toEqual(['a.test/ works']);
  expect(judgedOf('', `location /x { root /etc/nginx; ${file} $document_root/users; }`)).toEqual(['a.test/x works']);
});

it('a login to which a refused address is sent is a place', () => {
  const list = 'allow 10.0.0.0/8; deny all; error_page 403 = @login;';
  const login = 'auth_basic Staff; auth_basic_user_file';
  expect(judgedOf('', `location / { ${list} } location @login { ${login} nosuch; }`)).toEqual([
    'a.test/authlint forbidden',
  ]);
  expect(judgedOf('', `location / { ${list} } location @login { ${login} users; return 204; }`)).toEqual([
    'a.test/authlint works',
  ]);
});

it('a login to which a condition leads by return and error_page is a place, asked for as the condition wants it', () => {
  const login = 'error_page 418 = @login; location @login { auth_basic Staff; auth_basic_user_file nosuch; }';
  const verdicts = (condition: string): string[] => judgedOf('', `location / { ${condition} } ${login}`);
  expect(verdicts('if ($arg_admin) { return 418; }')).toEqual(['a.test/authlint (the argument admin=1) forbidden']);
  expect(verdicts('if ($cookie_session = "") { return 418; }')).toEqual(['a.test/authlint forbidden']);
  expect(verdicts('if ($uri ~ ^/admin/) { return 418; }')).toEqual(['a.test/admin/ forbidden']);
  expect(verdicts('if ($arg_never = "") { return 302 /; } if ($arg_x) { return 418; }')).toEqual([]);
});

it('a realm that is off for some is judged by those whom it asks', () => {
  const server = 'auth_basic $realm; auth_basic_user_file nosuch;';
  const map = (of: string, lines: string): string => `map ${of} $realm { default off; ${lines} }`;
  expect(judgedOf(map('$host', 'a.test Staff;'), server)).toEqual(['a.test/ forbidden']);
  expect(judgedOf(map('$host', 'b.test Staff;'), `server_name b.test; ${server}`)).toEqual(['b.test/ forbidden']);
  expect(judgedOf(map('$uri', '~^/admin/ Staff;'), server)).toEqual(['a.test/admin/ forbidden']);
  expect(judgedOf(map('$request_method', 'POST Staff;'), server)).toEqual(['POST a.test/ forbidden']);
  expect(
    judgedOf(
      map('$chosen', '1 Staff;'),
      `set $chosen 0; if ($host = b.test) { set $chosen 1; } server_name b.test; ${server}`,
    ),
  ).toEqual(['b.test/ forbidden']);
  const included = 'map $host $realm { default off; include hosts.map; }';
  expect(judgedOf(included, `server_name b.test; ${server}`, { 'hosts.map': 'b.test Staff;\n' })).toEqual([
    'b.test/ forbidden',
  ]);
  // who is asked by his address alone, or by what he says, makes no place of what is open to everybody else
  expect(judgedOf('geo $realm { default off; 10.0.0.0/8 Staff; }', server)).toEqual(['a.test/ open']);
  expect(judgedOf(map('$arg_login', '1 Staff;'), server)).toEqual(['a.test/ open']);
});

it('each password file to which variables lead is a place', () => {
  const users = 'ann:{PLAIN}x\n';
  const server = 'server_name b.test; auth_basic Staff; auth_basic_user_file';
  expect(judgedOf('', `${server} pw/$host;`, { 'pw/a.test': users })).toEqual(['a.test/ works', 'b.test/ forbidden']);
  expect(judgedOf('', `${server} pw/$server_name;`, { 'pw/a.test': users })).toEqual(['a.test/ works']);
  const map = 'map $cookie_tenant $file { default users; x other; }';
  expect(judgedOf(map, `${server} $file;`)).toEqual(['a.test/ works', 'a.test/ (the cookie tenant=x) forbidden']);
  expect(judgedOf('', `set $folder pw; ${server} $folder/users;`, { 'pw/users': users })).toEqual(['a.test/ works']);
});

it('a password file that a group of the pattern names is one of those that are there', () => {
  const location = (file: string): string =>
    `location ~ ^/u/(?<who>\\w+)/ { auth_basic Staff; auth_basic_user_file ${file}; }`;
  const files = { 'pw/ann': 'ann:{PLAIN}x\n' };
  expect(judgedOf('', location('pw/$who'), files)).toEqual(['a.test/u/ann/ works']);
  expect(judgedOf('', location('pw/$1'), files)).toEqual(['a.test/u/ann/ works']);
});

it('a login of an internal location is a place behind what leads there', () => {
  const login = 'location /fallback { internal; auth_basic Staff; auth_basic_user_file nosuch; }';
  expect(judgedOf('', `error_page 404 /fallback; ${login} location / { }`)).toEqual(['a.test/authlint forbidden']);
  expect(judgedOf('', `location / { try_files $uri /fallback?x; } ${login}`)).toEqual(['a.test/authlint forbidden']);
  expect(judgedOf('', `location / { auth_request /fallback; } ${login}`)).not.toContain('a.test/fallback forbidden');
});

it('a realm that hangs on the path is asked for below the location too', () => {
  const map = 'map $request_uri $push { default off; ~git-receive-pack Push; }';
  const server = 'location ~ ^/git(/.*) { auth_basic $push; auth_basic_user_file users; }';
  expect(judgedOf(map, server)).toEqual(['a.test/git/x/git-receive-pack works']);
});
