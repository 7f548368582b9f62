import { expect, it } from 'vitest';
import { plainRuling } from '../../src/rules/rule.ts';
import { runRules } from '../../src/rules/run.ts';
import { unitOf } from '../conformance/fixtures.ts';

/** Findings of all presets that are more than notes. */
async function found(server: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const tls = 'listen 443 ssl; ssl_certificate c.pem; ssl_certificate_key k.pem;';
  const text = `events { }\nhttp { server { ${tls} ${server} } }\n`;
  const unit = await unitOf({ server: 'nginx', files: { 'nginx.conf': text, ...files }, entry: 'nginx.conf' });
  const findings = await runRules(
    [unit],
    plainRuling(() => true),
  );
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
}

it('where auth_request lets everybody in nobody misses a challenge', async () => {
  const place = 'location / { auth_request /check; proxy_pass http://127.0.0.1:9; }';
  const target = (check: string): string => `location = /check { internal; ${check} empty_gif; }`;
  expect(await found(`${place} ${target('')}`)).toEqual(['auth-request-lets-all-in']);
  expect(await found(`${place} ${target('deny all; return 401;')}`)).toContain('auth-request-without-challenge');
});

it('a folder without an index explains nothing: the rewrite before it does', async () => {
  const login = 'auth_basic Staff; auth_basic_user_file users;';
  const server = `root @ROOT@/srv; location /old/ { ${login} rewrite ^/old/(.*)$ /new/$1 last; } location /new/ { }`;
  const rules = await found(server, { 'srv/new/x': '' });
  expect(rules).toContain('nginx-rewrite-before-auth');
  expect(rules).not.toContain('lockout-unexplained');
});

it('a refusal to start is told where its own rule is silent', async () => {
  const text = 'events { }\nnope on;\n';
  const unit = await unitOf({ server: 'nginx', files: { 'nginx.conf': text }, entry: 'nginx.conf' });
  const told = async (unknown: boolean): Promise<string[]> => {
    const ruling = plainRuling(({ id }) => unknown === (id === 'nginx-unknown-directive'));
    return (await runRules([unit], ruling)).map(({ rule, line }) => `${rule} ${line}`);
  };
  expect(await told(true)).toEqual(['nginx-unknown-directive 2']);
  expect(await told(false)).toEqual(['lockout-unexplained 2']);
});

it('allow all at a health check or for certificates is told once', async () => {
  const login = 'auth_basic Staff; auth_basic_user_file /srv/case/users;';
  const rules = await found(`${login} location /healthz { allow all; } location /x { allow all; }`);
  expect(rules.filter((rule) => rule === 'nginx-health-check-locked')).toHaveLength(1);
  expect(rules.filter((rule) => rule === 'nginx-exemption-asks-all-the-same')).toHaveLength(1);
});
