import { expect, it } from 'vitest';
import { MemoryHost } from '../../../src/host/memory.ts';
import { loadNginx } from '../../../src/predict/nginx/predictor.ts';
import { requestOf } from '../../../src/predict/request.ts';

const statusesOf = (listen: string, lines: readonly string[], header?: string) => {
  const locations = lines.map((line, index) => `location /${index} { ${line} }`).join('\n');
  const server = `server { ${listen} server_name a.test; root /srv/www; ${locations} }`;
  const host = new MemoryHost({ '/etc/nginx/nginx.conf': { text: `events { }\nhttp { ${server} }` } });
  const { answer } = loadNginx(host, '/etc/nginx/nginx.conf');
  const headers = header === undefined ? {} : { 'X-Real-IP': header };
  return lines.map((_, index) => answer(requestOf({ path: `/${index}`, remote: '127.0.0.1', headers })).status);
};

it('IPv4 clients of a socket of both kinds are looked for as IPv6 where no rule is for IPv4', () => {
  const lines = [
    'deny ::ffff:127.0.0.1;',
    'deny ::ffff:127.0.0.1; allow 10.0.0.1;',
    'allow ::1; deny ::/0;',
    'allow ::1; deny ::/0; allow 10.0.0.1;',
  ];
  expect(statusesOf('listen [::]:80 ipv6only=off;', lines)).toEqual([403, 'pass', 403, 'pass']);
  expect(statusesOf('listen 80; listen [::]:80;', lines)).toEqual(['pass', 'pass', 'pass', 'pass']);
});

it('an address out of a header is looked for as it is written there where no rule is for IPv4', () => {
  const trusted = 'set_real_ip_from 127.0.0.1; real_ip_header X-Real-IP;';
  const lines = [`${trusted} deny ::ffff:10.0.0.1;`, `${trusted} deny 10.0.0.1;`];
  for (const listen of ['listen 80;', 'listen [::]:80 ipv6only=off;']) {
    expect(statusesOf(listen, lines, '10.0.0.1')).toEqual(['pass', 403]);
    expect(statusesOf(listen, lines, '::ffff:10.0.0.1')).toEqual([403, 403]);
  }
});
