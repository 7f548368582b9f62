import { expect, test } from 'vitest';
import { MemoryHost } from '../../../src/host/memory.ts';
import type { Status } from '../../../src/predict/answer.ts';
import { loadApache } from '../../../src/predict/apache/predictor.ts';
import { requestOf } from '../../../src/predict/request.ts';

const proxies = '# ours\n127.0.0.1 192.0.2.0/25 # 192.0.2.129\n#192.0.2.130\n';

/** What a client gets where only 10.1.1.0/24 and 198.51.100.7 are let in. */
function status(lines: string, forwarded: string | null, remote = '127.0.0.1', require?: string): Status {
  const modules = 'mpm_event authz_core authz_host remoteip setenvif';
  const text = `ServerRoot /etc/apache2\nListen 80\nServerName example.test\n${modules
    .split(' ')
    .map((name) => `LoadModule ${name}_module modules/mod_${name}.so\n`)
    .join('')}DocumentRoot /srv\n${lines}\nSetEnvIf X-Forwarded-For . left\n<Directory /srv>\n${
    require ?? 'Require ip 10.1.1.0/24 198.51.100.7'
  }\n</Directory>\n`;
  const predictor = loadApache(
    new MemoryHost({ '/srv/x': 'ok', '/etc/proxies': proxies, '/etc/apache2/apache2.conf': text }),
    '/etc/apache2/apache2.conf',
  );
  expect(predictor.startErrors).toEqual([]);
  const headers = forwarded === null ? {} : { 'X-Forwarded-For': forwarded };
  return predictor.answer(requestOf({ host: 'example.test', path: '/x', remote, headers })).status;
}

const header = 'RemoteIPHeader X-Forwarded-For';
const internal = `${header}\nRemoteIPInternalProxy 127.0.0.1`;

test('without RemoteIPHeader nobody is believed', () => {
  expect(status('', '10.1.1.7')).toBe(403);
  expect(status('RemoteIPInternalProxy 127.0.0.1', '10.1.1.7')).toBe(403);
});

test('the last address counts, and the ones before it where that is a proxy too', () => {
  expect(status(internal, '10.1.1.7')).toBe('pass');
  expect(status(internal, '10.1.1.7, 203.0.113.5')).toBe(403);
  expect(status(internal, '203.0.113.5 ,  10.1.1.7 ')).toBe('pass');
  expect(status(`${internal} 203.0.113.5`, '10.1.1.7, 203.0.113.5')).toBe('pass');
  expect(status(internal, null)).toBe(403);
  expect(status(internal, 'unknown')).toBe(403);
  expect(status(internal, '10.1.1.7, unknown')).toBe(403);
});

test('a client that is no proxy is not believed', () => {
  expect(status(internal, '10.1.1.7', '127.0.0.2')).toBe(403);
});

test('of a private address only an internal proxy is believed', () => {
  expect(status(`${header}\nRemoteIPTrustedProxy 127.0.0.1`, '10.1.1.7')).toBe(403);
  expect(status(`${header}\nRemoteIPTrustedProxy 127.0.0.1`, '198.51.100.7')).toBe('pass');
  // no line at all: everybody is a proxy, and none an internal one
  expect(status(header, '198.51.100.7', '127.0.0.2')).toBe('pass');
  expect(status(header, '10.1.1.7')).toBe(403);
});

test('what was believed is taken out of the header', () => {
  expect(status(internal, '10.1.1.7', undefined, 'Require env left')).toBe(403);
  expect(status(internal, '192.0.2.1, 10.1.1.7', undefined, 'Require env left')).toBe('pass');
  expect(status(internal, '10.1.1.7', '127.0.0.2', 'Require env left')).toBe('pass');
});

test('expressions tell the client from the connection', () => {
  expect(status(internal, '192.0.2.1', undefined, "Require expr %{REMOTE_ADDR} == '192.0.2.1'")).toBe('pass');
  expect(status(internal, '192.0.2.1', undefined, "Require expr %{CONN_REMOTE_ADDR} == '127.0.0.1'")).toBe('pass');
});

test('a list of proxies is read, with its comments left out; a name is not looked up', () => {
  const listed = `${header}\nRemoteIPInternalProxyList /etc/proxies`;
  expect(status(listed, '10.1.1.7')).toBe('pass');
  expect(status(listed, '10.1.1.7', '192.0.2.1')).toBe('pass');
  expect(status(listed, '10.1.1.7', '192.0.2.129')).toBe(403);
  expect(status(listed, '10.1.1.7', '192.0.2.130')).toBe(403);
  expect(status(listed, null)).toBe(403);
  expect(status(internal, 'host.example')).toBe('unknown');
});
