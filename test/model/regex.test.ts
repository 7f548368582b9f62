import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, matchPattern } from '../../src/model/regex.ts';
import { SteppedPattern } from '../../src/model/regex-steps.ts';

const atoms = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\w', '\\d', '\\/', '\\.', '^', '$', '\\b');
const { pattern } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
  pattern: fc
    .array(fc.array(tie('piece'), { maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((branches) => branches.map((pieces) => pieces.join('')).join('|')),
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atoms,
    fc
      .tuple(atoms, fc.constantFrom('', '*', '+', '?', '{2}', '{1,}', '{0,2}', '*?', '+?', '??'))
      .map((parts) => (/^[$^]|\\b/.test(parts[0]) ? parts[0] : parts.join(''))),
    fc
      .tuple(
        fc.constantFrom('(', '(?:', '(?=', '(?!'),
        tie('pattern'),
        fc.constantFrom('', '*', '+', '?', '{1,2}', '*?'),
      )
      .map(([open, inner, after]) => `${open}${inner})${/=|!/.test(open) ? '' : after}`),
  ),
}));

it('what a match begins with rules out no text that matches', () => {
  const prefixed = fc
    .tuple(fc.constantFrom('^', '^/', '^a', '^ab', '^\\.', '^a/b'), pattern)
    .map((parts) => parts.join(''));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '/', '.', '1'), maxLength: 6 });
  fc.assert(
    fc.property(prefixed, text, (source, tried) => {
      const made = compilePattern(source);
      const found = made?.regexp?.exec(tried);
      if (found) expect([source, tried, tried.startsWith(made!.start)]).toEqual([source, tried, true]);
    }),
    { numRuns: 2000 },
  );
  expect(compilePattern('^/a/b.c')?.start).toBe('/a/b');
  expect(compilePattern('^/ab?')?.start).toBe('/a');
  expect(compilePattern('^/a|^/b')?.start).toBe('');
});

describe('what PCRE takes', () => {
  it.each(['a{2}+', '^/\\d{1,3}+/', '(?:ab){2,}+$', 'a++', '(?>a|b)c', '\\Ra'])(
    'takes %s, though JavaScript cannot match it',
    (source) => {
      expect(compilePattern(source)).toMatchObject({ regexp: null });
      expect(matchPattern(compilePattern(source)!, '/aa')).toBeUndefined();
    },
  );

  it.each(['(a', 'a)', '[a', '\\', '(a)\\2', '[[:nonsense:]]', '(?#x'])('refuses %s', (source) => {
    expect(compilePattern(source)).toBeNull();
  });

  it.each([
    ['a}+', 'a}}', true],
    ['a{,b', 'a{,b', true],
    ['\\Qa.c\\E', 'a.c', true],
    ['\\Qa.c\\E', 'abc', false],
    ['(?i)ABC', 'abc', true],
    ['(?x)a b # c', 'ab', true],
    ['^[^[:digit:]]$', '7', false],
  ])('matches %s with %s: %s', (source, text, matches) => {
    expect(matchPattern(compilePattern(source)!, text) !== null).toBe(matches);
  });
});

describe('the matcher that counts its steps', () => {
  it("gives what JavaScript's engine gives", () => {
    let told = 0;
    fc.assert(
      fc.property(
        pattern,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', '/', '.', '1'), maxLength: 9 }),
        (source, text) => {
          const answer = new SteppedPattern(source, 's').exec(text);
          if (answer === undefined) return;
          told++;
          const found = new RegExp(source, 's').exec(text);
          expect(answer).toEqual(found && [...found]);
        },
      ),
      { numRuns: 3000, seed: 1 },
    );
    expect(told).toBeGreaterThan(2900);
  });
});

describe('patterns that backtrack for ever', () => {
  it.each([
    ['^(a+)+$', `${'a'.repeat(40)}!`],
    ['^(a|aa)+$', `${'a'.repeat(60)}!`],
    ['(.*)*x', 'a'.repeat(60)],
    ['(a+)+'.repeat(50), 'a'.repeat(200)],
    ['(?:(?:a?){30}){30}b', 'a'.repeat(40)],
    ['.*.*.*.*.*.*.*.*.*x', 'a'.repeat(400)],
    ['(x+x+)+y', 'x'.repeat(80)],
    ['(a{1000}){1000}', 'a'.repeat(50)],
    [`${'('.repeat(200)}a*${')*'.repeat(200)}b`, 'a'.repeat(100)],
  ])('%s ends soon', (source, text) => {
    const compiled = compilePattern(source)!;
    const started = performance.now();
    const answer = matchPattern(compiled, text);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(answer === undefined || answer === null || Array.isArray(answer)).toBe(true);
  });

  it('are still answered where the text is what people ask for', () => {
    expect(matchPattern(compilePattern('^(/[a-z]+)+$')!, '/staff/list')?.[1]).toBe('/list');
    expect(matchPattern(compilePattern('^(/[a-z]+)+$')!, '/staff/1')).toBeNull();
    expect(matchPattern(compilePattern('(?:\\.(php|inc))+$')!, '/a.php')?.[1]).toBe('php');
    expect(matchPattern(compilePattern('^(a+)+$')!, 'aaaa')?.[0]).toBe('aaaa');
  });
});
