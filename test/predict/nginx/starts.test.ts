import { expect, it } from 'vitest';
import { MemoryHost } from '../../../src/host/memory.ts';
import { loadNginx } from '../../../src/predict/nginx/predictor.ts';

const accounts = { '/etc/passwd': 'nobody:x:65534:65534::/:\n', '/etc/group': 'nogroup:x:65534:\n' };

function load(text: string, files: Readonly<Record<string, string>> = {}) {
  return loadNginx(new MemoryHost({ '/etc/nginx/nginx.conf': text, ...files }), '/etc/nginx/nginx.conf');
}

const refusals = (...args: Parameters<typeof load>): string[] =>
  load(...args).startErrors.map(({ message }) => message);

it('the group of the user must be there, which on Debian has another name for nobody', () => {
  expect(refusals('user nobody; events { }', accounts)).toEqual([
    'getgrnam("nobody") failed: no such group in /etc/group',
  ]);
  expect(refusals('user nobody nogroup; events { }', accounts)).toEqual([]);
  expect(refusals('user nobody; events { }')).toEqual([]);
});

it('a wrong network of set_real_ip_from is taken for a host name that nobody has', () => {
  const http = (from: string): string => `events { } http { set_real_ip_from ${from}; }`;
  expect(refusals(http('10.0.0.0/40'))).toEqual(['host not found in set_real_ip_from "10.0.0.0/40"']);
  expect(refusals(http('10.0.0.0/8'))).toEqual([]);
});

it('a variable of a block with a mistake is no unknown one besides', () => {
  const text = 'events { } http { geo $in { localhost 1; } server { if ($in) { return 403; } } }';
  expect(refusals(text)).toEqual(['invalid network "localhost"']);
});

it("without another's module nginx does not start, and whether it has that cannot be seen", () => {
  const http = 'events { } http { server { location / { auth_pam Staff; } } }';
  expect(load(http).starts).toBe('unknown');
  expect(load(`load_module modules/ngx_http_auth_pam_module.so; ${http}`).starts).toBe('yes');
});
