import type { CaseRequest, Setup } from '../case.ts';
import type { Seeded } from '../seeded.ts';
import { textOf } from './corpus.ts';

/** Logins of recorded cases and fixtures. */
const known: readonly (readonly [string, string])[] = [
  ['alice', 'correct horse'],
  ['bob', 'hunter2'],
  ['ann', 'open sesame'],
  ['bob', 'hunter two'],
  ['user', 'open sesame'],
];

const methods = ['GET', 'GET', 'GET', 'GET', 'POST', 'HEAD', 'OPTIONS', 'PATCH', 'get', 'PROPFIND'];

/** Paths that the case's requests, files and lines name. */
function paths({ files, requests }: Setup): string[] {
  const found = new Set(requests.map(({ path }) => path));
  for (const name of Object.keys(files)) {
    const below = /(?:srv\/www|var\/www\/html|var\/www\/[^/]+|srv\/[^/]+|var\/www|html)(\/.*)$/.exec(name);
    if (below) found.add(below[1]!.replace(/\.keep$/, ''));
  }
  for (const file of Object.values(files)) {
    const text = textOf(file) ?? '';
    for (const [, at] of text.matchAll(
      /(?:location (?:= |\^~ )?|<Location "?|Alias |Redirect |ProxyPass "?|auth_request |error_page.* |ErrorDocument \d+ )(\/[\w/.-]*)/g,
    )) {
      found.add(at!);
      found.add(`${at!.replace(/\/$/, '')}/x`);
    }
  }
  return [...found, '/', '/x', '/nosuch'].filter((path) => path.startsWith('/'));
}

/** Hosts that its requests and lines name. */
function hosts({ files, requests }: Setup): string[] {
  const found = new Set(requests.flatMap(({ host }) => (host ? [host] : [])));
  for (const file of Object.values(files))
    for (const [, names] of (textOf(file) ?? '').matchAll(/(?:server_name|ServerName|ServerAlias)\s+([^;\n]*)/g))
      for (const name of names!.split(/\s+/)) if (/^[\w.-]+$/.test(name)) found.add(name);
  return [...found];
}

/** Another way to write a path, or one beside it. */
function varied(random: Seeded, path: string): string {
  switch (random.below(24)) {
    case 0:
      return `/${path}`;
    case 1:
      return path.replace(/\/(?=[^/]*$)/, '//');
    case 2:
      return path.replace(/\/(?=[^/]*$)/, '/./');
    case 3:
      return path.replace(/\/(?=[^/]*$)/, '/%2e/');
    case 4:
      return path.endsWith('/') ? path.slice(0, -1) || '/' : `${path}/`;
    case 5:
      return path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
    case 6:
      return path.toUpperCase();
    case 7:
      return `${path}?k=v`;
    case 8:
      return `${path}/more`;
    case 9:
      return `/no/..${path}`;
    case 10:
      return path.replace(/(?<=.)\/(?=[^/]*$)/, '%2f');
    case 11:
      return `${path}.`;
    case 12:
      return path.replace(/[^/]*$/, '');
    case 13:
      return `${path}%00`;
    case 14:
      return `${path};a=b`;
    default:
      return path;
  }
}

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

/** An Authorization header as some clients and attackers write it. */
function header(random: Seeded, [user, password]: readonly [string, string]): Record<string, string | string[]> {
  const right = basic(`${user}:${password}`);
  const Authorization = random.pick<string | string[]>([
    right.replace('Basic', 'Bearer'),
    right.replace('Basic', 'basic'),
    right.replace('Basic', 'BASIC'),
    right.replace('Basic ', 'Basic  '),
    right.replace('Basic ', 'Basic\t'),
    right.replace('Basic ', 'Basic'),
    right.slice(0, -2),
    right.replace(/=*$/, ''),
    `${right}=`,
    `${right} x`,
    'Basic',
    'Basic ',
    'Basic ***',
    '',
    basic(user),
    basic(`:${password}`),
    basic(`${user}:${password}\0`),
    basic(`${user}\0:${password}`),
    basic(`${user}:${password}:x`),
    [right, right],
    [basic(`${user}:wrong`), right],
    [right, 'Bearer abc'],
    ['Bearer abc', right],
    `${right}, ${right}`,
    'Digest username="alice"',
    'Negotiate abc',
  ]);
  return { Authorization };
}

/** What visitors may ask of a mutated case, beside what its own requests are. */
export function requestsOf(setup: Setup, random: Seeded, count: number): CaseRequest[] {
  const where = paths(setup);
  const names = hosts(setup);
  const own = setup.requests.flatMap(({ user, password }): [string, string][] =>
    user ? [[user, password ?? '']] : [],
  );
  const logins = own.length > 0 ? [...own, ...own, ...known] : known;
  const extra: CaseRequest[] = [];
  for (let left = count; left > 0; left--) {
    const host =
      names.length > 0 && !random.once(12)
        ? random.pick(names)
        : random.pick([
            'nobody.test',
            '127.0.0.1',
            'localhost',
            '10.1',
            '0',
            'ex*ample',
            'a_b',
            '010.0.0.1',
            'EXAMPLE.TEST',
            'example.test.',
            '',
          ]);
    const method = random.pick(methods);
    const base = {
      method,
      host,
      path: varied(random, random.pick(where)),
      ...(random.once(25) && { remote: '127.0.0.2' }),
    };
    const login = random.pick(logins);
    const [user, password] = login;
    switch (random.below(10)) {
      case 0:
      case 1:
        extra.push(base);
        break;
      case 2:
        extra.push({ ...base, headers: header(random, login) });
        break;
      case 3:
        extra.push({
          ...base,
          user: random.pick([user.toUpperCase(), `${user} `, ` ${user}`, '', 'nobody', 'zoe']),
          password,
        });
        break;
      case 4:
        extra.push({
          ...base,
          user,
          password: random.pick(['', 'wrong', `${password}x`, `${password} `, `${password}:x`, ':', 'pässword']),
        });
        break;
      case 5:
        extra.push({
          ...base,
          user,
          password,
          headers: random.pick<Record<string, string>>([
            { 'X-In': 'yes' },
            { 'X-A': 'b' },
            { Origin: 'http://a.test' },
            { Upgrade: 'websocket' },
            { 'X-Forwarded-For': '10.0.0.1' },
            { Referer: 'http://www.example.test/' },
            { Cookie: 'a=b' },
            { Accept: 'text/html' },
          ]),
        });
        break;
      default:
        extra.push({ ...base, user, password });
    }
  }
  return [...setup.requests.slice(0, 40), ...extra];
}
