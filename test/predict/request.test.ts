import { describe, expect, it } from 'vitest';
import { requestOf, requestsOf } from '../../src/predict/request.ts';

describe('requests as people write them', () => {
  it('fills in what the contract leaves optional', () => {
    expect(requestOf({ path: '/x' })).toEqual({
      method: 'GET',
      host: null,
      port: null,
      tls: false,
      target: '/x',
      credentials: null,
      headers: new Map(),
      remote: '127.0.0.1',
    });
  });

  it('takes a URL apart', () => {
    const request = requestOf({ url: 'https://ann:p%40ss@example.test:8443/staff/?a=1#top' });
    expect(request).toMatchObject({ host: 'example.test', port: 8443, tls: true, target: '/staff/?a=1' });
    expect(request.credentials).toEqual({ scheme: 'basic', user: 'ann', password: 'p@ss' });
  });

  it('joins headers that differ by letter case, and sends UTF-8', () => {
    const request = requestOf({ path: '/', headers: { 'X-A': ['b', 'c'], 'x-a': 'ä' }, user: 'zoë', password: null });
    expect(request.headers.get('x-a')).toEqual(['b', 'c', '\xc3\xa4']);
    expect(request.credentials).toMatchObject({ user: 'zo\xc3\xab', password: '' });
  });

  it.each([
    ['{', 'not JSON'],
    ['{}', 'expected a list'],
    ['[{"path":"/"},{"host":"x"}]', 'request 2: path is missing'],
    ['[{"path":3}]', 'request 1: path must be a text'],
    ['[{"path":"/","auth":"ntlm"}]', 'auth is basic, digest or form'],
    ['[{"path":"/","headers":{"a":1}}]', 'a header is a text'],
  ])('names the mistake in %s', (text, message) => {
    const answer = requestsOf(text);
    expect('error' in answer && answer.error).toContain(message);
  });
});
