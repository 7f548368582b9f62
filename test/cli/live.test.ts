import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { nginxBuild } from '../../src/model/nginx/build.ts';
import { writeBelow } from '../files.ts';
import { scratchFolder } from '../scratch.ts';

const cli = path.join(import.meta.dirname, '../../dist/cli.js');
const scratch = scratchFolder('live');
const programs = path.join(scratch, 'bin');
const asked = path.join(scratch, 'asked');
beforeEach(() => {
  for (const folder of ['bin', 'server']) fs.rmSync(path.join(scratch, folder), { recursive: true, force: true });
  fs.rmSync(asked, { force: true });
  fs.mkdirSync(programs);
});

/** A program that prints a text and notes how it was called. */
function program(name: string, text: string): void {
  const body = `#!/bin/sh\necho "${name} $*" >> '${asked}'\ncase "$*" in *-M|*-V|'') ;; *Z*|httpd_*) ;; *) exit 1 ;; esac\necho '${text}'\n`;
  fs.writeFileSync(path.join(programs, name), body, { mode: 0o755 });
}

const write = (name: string, text: string): string => writeBelow(scratch, `server/${name}`, text);

function run(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [cli, ...args, '--no-untrusted'], {
    cwd: scratch,
    encoding: 'utf8',
    env: { PATH: programs },
  });
  expect(stderr).not.toMatch(/^\s+at /m);
  return stdout;
}

const called = (): string[] => (fs.existsSync(asked) ? fs.readFileSync(asked, 'utf8').trim().split('\n') : []);
const usual = ['core', 'so', 'http', 'unixd', 'mpm_event', 'authn_core', 'authz_core', 'authz_host', 'alias', 'dir'];
const listing = (names: readonly string[]): string =>
  `Loaded Modules:\n${names.map((name, index) => ` ${name}_module (${index < 5 ? 'static' : 'shared'})`).join('\n')}`;

describe('--live', () => {
  const members = (): string => {
    const users = write('users', 'anna:$apr1$Xk3ZUhZM$0bNnD5ro6hFHvUcQWFMvC/\n');
    return write(
      'sites/members.conf',
      `<Location "/members">\n    AuthType Basic\n    AuthName "Members"\n    AuthUserFile "${users}"\n    Require valid-user\n</Location>\n`,
    );
  };

  it('takes the modules of the running Apache for a part of a configuration', () => {
    const file = members();
    program('httpd', listing([...usual, 'auth_basic', 'authn_file', 'authz_user']));
    expect(run('--live', file)).toContain('works');
    program('httpd', listing([...usual, 'authn_file', 'authz_user']));
    const out = run('--live', file);
    expect(out).toMatch(/error/);
    expect(out).toContain('mod_auth_basic');
    expect(new Set(called())).toContain('httpd -M');
  });

  it('asks no program without it, and needs none with it', () => {
    const file = members();
    program('httpd', listing(usual));
    program('getenforce', 'Enforcing');
    expect(run(file)).toContain('depends');
    expect(called()).toEqual([]);
    fs.rmSync(path.join(programs, 'httpd'));
    expect(run('--live', file)).toContain('works');
  });

  it('knows what was left out of the running nginx', () => {
    const file = write(
      'nginx.conf',
      'events {}\nhttp {\n    server {\n        listen 8080;\n        location / {\n            auth_request /check;\n            root /srv;\n        }\n        location = /check {\n            return 204;\n        }\n    }\n}\n',
    );
    const build = 'nginx version: nginx/1.26.2\nconfigure arguments: --with-http_ssl_module';
    program('nginx', build);
    const out = run('--live', file);
    expect(out).toContain('nginx.conf:6:13 error nginx-directive-not-in-build');
    expect(out).toContain('load_module');
    program('nginx', `${build} --with-http_auth_request_module`);
    expect(run('--live', file)).not.toContain('nginx-directive-not-in-build');
    expect(called()).toEqual(['nginx -V', 'nginx -V']);
  });

  it('names a file of users that SELinux keeps from the server', () => {
    const file = members();
    program('httpd', listing([...usual, 'auth_basic', 'authn_file', 'authz_user']));
    program('ls', `unconfined_u:object_r:user_home_t:s0 ${scratch}/server/users`);
    program('getenforce', 'Enforcing');
    expect(run('--live', file)).toContain('members.conf:4:5 warning selinux-label-forbids');
    program('getsebool', 'httpd_read_user_content --> off');
    expect(run('--live', file)).toContain('selinux-label-forbids');
    program('getsebool', 'httpd_read_user_content --> on');
    expect(run('--live', file)).not.toContain('selinux-label-forbids');
    fs.rmSync(path.join(programs, 'getsebool'));
    program('getenforce', 'Permissive');
    expect(run('--live', file)).not.toContain('selinux-label-forbids');
    program('getenforce', 'Enforcing');
    program('ls', `system_u:object_r:httpd_config_t:s0 ${scratch}/server/users`);
    expect(run('--live', file)).not.toContain('selinux-label-forbids');
  });
});

describe('nginx -V', () => {
  it('tells version and modules; that of another program tells nothing', () => {
    const build = nginxBuild(
      'nginx version: nginx/1.22.1\nbuilt with OpenSSL\nconfigure arguments: --with-http_perl_module=dynamic --without-http_auth_basic_module --add-module=../lua',
    );
    expect(build?.missing.has('ngx_http_auth_basic_module')).toBe(true);
    expect(build?.missing.has('ngx_http_auth_request_module')).toBe(true);
    expect(build?.missing.has('ngx_http_access_module')).toBe(false);
    expect(build?.dynamic.has('ngx_http_perl_module')).toBe(true);
    expect(build?.foreign).toBe(true);
    expect(nginxBuild('nginx version: openresty/1.25.3.1\nconfigure arguments: --with-http_ssl_module')).toBe(null);
    expect(nginxBuild('')).toBe(null);
  });
});
