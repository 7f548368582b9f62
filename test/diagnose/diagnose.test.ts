import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diagnosis, diagnose, explainUrl, judgeUrl, requestIn } from '../../src/diagnose/diagnose.ts';
import { challengesOf, exchangesIn } from '../../src/diagnose/response.ts';
import { requestOf } from '../../src/predict/request.ts';
import type { CaseRequest, Observed } from '../conformance/case.ts';
import { fixtures, predictorOf, setupOf } from '../conformance/fixtures.ts';

const servers = path.join(fixtures, 'servers');

async function ask(name: string, pasted: string, url: string | null = null): Promise<Diagnosis> {
  const answers = exchangesIn(pasted);
  return diagnose(answers, await predictorOf(setupOf(path.join(servers, name))), requestIn(answers, url));
}

const members = 'http://www.example.test/members/index.html';

/** What curl -v prints, request and answer. */
const verbose = (head: string, authorization: string | null = null, body = ''): string =>
  [
    '* Trying 127.0.0.1:80...',
    '> GET /members/index.html HTTP/1.1',
    '> Host: www.example.test',
    ...(authorization === null ? [] : [`> Authorization: ${authorization}`]),
    '> Accept: */*',
    '>',
    ...head.split('\n').map((line) => `< ${line}`),
    '<',
    body,
  ].join('\r\n');

const nginx401 = 'HTTP/1.1 401 Unauthorized\nServer: nginx/1.22.1\nWWW-Authenticate: Basic realm="Restricted Area"';
const nginxPage = (title: string): string =>
  `<html>\n<head><title>${title}</title></head>\n<center><h1>${title}</h1></center>\n<hr><center>nginx/1.22.1</center>\n`;

describe('pasted heads', () => {
  it('reads curl -i, curl -v, several heads after redirects, wget and a browser', () => {
    const plain = 'HTTP/1.1 401 Unauthorized\r\nServer: x\r\nWWW-Authenticate: Basic realm="a"\r\n\r\n<p>no</p>\r\n';
    expect(exchangesIn(plain)).toMatchObject([{ status: 401, body: '<p>no</p>\n\n', request: null }]);
    const several = `HTTP/1.1 100 Continue\n\nHTTP/1.1 301 Moved\nLocation: /x/\n\n<p>moved</p>\nHTTP/2 403 \nserver: nginx\n\nbody\n`;
    expect(exchangesIn(several).map(({ status }) => status)).toEqual([301, 403]);
    const [answer] = exchangesIn(verbose(nginx401, 'Basic YTpi', 'text'));
    expect(answer).toMatchObject({
      status: 401,
      request: { target: '/members/index.html', host: 'www.example.test', authorization: 'Basic YTpi' },
    });
    expect(exchangesIn('  HTTP/1.1 403 Forbidden\n  Server: nginx\n')[0]!.headers.get('server')).toEqual(['nginx']);
    expect(exchangesIn('Status Code: 401 Unauthorized\nServer: nginx\n')[0]!.status).toBe(401);
    expect(exchangesIn('nothing of the kind')).toEqual([]);
  });

  it.each([
    ['Basic realm="a, b"', ['basic']],
    ['Basic realm="a", Bearer realm="b", error="invalid_token"', ['basic', 'bearer']],
    ['Negotiate, Basic realm="x"', ['negotiate', 'basic']],
    ['Bearer', ['bearer']],
  ])('takes the challenge %s apart', (line, schemes) => {
    expect(challengesOf({ headers: new Map([['www-authenticate', [line]]]) }).map(({ scheme }) => scheme)).toEqual(
      schemes,
    );
  });

  it('comes to an end with anything', () => {
    for (const piece of ['a', ' ', 'a, ', 'a=', '"', 'x ', '\\', '<', 'Basic realm="']) {
      const long = piece.repeat(20_000);
      const [answer] = exchangesIn(`HTTP/1.1 401 x\nWWW-Authenticate: ${long}\n\n${long}`);
      challengesOf(answer!);
    }
    const texts = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(texts, (text) => void exchangesIn(text)),
      { numRuns: 40 },
    );
  });
});

