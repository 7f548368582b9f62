import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServerName } from '../../src/predict/answer.ts';
import { plainRuling } from '../../src/rules/rule.ts';
import { runRules } from '../../src/rules/run.ts';
import { locate } from '../../src/text/source.ts';
import { head } from './apache-lines.ts';
import type { CaseFile, CaseRequest } from './case.ts';
import { unitOf } from './fixtures.ts';
import { missing, observe } from './server.ts';

/** What a client sends, and an application behind the server may get to see or not. */
const token = 'Bearer abc.def.ghi';

/** Rules that say that a token does not arrive. */
const rules: ReadonlySet<string> = new Set([
  'authorization-cleared-by-proxy',
  'authorization-header-stripped',
  'authorization-rewrite-order',
  'authorization-setenvif-anchored',
  'basic-auth-clashes-with-app-auth',
  'pass-request-headers-off',
  'requestheader-unset-authorization',
]);

const fpm = ['php-fpm', 'php-fpm8.2', 'php-fpm8.3', 'php-fpm8.4', 'php-fpm8.1', 'php-fpm7.4'].find(
  (name) => !spawnSync(name, ['-v'], { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } }).error,
);
const lacking = {
  apache: missing('apache'),
  nginx: missing('nginx'),
  fpm: fpm ? null : 'php-fpm is not installed: apt-get install php-fpm',
};

let scratch = '';
let php: ChildProcess | null = null;
let backend: Server | null = null;
/** By the name of the row: the Authorization header that the application behind the proxy got. */
const arrived = new Map<string, string | null>();

