import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aliasMatches, normalizePath, splitTarget, unescapePath } from '../../../src/model/apache/target.ts';

test('paths are normalized as ap_normalize_path does', () => {
  expect(normalizePath('//a//b', true)).toBe('/a/b');
  expect(normalizePath('//a//b', false)).toBe('//a//b');
  expect(normalizePath('/a/./b/../c/', true)).toBe('/a/c/');
  expect(normalizePath('/a/%2e%2e/b', true)).toBe('/b');
  expect(normalizePath('/../x', true)).toBeNull();
  expect(normalizePath('/%zz', true)).toBeNull();
  expect(normalizePath('/p/..', true)).toBe('/');
});

test('encoded slashes and NULs', () => {
  expect(unescapePath('/a%2fb', 'off')).toBe(404);
  expect(unescapePath('/a%2fb', 'on')).toBe('/a/b');
  expect(unescapePath('/a%2Fb%20c', 'nodecode')).toBe('/a%2Fb c');
  expect(unescapePath('/a%00', 'on')).toBe(404);
});

test('a normalized path never climbs', () => {
  const piece = fc.constantFrom('/', '.', '..', 'a', '%2e', '//', 'b', '%2E.');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const path = normalizePath(`/${pieces.join('')}`, true);
      if (path !== null) expect(path.split('/')).not.toContain('..');
    }),
  );
});

test('targets with controls or fragments are refused, absolute ones give their host', () => {
  expect(splitTarget('/a b')).toBeNull();
  expect(splitTarget('/a#b')).toBeNull();
  expect(splitTarget('x')).toBeNull();
  // slashes at the start go before anything else looks, but not those of an absolute target
  expect(splitTarget('//a//x?y=//')).toEqual({ path: '/a//x', query: 'y=//', host: null });
  expect(splitTarget('http://h.test//p')).toEqual({ path: '//p', query: null, host: 'h.test' });
  expect(splitTarget('http://h.test:80/p?q')).toEqual({ path: '/p', query: 'q', host: 'h.test' });
});

test('an alias matches whole path segments', () => {
  expect(aliasMatches('/al/x', '/al')).toBe(3);
  expect(aliasMatches('/alx', '/al')).toBe(0);
  expect(aliasMatches('/al//x', '/al/')).toBe(5);
});
