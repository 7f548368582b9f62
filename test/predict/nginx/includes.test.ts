import { describe, expect, it } from 'vitest';
import { MappedHost } from '../../../src/host/mapped.ts';
import { MemoryHost } from '../../../src/host/memory.ts';
import { loadNginx } from '../../../src/predict/nginx/predictor.ts';

const http = 'http { server { listen 80; } }\n';

function load(text: string, options: Parameters<typeof loadNginx>[2] = {}) {
  const host = new MemoryHost({ '/etc/nginx/nginx.conf': text });
  // nothing is known of any other folder
  const seen = new MappedHost(host, [{ from: '/etc/nginx', to: '/etc/nginx' }]);
  return loadNginx(seen, '/etc/nginx/nginx.conf', options);
}

const refusals = (text: string, options?: Parameters<typeof load>[1]): string[] =>
  load(text, options).startErrors.map(({ code }) => code);

describe('a configuration without an events block', () => {
  it('is refused where it is whole', () => {
    expect(refusals(http)).toEqual(['nginx-events-missing']);
    expect(refusals(`events {}\n${http}`)).toEqual([]);
  });

  it('is a part where another file may include it, and only its first mistake is told', () => {
    expect(refusals(http, { mayBePart: true })).toEqual([]);
    expect(refusals(http, { fragment: 'auto' })).toEqual([]);
    expect(refusals(`${http}nope on;\n`)).toEqual(['nginx-unknown-directive']);
  });
});

describe('what is included', () => {
  it('is nothing where it is a device, which nginx takes for an empty file', () => {
    expect(refusals(`include /dev/stdin;\n${http}`)).toEqual(['nginx-events-missing']);
    expect(refusals(`include /srv/stdin;\n${http}`)).toEqual([]);
  });

  it('is given up where a pattern would go through the whole disk', () => {
    const folders = (count: number): string => `include ${'/*'.repeat(count)}/nope[[[;\nevents {}\n${http}`;
    expect(load(folders(7)).starts).toBe('unknown');
    expect(load(folders(6)).starts).toBe('yes');
  });
});
