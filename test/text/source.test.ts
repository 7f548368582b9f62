import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, fromBytes } from '../../src/text/bytes.ts';
import { harmless, printable } from '../../src/text/printable.ts';
import { locate, Source } from '../../src/text/source.ts';

describe('Source', () => {
  it('counts lines from 1 and columns in characters, not bytes', () => {
    const source = new Source('/x', encode('erste\nÄÖ Require\r\nletzte'));
    const start = source.text.indexOf('Require');
    expect(source.position(start)).toEqual({ line: 2, column: 4 });
    expect(source.line(2)).toBe(encode('ÄÖ Require'));
    expect(source.position(source.text.length)).toEqual({ line: 3, column: 7 });
    expect(source.position(10_000)).toEqual({ line: 3, column: 7 });
  });

  it('counts bytes where the line is no UTF-8', () => {
    const source = new Source('/x', '\xe4\xf6 Require');
    expect(source.position(3)).toEqual({ line: 1, column: 4 });
  });

  it('agrees with a plain reading for any text and offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', ' ') }), fc.nat(40), (text, offset) => {
        const at = Math.min(offset, text.length);
        const before = text.slice(0, at).split('\n');
        expect(new Source('/x', text).position(offset)).toEqual({
          line: before.length,
          column: before.at(-1)!.length + 1,
        });
      }),
    );
  });

  it('counts characters of any script on long lines too', () => {
    const unit = fc.constantFrom('a', 'ä', '中', '😀', ' ');
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 30 }),
        fc.integer({ min: 1, max: 200 }),
        fc.nat(),
        (units, times, place) => {
          const text = units.join('').repeat(times);
          const characters = [...text];
          const before = characters.slice(0, place % (characters.length + 1)).join('');
          const source = new Source('/x', encode(`first\n${text}\nlast`));
          const offset = encode(`first\n${before}`).length;
          expect(source.position(offset)).toEqual({ line: 2, column: before.length + 1 });
        },
      ),
    );
  });

  it('locates spans and lines of streamed files alike', () => {
    const source = new Source('/srv/a', 'one\ntwo three\n', 'a');
    expect(locate({ source, start: 8, end: 13 })).toEqual({ file: 'a', line: 2, column: 5, endLine: 2, endColumn: 10 });
    expect(locate({ file: 'b', line: 7, column: 2, endColumn: 9 })).toEqual({
      file: 'b',
      line: 7,
      column: 2,
      endLine: 7,
      endColumn: 9,
    });
  });
});

describe('bytes', () => {
  it('keeps every byte and decodes UTF-8 only where it is valid', () => {
    expect(fromBytes(Uint8Array.of(0, 65, 255))).toBe('\0A\xff');
    expect(decode(encode('Zoë'))).toBe('Zoë');
    expect(decode('Zo\xeb')).toBe('Zo\xeb');
  });
});

describe('printable', () => {
  it('lets no control character, direction change or line break through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(harmless(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/);
      }),
    );
    expect(printable('a\x1b[31m\n::error')).toBe('a\\x1b[31m\\n::error');
  });

  it('cuts what is long', () => {
    expect(printable('x'.repeat(500), 10)).toBe('xxxxxxxxxx…');
  });
});
