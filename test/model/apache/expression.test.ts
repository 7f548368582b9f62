import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressBytes } from '../../../src/model/addresses.ts';
import { Evaluator, type ExpressionScope } from '../../../src/model/apache/evaluate.ts';
import { parseExpression } from '../../../src/model/apache/expression.ts';

const scope: ExpressionScope = {
  variable: (name) => (name === 'REQUEST_URI' ? '/staff/x' : name === 'REMOTE_ADDR' ? '10.0.0.7' : ''),
  header: (name) => (name === 'x-a' ? 'abc' : ''),
  environment: () => '',
  file: () => false,
  readFile: () => null,
  address: addressBytes('10.0.0.7'),
  unknown: (what) => {
    throw new Error(what);
  },
};

function truth(text: string): boolean | 'error' {
  const { expression, error } = parseExpression(text);
  if (!expression) throw new Error(error);
  return new Evaluator(scope).condition(expression.condition!);
}

test('conditions', () => {
  expect(truth("%{REQUEST_URI} == '/staff/x'")).toBe(true);
  expect(truth('%{REQUEST_URI} =~ m#^/staff/(.)# && $1 == "x"')).toBe(true);
  expect(truth("-R '10.0.0.0/8' && ! -z %{HTTP:X-A}")).toBe(true);
  expect(truth("%{HTTP:X-A} in {'abc', 'd'} and not false")).toBe(true);
  expect(truth("tolower('ABC') . 'd' == 'abcd'")).toBe(true);
  expect(truth("'a*c' == 'b' || %{HTTP:X-A} -strmatch 'a*c'")).toBe(true);
  expect(truth("'10' -gt '9' && '10' lt '9'")).toBe(false);
  expect(truth('false || true && false')).toBe(false);
});

test("errors in httpd's words", () => {
  expect(parseExpression('%{NOPE}').error).toBe("Variable 'NOPE' does not exist");
  expect(parseExpression("-q 'x'").error).toBe("Unary operator '-q' does not exist");
  expect(parseExpression("nope('x') == 'y'").error).toBe("Function 'nope' does not exist");
  expect(parseExpression("'x").error).toContain('Unterminated string or variable');
  expect(parseExpression("'a' =~ /(/").error).toBe('Failed to compile regular expression');
  expect(parseExpression('(').error).toContain('syntax error');
});

test('strings keep what is no variable', () => {
  const text = (source: string) =>
    new Evaluator(scope).word(parseExpression(source, { string: true }).expression!.word!);
  expect(text('Staff #1 "x" 50%')).toBe('Staff #1 "x" 50%');
  expect(text('a%{HTTP:X-A}b')).toBe('aabcb');
  expect(text('')).toBe('');
});

test('nothing throws on hostile input', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    '!',
    "'",
    '"',
    '%{',
    '}',
    ':',
    '/',
    'm#',
    '=~',
    '-f',
    ' ',
    'a',
    '$1',
    '\\',
    '{',
    ',',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, string) => {
      const result = parseExpression(pieces.join(''), { string });
      expect('error' in result || 'expression' in result).toBe(true);
    }),
  );
  expect(parseExpression('('.repeat(20000)).error).toBe('memory exhausted');
  expect(parseExpression(`${'!'.repeat(20000)}true`).expression).toBeDefined();
});
