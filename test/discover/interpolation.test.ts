import { describe, expect, it } from 'vitest';
import { composed, interpolated, readEnv } from '../../src/discover/maps/interpolation.ts';

const env = new Map([
  ['TAG', '1.27'],
  ['EMPTY', ''],
]);

describe('variables of compose files', () => {
  it.each([
    ['nginx:$TAG', 'nginx:1.27'],
    ['nginx:${TAG}', 'nginx:1.27'],
    ['nginx:${TAG:-1}', 'nginx:1.27'],
    ['nginx:${OTHER:-1}', 'nginx:1'],
    ['nginx:${OTHER-1}', 'nginx:1'],
    ['nginx:${EMPTY-1}', 'nginx:'],
    ['nginx:${EMPTY:-1}', 'nginx:1'],
    ['nginx${TAG:+:stable}', 'nginx:stable'],
    ['nginx${EMPTY+:stable}', 'nginx:stable'],
    ['nginx${EMPTY:+:stable}', 'nginx'],
    ['nginx:${TAG:?is needed}', 'nginx:1.27'],
    ['nginx:${OTHER:?is needed}', null],
    ['nginx:$OTHER', null],
    ['$$TAG', '$TAG'],
  ])('%s', (text, filled) => {
    expect(interpolated(text, env)).toBe(filled);
  });

  it('leave those of an environment alone in a text, where nothing else says them', () => {
    expect(composed('$uri $$uri $TAG $OTHER ${OTHER:-x} ${EMPTY:-x}', env)).toBe(' $uri 1.27 $OTHER x x');
  });

  it('come from lines of .env, without quotes and comments', () => {
    const lines = ['A=1', 'export B="two # 2" # or 3', "C='$x'", 'D=a#b # c', 'E= spaced \r', 'F=', '# G=1', 'H = 8'];
    expect([...readEnv(lines.join('\n'))]).toEqual([
      ['A', '1'],
      ['B', 'two # 2'],
      ['C', '$x'],
      ['D', 'a#b'],
      ['E', 'spaced'],
      ['F', ''],
      ['H', '8'],
    ]);
  });
});
