import type { CaseRequest } from '../case.ts';
import { login } from '../entries.ts';
import type { Seeded } from '../seeded.ts';

const paths: readonly string[] = [
  ...[
    '/',
    '/x',
    '/x',
    '/a',
    '/a/',
    '/a/x',
    '/a/x',
    '/a/b/x',
    '/a/b/',
    '/a/b',
    '/x.php',
    '/a/x.php',
    '/login.html',
    '/A/x',
  ],
  ...[
    '//a//x',
    '/a/../x',
    '/%61/x',
    '/open/x',
    '/open',
    '/deep',
    '/a/%2e%2e/x',
    '/_auth',
    '/_deny',
    '/a/./x',
    '/a/b/../x',
  ],
  ...[
    '/al/x',
    '/al',
    '/al/',
    '/al/b/x',
    '/alx',
    '/al../etc/nginx/users',
    '/u/users',
    '/u/mixed/x',
    '/u/',
    '/noindex/',
    '/noindex',
  ],
  ...[
    '/x/',
    '/a/x/',
    '/nosuch',
    '/a/nosuch',
    '/nosuch/',
    '/sp%20ace',
    '/a%2fx',
    '/a/%78',
    '/x%3fy',
    '/..',
    '/../x',
    '/%',
    '/%zz',
  ],
  ...[
    '/a/x;y',
    '/x%00',
    '/x?',
    '/?x',
    'http://s1.test/x',
    'http://other.test/a/x',
    '*',
    '/two/',
    '/locked/',
    '/locked/x',
    '/deny/x',
  ],
  ...[
    '/px/a/x',
    '/px/',
    '/px',
    '/px/x',
    '/sock/x',
    '/up/x',
    '/r1/x',
    '/r2/a/x',
    '/lim/x',
    '/m/x',
    '/ng/x/y',
    '/ng/x',
    '/ng/',
    '/e401',
    '/e403',
  ],
  ...[
    '/chain/x',
    '/index',
    '/a/index.html',
    '/tf/x',
    '/tf/nosuch',
    '/tf/a',
    '/tf/a/',
    '/named',
    '/a/b/x.php',
    '/it.php/x',
    '/.htpasswd',
  ],
];

const queries: readonly string[] = [
  ...[
    'realm=none',
    'realm=OFF',
    'realm=none&k=open',
    'realm=xyz',
    'realm=Y1',
    'k=open',
    'k=',
    'seed=1',
    'seed=2',
    'seed=77',
    'realm=two%20words',
  ],
  ...[
    'ip=10.0.0.1',
    'ip=10.1.2.3',
    'ip=10.2.2.3',
    'ip=192.168.0.1',
    'ip=2001:db8::1',
    'ip=bogus',
    'ip=127.0.0.1',
    'ip=172.17.0.1',
    'a=1&realm=none',
  ],
];

const methods: readonly string[] = [
  ...[
    'GET',
    'GET',
    'GET',
    'GET',
    'GET',
    'GET',
    'HEAD',
    'POST',
    'OPTIONS',
    'DELETE',
    'PUT',
    'PATCH',
    'PROPFIND',
    'MKCOL',
  ],
  ...['GET', 'GET', 'GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'TRACE', 'FOO', 'get', 'COPY'],
];

const authorizations: readonly string[] = [
  ...[
    'Bearer abc',
    'Basic',
    'Basic ',
    'Basic !!!',
    'basic cGxhaW46aHVudGVyMg==',
    'BASIC   cGxhaW46aHVudGVyMg',
    'Basic Ym9i',
    'Basic\tcGxhaW46aHVudGVyMg==',
  ],
  ...[
    'Basic cGxhaW46aHVudGVyMg==x',
    'Basic OmFh',
    'Basic cGxhaW46',
    'Digest username="plain"',
    'Basic cGxhaW46aHVudGVyMg== ',
    'cGxhaW46aHVudGVyMg==',
    '',
  ],
  ...[
    'Basic cGxhaW4AOmh1bnRlcjI=',
    'Basic cGxhaW46aHVudGVyMgAA',
    'Basic cGxhaW46aHVudGVyMjp4',
    'Basic cGxhaW46aHVu dGVyMg==',
  ],
];

/** Requests at a server of some names, and at others. */
export function requests(random: Seeded, hosts: readonly string[], count: number): CaseRequest[] {
  const out: CaseRequest[] = [];
  for (let left = count; left > 0; left--) {
    const headers: Record<string, string> = {};
    if (random.once(6)) headers['X-User'] = random.pick(['lost', 'mixed', 'other']);
    if (random.once(8)) headers.Authorization = random.pick(authorizations);
    if (random.once(10)) headers.Cookie = random.pick(['in=yes', 'a=b; in=yes', 'in=', 'In=yes']);
    if (random.once(8))
      headers['X-Forwarded-For'] = random.pick([
        '10.0.0.1',
        '10.0.0.1, 127.0.0.9',
        '8.8.8.8',
        'bogus',
        '10.9.9.9, 8.8.4.4, 127.0.0.1',
      ]);
    if (random.once(8)) headers['X-Real-IP'] = random.pick(['10.0.0.7', '127.0.0.2', '::1', 'bogus', '10.0.0.7:8080']);
    if (random.once(10))
      headers.Referer = random.pick([
        'http://s1.test/x',
        'http://bad.test/',
        'nonsense',
        'https://www.good.test/p',
        '',
      ]);
    let path = random.pick(paths);
    if (random.once(3)) path += `${path.includes('?') ? '&' : '?'}${random.pick(queries)}`;
    const base: CaseRequest = {
      method: random.pick(methods),
      host: random.once(12) ? random.pick([...others]) : hosts[random.below(hosts.length)]!,
      path,
      headers,
      ...(random.once(8) && { remote: random.pick(['127.0.0.2', '127.0.0.4', '127.0.0.7', '127.1.2.3']) }),
    };
    const who = login(random);
    out.push({ ...base, user: who?.[0] ?? null, password: who?.[1] ?? null });
  }
  return out;
}

const others = [
  ...[
    'other.test',
    'S1.TEST',
    's1.test.',
    's1.test:8080',
    'a.wild.test',
    'wild.test',
    'www.any.org',
    'www.any',
    'x9.re.test',
    'RE.re.test',
  ],
  ...[
    '127.0.0.1',
    'inner.test',
    'upstream',
    '[::1]',
    'bad host',
    'a..b',
    '',
    'deep.a.wild.test',
    '_',
    '.wild.test',
    'a/b',
    's1.test:x',
  ],
];
