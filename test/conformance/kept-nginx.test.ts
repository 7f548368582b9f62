import { describe, expect, it } from 'vitest';
import { requestOf } from '../../src/predict/request.ts';
import { predictorOf } from './fixtures.ts';
import { kept, setupOfKept } from './nginx/kept.ts';
import { mutation } from './nginx/mutations.ts';
import { missing, observe, releaseOf } from './server.ts';

/** Lines of which nginx says something else at start than is predicted. */
async function saidOtherwise(
  lines: readonly { readonly http: string[]; readonly server: string[] }[],
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { http, server } of lines) {
    const setup = setupOfKept({ about: '', http, server, requests: [], statuses: [] });
    const predictor = await predictorOf(setup, releaseOf('nginx'));
    const { observed } = await observe(setup);
    const said = /\[emerg\] (?:\d+#\d+: )?(.*?)(?: in \S+:\d+)?$/m.exec(observed.start_error ?? '')?.[1] ?? null;
    const message = predictor.startErrors[0]?.message ?? null;
    if (said !== message) wrong.push(`${[...http, ...server].join(' ')}: nginx ${said}, predicted ${message}`);
  }
  return wrong;
}

describe('small nginx configurations that were once predicted wrongly', () => {
  it.each(kept.map((one) => [one.about, one] as const))('%s', async (_, one) => {
    const setup = setupOfKept(one);
    const predictor = await predictorOf(setup, '1.22.1');
    expect(predictor.startErrors).toEqual([]);
    const statuses = setup.requests.map((request) => predictor.answer(requestOf(request)).status);
    const wrong = statuses.flatMap((status, index) => {
      const expected = one.statuses[index]!;
      // content passes; what it then says is its own
      const fits = status === 'pass' ? ![0, 401, 403, 500].includes(expected) : status === expected;
      return fits ? [] : [`${setup.requests[index]!.path}: ${status}, nginx ${expected}`];
    });
    expect(wrong).toEqual([]);
  });

  const why = missing('nginx');
  it.skipIf(why && !process.env.CI)(
    `nginx says the same${why ? `: skipped, for ${why}` : ''}`,
    { timeout: 120_000 },
    async () => {
      expect(why).toBeNull();
      for (const one of kept) {
        const { observed } = await observe(setupOfKept(one));
        expect([one.about, observed.start_error]).toEqual([one.about, null]);
        expect([one.about, observed.responses.map(({ status }) => status)]).toEqual([one.about, one.statuses]);
      }
    },
  );

  it.skipIf(why)('names of variables that nginx keeps for itself', { timeout: 120_000 }, async () => {
    const inServer = [
      ...['host', 'Host', 'args', 'limit_rate', 'http_host', 'http_x_host', 'sent_http_location', 'sent_http_x'],
      ...[
        'upstream_addr',
        'arg_k',
        'uri',
        'invalid_referer',
        'proxy_host',
        'remote_user',
        'ssl_protocol',
        'nginx_version',
      ],
    ].map((name) => ({ http: [], server: [`set $${name} x;`] }));
    const others = [
      { http: ['map $uri $request_uri { default 1; }'], server: [] },
      { http: ['geo $remote_addr { default 1; }'], server: [] },
      { http: ['split_clients $uri $scheme { * a; }'], server: [] },
      { http: ['map $uri $mine { ~^(?<status>.) 1; }'], server: [] },
      { http: [], server: ['server_name ~^(?<host>.);'] },
      { http: [], server: ['location ~ ^/(?<msec>.) { }'] },
      { http: [], server: ['location / { auth_request /x; auth_request_set $https x; }'] },
      { http: [], server: ['rewrite ^(?<pipe>.) /x;'] },
      { http: [], server: ['if ($uri ~ ^(?<pid>.)) { }'] },
      { http: [], server: ['valid_referers none;'] },
      { http: [], server: ['valid_referers none server_names;'] },
      { http: [], server: ['server_name a.test;', 'valid_referers none server_names a.test;'] },
      { http: [], server: ['valid_referers a*b;'] },
    ];
    expect(await saidOtherwise([...inServer, ...others])).toEqual([]);
  });

  it.skipIf(why)('values, variables, zones and log formats at start', { timeout: 120_000 }, async () => {
    const inServer = [
      ...['satisfy Any;', 'satisfy one;', 'ssl_verify_client on/;', 'proxy_next_upstream error HTTP_502;'],
      ...['client_max_body_size 1g;', 'client_max_body_size 10MB;', 'client_body_buffer_size 1g;', 'read_ahead k;'],
      ...['proxy_read_timeout 1m30s;', 'proxy_read_timeout 500ms;', 'proxy_read_timeout 30s1m;', 'auth_delay 60 s;'],
      ...['keepalive_requests 10;', 'keepalive_requests many;', 'keepalive_timeout 65 60s;', 'resolver_timeout "1 h";'],
      ...['add_header X-A $nosuch;', 'add_header X-A $host;', 'add_header X-A "${host";', 'try_files $nosuch /x;'],
      ...['fastcgi_param A $document_root$fastcgi_scriptname;', 'access_log off;', 'access_log @ROOT@/a.log nosuch;'],
      ...['access_log @ROOT@/a.log combined;', 'proxy_cache off;', 'limit_conn c 1;', 'limit_req zone=r burst=5;'],
      ...['location /c { proxy_cache nosuch; }', 'scgi_temp_path @ROOT@/a; scgi_temp_path @ROOT@/b;'],
      ...['location /p { proxy_pass http://127.0.0.1:9; fastcgi_pass 127.0.0.1:9; }', 'error_page = /x;'],
    ].map((line) => ({ http: [], server: [line] }));
    const others = [
      { http: [], server: ['listen 127.0.0.2:@PORT@ ssl;'] },
      { http: [], server: ['listen 127.0.0.2:@PORT@ ssl;', 'ssl_certificate $host.pem;'] },
      { http: [], server: ['listen 127.0.0.2:@PORT@ ssl;', 'ssl_reject_handshake on;'] },
      {
        http: ['server { listen 127.0.0.2:@PORT@; ssl_reject_handshake on; }'],
        server: ['listen 127.0.0.2:@PORT@ ssl;'],
      },
      { http: [], server: ['location @a { return 204; }', 'location @a { return 404; }'] },
      { http: ['auth_basic $nosuch;'], server: [] },
      { http: ['log_format own "$remote_user";'], server: ['access_log @ROOT@/a.log own;'] },
      { http: ['log_format own "$remote_usr";'], server: [] },
      { http: ['limit_req_zone $binary_remote_addr zone=r:1m rate=1r/s;'], server: ['limit_req zone=r;'] },
      { http: ['limit_conn_zone $binary_remote_addr zone=r:1m;'], server: ['limit_conn r 9;'] },
      { http: ['proxy_cache_path @ROOT@/cache keys_zone=z:1m;'], server: ['location /c { proxy_cache z; }'] },
    ];
    expect(await saidOtherwise([...inServer, ...others])).toEqual([]);
  });

  it.skipIf(why)("slips of the pen are refused in nginx's own words, at its line", { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= 40; seed++) {
      const said = await mutation(seed);
      if (said) wrong.push(said);
    }
    expect(wrong).toEqual([]);
  });
});
