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
