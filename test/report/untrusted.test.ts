import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FormatName, formatNames, formats } from '../../src/report/format.ts';
import { plain, sampleReport, type Untrusted } from './sample.ts';

const attacks = [
  '::error file=x::pwned',
  '\n::error::pwned',
  '\r\n##[error]pwned',
  '##vso[task.setvariable variable=a]b',
  '##teamcity[x]',
  '\x1b[2J\x1b]8;;http://evil\x07',
  '\u202egnp.exe',
  '\u009b31m',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  ']]>',
  '<!--',
  '&lt;&amp;',
  '[x](javascript:alert(1))',
  '![x](http://evil/i.png)',
  '| a | b |',
  '`code` **bold** @someone #1 $x$ https://evil www.evil.test',
  '%0A::error::x',
  'a,line=1::b',
  '\ud800',
  '\ufffe',
  '\0',
  '\u2028',
  '\\',
  '/../..//',
  ':',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 4 })
  .map((parts) => parts.join(''));
const untrusted: fc.Arbitrary<Untrusted> = fc.record({ file: text, message: text, target: text, line: text });

const reports = Object.fromEntries(
  await Promise.all(formatNames.map(async (name) => [name, (await formats[name]()).report])),
) as Record<FormatName, (report: ReturnType<typeof sampleReport>) => string>;

/** Lines that a harmless result has; untrusted text may add none. */
const lines = (output: string): number => output.split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/).length;

describe.each(formatNames)('%s and untrusted text', (name) => {
  it('lets no control, direction change, lone surrogate or CI command through', () => {
    fc.assert(
      fc.property(untrusted, (hostile) => {
        const output = reports[name](sampleReport(hostile));
        expect(output).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/);
        expect(Buffer.from(output, 'utf8').toString('utf8')).toBe(output);
        expect(output).not.toMatch(/##[a-z]*\[/i);
        const commands = output.match(/^\s*::.*$/gm) ?? [];
        expect(commands).toHaveLength(name === 'github' ? 3 : 0);
      }),
    );
  });
});

describe.each(['unix', 'github', 'pretty', 'checkstyle', 'junit', 'markdown'] as const)('%s', (name) => {
  it('has no line more for any text', () => {
    const expected = lines(reports[name](sampleReport()));
    fc.assert(
      fc.property(text, text, (message, target) => {
        fc.pre(message !== '' && target !== '');
        expect(lines(reports[name](sampleReport({ ...plain, message, target })))).toBe(expected);
      }),
    );
  });
});

const tags = (output: string): string[] => (output.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));

describe.each(['html', 'checkstyle', 'junit', 'markdown'] as const)('%s', (name) => {
  it('has the same elements and attributes for any text', () => {
    const expected = tags(reports[name](sampleReport()));
    fc.assert(
      fc.property(text, text, text, (message, file, line) => {
        fc.pre(message !== '');
        expect(tags(reports[name](sampleReport({ ...plain, message, file: `a${file}`, line: `a${line}` })))).toEqual(
          expected,
        );
      }),
    );
  });
});

describe.each(['json', 'sarif', 'gitlab', 'rdjson'] as const)('%s', (name) => {
  it('is JSON for any text', () => {
    fc.assert(
      fc.property(untrusted, (hostile) => {
        expect(() => JSON.parse(reports[name](sampleReport(hostile)))).not.toThrow();
      }),
    );
  });
});

describe('json', () => {
  it('loses nothing of a message', () => {
    fc.assert(
      fc.property(text, (message) => {
        const parsed = JSON.parse(reports.json(sampleReport({ ...plain, message })));
        expect(parsed.findings[0].message).toBe(message);
      }),
    );
  });
});

describe('github', () => {
  it('keeps commas, colons, per cent signs and new lines inside their property', () => {
    const [first] = reports.github(sampleReport({ ...plain, file: 'a,line=9::b%0A\n', message: '100%' })).split('\n');
    expect(first).toBe(
      '::error file=a%2Cline=9%3A%3Ab%250A\\n,line=2,endLine=2,col=1,endColumn=20,title=authname-unquoted::100%25%0A100%25',
    );
  });
});

describe('markdown', () => {
  it('has no structure but its own', () => {
    fc.assert(
      fc.property(text, (message) => {
        const own = reports.markdown(sampleReport()).replaceAll(/[^|`*_[\]\\!$@]/g, '');
        expect(
          reports.markdown(sampleReport({ ...plain, message: `x${message}` })).replaceAll(/[^|`*_[\]\\!$@]/g, ''),
        ).toBe(own);
      }),
    );
  });
});
