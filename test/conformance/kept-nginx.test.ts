import { describe, expect, it } from 'vitest';
import { requestOf } from '../../src/predict/request.ts';
import { predictorOf } from './fixtures.ts';
import { kept, setupOfKept } from './nginx/kept.ts';
import { mutation } from './nginx/mutations.ts';
import { missing, observe, releaseOf } from './server.ts';

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
    const wrong: string[] = [];
    for (const { http, server } of [...inServer, ...others]) {
      const setup = setupOfKept({ about: '', http, server, requests: [], statuses: [] });
      const predictor = await predictorOf(setup, releaseOf('nginx'));
      const { observed } = await observe(setup);
      const said = /\[emerg\] (?:\d+#\d+: )?(.*?)(?: in \S+:\d+)?$/m.exec(observed.start_error ?? '')?.[1] ?? null;
      const message = predictor.startErrors[0]?.message ?? null;
      if (said !== message) wrong.push(`${[...http, ...server].join(' ')}: nginx ${said}, predicted ${message}`);
    }
    expect(wrong).toEqual([]);
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
