import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directiveOf, htaccessLineLimit, LineReader, textOf } from '../../src/syntax/apache-lines.ts';
import { closing } from '../../src/syntax/apache-nesting.ts';
import { wordsOf } from '../../src/syntax/apache-words.ts';
import { Source } from '../../src/text/source.ts';
import { readApacheFile } from '../apache-tree.ts';

const read = (text: string) => readApacheFile(new Source('/etc/x.conf', text));
const shape = (text: string): unknown =>
  read(text).directives.map(function one({ name, args, children }): unknown {
    const values = args.map(({ value }) => value);
    return children ? [name, values, children.map(one)] : [name, ...values];
  });

describe('words (ap_getword_conf)', () => {
  test.each([
    ['a b\tc', ['a', 'b', 'c']],
    ['"a b" c', ['a b', 'c']],
    ["'a \"b' c", ['a "b', 'c']],
    ['"a \\" b" c', ['a " b', 'c']],
    ['a\\ b', ['a\\', 'b']],
    ['a\\\\b', ['a\\b']],
    ['"a\\\\"', ['a\\']],
    ['"a\\n"', ['a\\n']],
    ['"never closed', ['never closed']],
    ['"a"b', ['a', 'b']],
    ['a"b c"', ['a"b', 'c"']],
    ['"" x', ['', 'x']],
    ['valid-user # comment', ['valid-user', '#', 'comment']],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('lines (ap_cfg_getline)', () => {
  test.each<[string, unknown]>([
    [
      'A b\r\nC d\r\n',
      [
        ['A', 'b'],
        ['C', 'd'],
      ],
    ],
    ['A b \\\n  c\nD', [['A', 'b', 'c'], ['D']]],
    ['A b \\\r\n  c\r\nD', [['A', 'b', 'c'], ['D']]],
    ['Au\\\nth x', [['Auth', 'x']]],
    ['# a \\\nRequire valid-user\nB', [['B']]],
    ['A b\\', [['A', 'b\\']]],
    ['A b\0 c\nD', [['A', 'b'], ['D']]],
    ['  \\\n # x', []],
    ['\v\f A b', [['A', 'b']]],
    ['"A" b', [['A', 'b']]],
    ['"" b\nC', [['C']]],
    ['\xa0A b', [['\xa0A', 'b']]],
    ['<If "a > b">\nA\n</If>', [['<If', ['a > b'], [['A']]]]],
    ['<RequireAll>\nRequire all granted\n</RequireAll>', [['<RequireAll', [], [['Require', 'all', 'granted']]]]],
    ['<Files x >\n</files>', [['<Files', ['x'], []]]],
  ])('%j', (text, expected) => {
    expect(shape(text)).toEqual(expected);
  });

  test('spans are those of the file, also across continuations', () => {
    const source = new Source('/x', '  AuthName \\\n   "Staff area"\n');
    const [directive] = readApacheFile(source).directives;
    const [argument] = directive!.args;
    expect(source.text.slice(argument!.start, argument!.end)).toBe('"Staff area"');
    expect(source.text.slice(directive!.start, directive!.nameEnd)).toBe('AuthName');
    expect(source.position(argument!.start)).toEqual({ line: 2, column: 4 });
  });

  test.each([
    ['comment with line feed', `${'#'.repeat(8191)}\n`, true],
    ['comment with line feed, one more', `${'#'.repeat(8192)}\n`, false],
    ['comment at the end of the file', '#'.repeat(8192), true],
    ['comment at the end of the file, one more', '#'.repeat(8193), false],
    ['blanks', `${' '.repeat(8191)}\nA`, true],
    ['blanks, one more', `${' '.repeat(8192)}\nA`, false],
    ['joined', `${'#'.repeat(100)}\\\n${'y'.repeat(8091)}\n`, true],
    ['joined, one more', `${'#'.repeat(100)}\\\n${'y'.repeat(8092)}\n`, false],
  ])('the longest line of a .htaccess file: %s', (_what, text, fits) => {
    let tooLong = false;
    const reader = new LineReader(new Source('/x', text), htaccessLineLimit, () => {
      tooLong = true;
    });
    while (reader.next());
    expect(tooLong).toBe(!fits);
  });
});

describe('nesting', () => {
  test.each([
    ['</Foo>', '</Foo> without matching <Foo> section'],
    ['<Directory /x>\n</Location>', 'Expected </Directory> but saw </Location>'],
    ['<Directory /x>\n</Directory >', "</Directory> directive missing closing '>'"],
    ['<Directory /x>\nA', '<Directory> was not closed.'],
  ])('%j: %s', (text, message) => {
    expect(read(text).problems.map((problem) => problem.message)).toContain(message);
  });

  test('a tag closes the nearest section of its name', () => {
    expect(closing('</A>', [{ name: '<A' }, { name: '<B' }]).closes).toBe(0);
  });

  test('ten thousand levels are no matter', () => {
    const { problems } = read('<A x>\n'.repeat(10_000) + '</A>\n'.repeat(10_000));
    expect(problems).toEqual([]);
  });
});

test('any bytes are read, and each line without tricks comes back as it was', () => {
  const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
  const token = fc.constantFrom('<A', '</A>', '>', '\\', '\n', '\r\n', '"', "'", '#', ' ', 'Name', '${x}', '\0');
  fc.assert(
    fc.property(fc.array(fc.oneof(byte, token), { maxLength: 200 }), (parts) => {
      const source = new Source('/x', parts.join(''));
      for (const directive of readApacheFile(source).directives) {
        expect(directive.start).toBeLessThanOrEqual(directive.end);
        for (const { start, end } of directive.args) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(source.text.length);
        }
      }
      const reader = new LineReader(source);
      for (let line = reader.next(); line; line = reader.next()) {
        directiveOf(line);
        if (!line.pieces) expect(source.text.slice(line.start, line.end)).toBe(textOf(line));
      }
    }),
  );
});
