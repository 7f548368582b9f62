import { describe, expect, it } from 'vitest';
import { comesLater, commandsIn, nginxVersion } from '../../../src/catalog/nginx-versions.ts';
import { MemoryHost } from '../../../src/host/memory.ts';
import { loadNginx } from '../../../src/predict/nginx/predictor.ts';
import { requestOf } from '../../../src/predict/request.ts';

function load(http: string, version: string | null) {
  const host = new MemoryHost({ '/etc/nginx/nginx.conf': `events { }\nhttp {\n${http}\n}\n` });
  return loadNginx(host, '/etc/nginx/nginx.conf', { version: version === null ? null : nginxVersion(version) });
}

const refusal = (http: string, version: string | null): string | undefined =>
  load(http, version).startErrors[0]?.message;

describe('releases of nginx', () => {
  it('are read as images and packages name them', () => {
    expect(nginxVersion('nginx/1.22.1')).toBe(1_022_001);
    expect(nginxVersion('1.27.3-alpine')).toBe(1_027_003);
    expect(nginxVersion('1.26')).toBe(1_026_999);
    expect(nginxVersion('stable-alpine')).toBeNull();
    expect(nginxVersion('latest')).toBeNull();
  });

  it('know directives from a release on, or up to one', () => {
    const http2 = 'server { http2 on; }';
    expect(refusal(http2, '1.24.0')).toBe('unknown directive "http2", which this release of nginx does not have');
    expect(refusal(http2, '1.25.1')).toBeUndefined();
    expect(refusal(http2, null)).toBeUndefined();
    const ssl = 'server { ssl on; }';
    expect(refusal(ssl, '1.22.1')).toBeUndefined();
    expect(refusal(ssl, '1.25.1')).toBe('unknown directive "ssl", which this release of nginx does not have');
    expect(refusal(ssl, null)).toBeUndefined();
  });

  it('take other numbers of arguments', () => {
    const upstream = 'upstream a { server 127.0.0.1; keepalive 8 local; }';
    expect(refusal(upstream, '1.28.0')).toBe('invalid number of arguments in "keepalive" directive');
    expect(refusal(upstream, '1.29.7')).toBeUndefined();
    expect(commandsIn('resolver', nginxVersion('1.26.0'))!.some(({ contexts }) => contexts.includes('upstream'))).toBe(
      false,
    );
  });

  it('know variables from a release on', () => {
    expect(comesLater('request_port', nginxVersion('1.29.2'))).toBe(true);
    expect(comesLater('request_port', nginxVersion('1.29.3'))).toBe(false);
    expect(comesLater('request_port', null)).toBe(false);
    expect(refusal('server { location / { return 200 $request_port; } }', '1.22.1')).toBe(
      'unknown "request_port" variable',
    );
  });

  it('join header lines since 1.23, part cookies at commas before 1.29.6, and refuse CONNECT since 1.21.1', () => {
    const http = `server { location / { if ($http_x = "a, b") { return 410; } if ($cookie_in = yes) { return 402; } return 404; } }`;
    const ask = (version: string, request: Parameters<typeof requestOf>[0]) =>
      load(http, version).answer(requestOf({ host: 'a.test', ...request })).status;
    const twice = { path: '/', headers: { X: ['a', 'b'] } };
    expect([ask('1.22.1', twice), ask('1.23.0', twice)]).toEqual([404, 410]);
    const cookie = { path: '/', headers: { Cookie: 'a=1,in=yes' } };
    expect([ask('1.29.5', cookie), ask('1.29.6', cookie)]).toEqual([402, 404]);
    const connect = { path: '/', method: 'CONNECT' };
    expect([ask('1.20.0', connect), ask('1.22.1', connect)]).toEqual([404, 405]);
  });
});