beforeAll(async () => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'authlint-fpm-'));
  fs.chmodSync(scratch, 0o755);
  backend = createServer(({ url, headers }, response) => {
    arrived.set(url!.split('/')[1]!, headers.authorization ?? null);
    response.end('ok');
  });
  await new Promise<void>((resolve) => backend!.listen(0, '127.0.0.1', resolve));
  if (!fpm) return;
  const pool = `[global]\nerror_log = ${scratch}/log\n[www]\nuser = www-data\ngroup = www-data\nlisten = ${scratch}/sock\nlisten.mode = 0666\npm = static\npm.max_children = 2\n`;
  fs.writeFileSync(path.join(scratch, 'fpm.conf'), pool);
  php = spawn(fpm, ['-n', '-F', '-y', path.join(scratch, 'fpm.conf')], {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  for (let tries = 0; tries < 500 && !fs.existsSync(`${scratch}/sock`); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
});

afterAll(() => {
  php?.kill();
  backend?.close();
  fs.rmSync(scratch, { recursive: true, force: true });
});

const script = (row: string): string =>
  `<?php file_put_contents(__DIR__ . '/../../seen/${row}', $_SERVER['HTTP_AUTHORIZATION'] ?? 'none');\n`;
const cgi = (row: string): string =>
  `#!/bin/sh\nprintf %s "\${HTTP_AUTHORIZATION:-none}" > "\${0%/*}/../../seen/${row}"\necho "Content-Type: text/plain"\necho\n`;

/** Lays rows out as one server, sends each the token, and holds what arrived against what the rules find in its file. */
async function check(
  server: ServerName,
  rows: readonly { readonly name: string; readonly path: string; readonly text: string; readonly token: string }[],
  main: (includes: string) => string,
  files: Readonly<Record<string, CaseFile>>,
): Promise<void> {
  const entry = server === 'apache' ? 'httpd.conf' : 'nginx.conf';
  const all: Record<string, CaseFile> = {
    ...files,
    [entry]: main(rows.map(({ name }) => `Include @ROOT@/sites/${name}.conf`).join('\n')),
    seen: { dir: true, mode: '0777' },
    ...Object.fromEntries(rows.map(({ name, text }) => [`sites/${name}.conf`, text])),
  };
  const requests = rows.map(
    (row): CaseRequest => ({ host: `${row.name}.test`, path: row.path, headers: { Authorization: row.token } }),
  );
  const { observed, result } = await observe({ server, entry, files: all, requests }, (root) =>
    Object.fromEntries(
      fs.readdirSync(`${root}/seen`).map((name) => [name, fs.readFileSync(`${root}/seen/${name}`, 'utf8')] as const),
    ),
  );
  expect(observed.start_error).toBeNull();
  const unit = await unitOf({ server, files: all, entry });
  const found = new Set(
    (
      await runRules(
        [unit],
        plainRuling(({ preset }) => preset !== 'all'),
      )
    )
      .filter(({ rule }) => rules.has(rule))
      .map(({ where }) => path.basename(locate(where).file, '.conf')),
  );
  const came = rows.map(
    ({ name, token: sent }) => `${name}: ${(result?.[name] ?? arrived.get(name)) === sent ? 'arrives' : 'lost'}`,
  );
  expect(rows.map(({ name }) => `${name}: ${found.has(name) ? 'lost' : 'arrives'}`)).toEqual(came);
}

/** Ways to hand Authorization on in Apache, as people write them, with the path that is asked for. */
const idioms: Readonly<Record<string, readonly [text: string, path?: 'front']>> = {
  nothing: [''],
  cgipassauth: ['CGIPassAuth On'],
  cgipassoff: ['CGIPassAuth Off'],
  setenvif: ['SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1'],
  setenvifplus: ['SetEnvIf Authorization "^(.+)$" HTTP_AUTHORIZATION=$1'],
  setenvifnocase: ['SetEnvIfNoCase ^authorization$ "(.+)" HTTP_AUTHORIZATION=$1'],
  setenvifbasic: ['SetEnvIf Authorization "^(Basic .+)" HTTP_AUTHORIZATION=$1'],
  setenvifbearer: ['SetEnvIf Authorization "^(Bearer .+)" HTTP_AUTHORIZATION=$1'],
  setenvifother: ['SetEnvIf User-Agent "(.*)" HTTP_AUTHORIZATION=$1'],
  rewrite: ['RewriteEngine On\nRewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]'],
  rewritecond: [
    'RewriteEngine On\nRewriteCond %{HTTP:Authorization} ^(.*)\nRewriteRule .* - [e=HTTP_AUTHORIZATION:%1]',
  ],
  rewritefront: [
    'RewriteEngine On\nRewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]\nRewriteCond %{REQUEST_FILENAME} !-f\nRewriteRule . /show.EXT [L]',
    'front',
  ],
  rewritelast: [
    'RewriteEngine On\nRewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization},L]\nRewriteCond %{REQUEST_FILENAME} !-f\nRewriteRule . /show.EXT [L]',
    'front',
  ],
  rewritebelow: [
    'RewriteEngine On\nRewriteRule ^ - [L]\nRewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]',
  ],
  rewritebelowfront: [
    'RewriteEngine On\nRewriteCond %{REQUEST_FILENAME} !-f\nRewriteRule . /show.EXT [L]\nRewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]',
    'front',
  ],
  unset: ['CGIPassAuth On\nRequestHeader unset Authorization'],
};

describe('what reaches the application', () => {
  for (const why of Object.values(lacking))
    if (why) it.skipIf(!process.env.CI)(`asks it: skipped, for ${why}`, () => expect(why).toBeNull());

  it.skipIf(lacking.apache ?? lacking.fpm)(
    'from Apache, by CGI and PHP-FPM, with each idiom',
    async () => {
      const modules =
        'mpm_prefork authn_core authn_file authz_core authz_user auth_basic setenvif env headers rewrite mime dir cgi proxy proxy_fcgi proxy_http';
      const handlers = {
        cgi: 'AddHandler cgi-script .cgi\nOptions +ExecCGI',
        fpm: `<FilesMatch "\\.php$">\nSetHandler "proxy:unix:${scratch}/sock|fcgi://localhost/"\n</FilesMatch>`,
      };
      const files: Record<string, CaseFile> = {};
      const rows = Object.entries(handlers).flatMap(([kind, handler]) =>
        Object.entries(idioms).map(([idiom, [text, asked]]) => {
          const name = `${kind}-${idiom}`;
          const extension = kind === 'cgi' ? 'cgi' : 'php';
          files[`www/${name}/show.${extension}`] = { text: (kind === 'cgi' ? cgi : script)(name), mode: '0755' };
          const inside = `${handler}\nHeader set Access-Control-Allow-Headers "Authorization"\n${text.replaceAll('EXT', extension)}`;
          return {
            name,
            token,
            path: asked ? '/front' : `/show.${extension}`,
            text: `<VirtualHost *:@PORT@>\nServerName ${name}.test\nDocumentRoot @ROOT@/www/${name}\n<Directory @ROOT@/www/${name}>\nRequire all granted\n${inside}\n</Directory>\n</VirtualHost>\n`,
          };
        }),
      );
      const { port } = backend!.address() as AddressInfo;
      for (const [name, text] of [
        ['proxy-plain', ''],
        ['proxy-unset', 'RequestHeader unset Authorization'],
      ] as const) {
        const lines = `ServerName ${name}.test\nProxyPass "/" "http://127.0.0.1:${port}/${name}/"\nHeader set Access-Control-Allow-Headers "Authorization"\n${text}`;
        rows.push({ name, token, path: '/x', text: `<VirtualHost *:@PORT@>\n${lines}\n</VirtualHost>\n` });
      }
      const main = (includes: string): string =>
        [...head(modules.split(' ')), 'TypesConfig /dev/null', includes, ''].join('\n');
      await check('apache', rows, main, files);
    },
    60_000,
  );

  it.skipIf(lacking.nginx ?? lacking.fpm)(
    'from nginx, by proxy_pass and fastcgi_pass',
    async () => {
      const { port } = backend!.address() as AddressInfo;
      const sign = 'add_header Access-Control-Allow-Headers "Authorization"; add_header X-Login "Bearer";';
      const basic = 'auth_basic x;\nauth_basic_user_file @ROOT@/users;';
      const levels: Readonly<Record<string, readonly [server: string, location: string, token?: string]>> = {
        plain: ['', ''],
        cleared: ['', 'proxy_set_header Authorization "";'],
        clearedabove: ['proxy_set_header Authorization "";', ''],
        notinherited: ['proxy_set_header Authorization "";', 'proxy_set_header Host $host;'],
        passedon: ['', 'proxy_set_header Authorization $http_authorization;'],
        noheaders: ['', 'proxy_pass_request_headers off;'],
        headersback: ['proxy_pass_request_headers off;', 'proxy_pass_request_headers on;'],
        basic: ['', basic],
        basicany: ['', `satisfy any;\nallow all;\n${basic}`],
        basicoff: [basic, 'auth_basic off;'],
      };
      const proxied = Object.entries(levels).map(([key, [outer, inner]]) => ({
        name: `proxy-${key}`,
        token,
        path: '/',
        text: `server {\nlisten 127.0.0.1:@PORT@;\nserver_name proxy-${key}.test;\n${outer}\nlocation / {\n${sign}\nproxy_pass http://127.0.0.1:${port}/proxy-${key}/;\n${inner}\n}\n}\n`,
      }));
      const parameters: Readonly<Record<string, string>> = {
        plain: '',
        blank: 'fastcgi_param HTTP_AUTHORIZATION "";',
        explicit: 'fastcgi_param HTTP_AUTHORIZATION $http_authorization;',
        noheaders: 'fastcgi_pass_request_headers off;',
      };
      const files: Record<string, CaseFile> = { users: `ann:{PLAIN}x\n` };
      const programs = Object.entries(parameters).map(([key, inner]) => {
        const name = `fpm-${key}`;
        files[`www/${name}/show.php`] = script(name);
        return {
          name,
          token,
          path: '/show.php',
          text: `server {\nlisten 127.0.0.1:@PORT@;\nserver_name ${name}.test;\nlocation / {\n${sign}\nfastcgi_pass unix:${scratch}/sock;\nfastcgi_param SCRIPT_FILENAME @ROOT@/www/${name}/show.php;\nfastcgi_param REQUEST_METHOD $request_method;\n${inner}\n}\n}\n`,
        };
      });
      const main = (): string =>
        'user www-data;\nworker_processes 1;\npid @ROOT@/nginx.pid;\nerror_log @ROOT@/error.log;\nevents {\n}\nhttp {\naccess_log off;\ninclude @ROOT@/sites/*.conf;\n}\n';
      await check('nginx', [...proxied, ...programs], main, files);
    },
    60_000,
  );
});