describe('diagnose', () => {
  it('names the line of a 401 that a login would turn into the page', async () => {
    const found = await ask('nginx-article-sound', verbose(nginx401, null, nginxPage('401 Authorization Required')));
    expect(found).toMatchObject({ from: 'this-configuration', loginHelps: 'yes', status: 401 });
    expect(found.because.map(({ code }) => code)).toContain('nginx-no-credentials');
  });

  it('names the missing file of a 403 that no login helps against', async () => {
    const pasted = verbose('HTTP/1.1 403 Forbidden\nServer: nginx', 'Basic dXNlcjp4', nginxPage('403 Forbidden'));
    const found = await ask('nginx-article-wrong-path', pasted);
    expect(found).toMatchObject({ from: 'this-configuration', loginHelps: 'no' });
    expect(found.because.at(-1)!.code).toBe('nginx-user-file-missing');
    expect(JSON.stringify(found.next)).not.toContain('dXNlcjp4');
  });

  it('tells a wrong password from a broken place', async () => {
    const wrong = await ask(
      'apache-article-sound',
      verbose(
        'HTTP/1.1 401 Unauthorized\nServer: Apache\nWWW-Authenticate: Basic realm="Restricted Area"',
        'Basic dXNlcjpub3Q=',
      ),
    );
    expect(wrong).toMatchObject({ from: 'this-configuration', loginHelps: 'another-user' });
    expect(wrong.because.map(({ code }) => code)).toContain('apache-password-wrong');
    const broken = await ask(
      'apache-article-wrong-path',
      verbose('HTTP/1.1 500 Internal Server Error\nServer: Apache', 'Basic dXNlcjpub3Q='),
    );
    expect(broken).toMatchObject({ from: 'this-configuration', loginHelps: 'no' });
  });

  it('tells a token where a Basic login is asked for', async () => {
    const found = await ask('nginx-article-sound', verbose(nginx401, 'Bearer abc'));
    expect(found.next.join()).toContain('a token was sent where a Basic login is asked for');
  });

  it('points to the application where the configuration lets the request through', async () => {
    const json = 'HTTP/1.1 401 Unauthorized\nServer: nginx\nContent-Type: application/json';
    const found = await ask(
      'nginx-article-sound',
      `${json}\n\n{"code":"rest_not_logged_in"}\n`,
      'http://www.example.test/index.html',
    );
    expect(found).toMatchObject({ from: 'application', loginHelps: 'unknown' });
    expect(found.next.join()).toContain('Authorization');
  });

  it('sees another realm, another server and a service in front', async () => {
    const realm = await ask('nginx-article-sound', `${nginx401.replace('Restricted Area', 'Staff')}\n\n`, members);
    expect([realm.from, realm.next.join()]).toEqual(['application', expect.stringContaining('realm Staff')]);
    const apache = await ask(
      'apache-article-sound',
      `HTTP/1.1 403 Forbidden\n\n${nginxPage('403 Forbidden')}`,
      members,
    );
    expect(apache.from).toBe('another-server');
    const front = await ask('nginx-article-sound', 'HTTP/2 403 \nserver: cloudflare\n\n', members);
    expect([front.from, front.summary]).toEqual(['another-server', expect.stringContaining('in front')]);
  });

  it('sees redirects that go round, and those that lose the login', async () => {
    const round = 'HTTP/1.1 302 Found\nLocation: https://ann:secret@www.example.test/login?x\n\n'.repeat(5);
    const { next } = await ask('nginx-article-sound', round, members);
    expect(next.join()).toContain('go round: https://www.example.test/login?… comes up');
    const away = `${verbose('HTTP/1.1 301 Moved\nLocation: https://other.example.test/members/', 'Basic YTpi')}\n${verbose(nginx401).replaceAll('www.example.test', 'other.example.test')}`;
    const lost = diagnose(exchangesIn(away), null, null);
    expect(lost.next.join()).toContain('lost the login');
  });

  it('explains a URL alone', async () => {
    const predictor = await predictorOf(setupOf(path.join(servers, 'nginx-article-wrong-path')));
    const found = explainUrl(judgeUrl(predictor, requestOf({ url: members })));
    expect(found).toMatchObject({ status: 401, loginHelps: 'no', from: 'this-configuration' });
    expect(found.because.at(-1)!.code).toBe('nginx-user-file-missing');
  });
});

describe('every refusal that the real servers gave has its line', () => {
  it.each(fs.readdirSync(servers))('%s', async (name) => {
    const predictor = await predictorOf(setupOf(path.join(servers, name)));
    if (predictor.starts === 'no') return;
    const { requests, observed } = JSON.parse(fs.readFileSync(path.join(servers, name, 'answers.json'), 'utf8')) as {
      requests: CaseRequest[];
      observed: Observed;
    };
    for (const [index, { status, www_authenticate: challenge }] of observed.responses.entries()) {
      const { host, path: target, user, password, headers, remote } = requests[index]!;
      if (![401, 403, 500].includes(status) || headers || remote || requests[index]!.auth === 'digest') continue;
      const login = user ? [`> Authorization: Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`] : [];
      const head = [`< HTTP/1.1 ${status} x`, ...(challenge ? [`< WWW-Authenticate: ${challenge}`] : [])];
      const pasted = [`> GET ${target} HTTP/1.1`, `> Host: ${host}`, ...login, '>', ...head, '<', ''].join('\n');
      const answers = exchangesIn(pasted);
      const found = diagnose(answers, predictor, requestIn(answers, null));
      expect([requests[index], found.from]).toEqual([requests[index], 'this-configuration']);
      expect(found.because).not.toEqual([]);
    }
  });
});
