import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/fix/diff.ts';
import { edited } from '../../src/fix/edits.ts';
import type { Edit, Strip } from '../../src/rules/rule.ts';
import { Source } from '../../src/text/source.ts';
import { scratchFolder } from '../scratch.ts';

const scratch = scratchFolder('edits');

const text = 'AuthType Basic\nAuthName Members\n';
const source = new Source('/x', text);
const at = (start: number, end: number, by: string): Edit => ({ where: { source, start, end }, text: by });

describe('edits', () => {
  it('are made together, whatever their order', () => {
    const edits = [at(24, 24, '"'), at(31, 31, '"'), at(0, 4, 'A'), at(9, 14, 'Digest')];
    expect(edited(text, edits)).toBe('AType Digest\nAuthName "Members"\n');
  });

  it('are made once where two are the same, and not at all where they touch', () => {
    expect(edited(text, [at(0, 4, 'x'), at(0, 4, 'x')])).toBe('xType Basic\nAuthName Members\n');
    expect(edited(text, [at(0, 4, 'x'), at(2, 6, 'y')])).toBe(null);
    expect(edited(text, [at(3, 3, 'x'), at(3, 3, 'y')])).toBe(null);
  });

  it('are not made in another text than the one that was judged', () => {
    expect(edited(`${text}#`, [at(0, 4, 'x')])).toBe(null);
  });

  it('find their columns in lines that are UTF-8, and in lines that are not', () => {
    const where = { file: 'x', line: 2, column: 3, endColumn: 4 };
    expect(edited('a\n\xc3\xa4bc\n', [{ where, text: '!' }])).toBe('a\n\xc3\xa4b!\n');
    expect(edited('a\n\xe4bc\n', [{ where, text: '!' }])).toBe('a\n\xe4b!\n');
  });

  it.each<[Strip, string, string | null]>([
    ['blanks', 'ann : h\n', 'ann:h\n'],
    ['blanks', '  ann:h \t\n', 'ann:h\n'],
    ['quotes', '"ann:h"\n', 'ann:h\n'],
    ['quotes', "ann:'h'\n", 'ann:h\n'],
    ['quotes', '"ann:h\n', null],
    ['byte-order-mark', '\xef\xbb\xbfann:h\n', 'ann:h\n'],
    ['byte-order-mark', 'ann:h\n', null],
    ['line-ends', 'a:b\r\nc:d\r', 'a:b\nc:d'],
  ])('strip %s off %j', (strip, before, after) => {
    expect(edited(before, [{ where: { file: 'x', line: 1, column: 1, endColumn: 1 }, strip }])).toBe(after);
  });
});

const patched = spawnSync('patch', ['--version']).status === 0;

describe('the diff', () => {
  it.skipIf(!patched && !process.env.CI)('is what patch makes the new text of', () => {
    const line = fc.constantFrom('AuthType Basic', 'Require valid-user', '# a', '', '  x\ty', 'ä');
    const lines = fc.array(line, { maxLength: 30 });
    const operations = fc.array(fc.tuple(fc.nat(30), fc.constantFrom('drop', 'add', 'change'), line), { maxLength: 6 });
    fc.assert(
      fc.property(lines, operations, (before, changes) => {
        const after = [...before];
        for (const [place, what, fresh] of changes) {
          const index = Math.min(place, after.length);
          if (what === 'add') after.splice(index, 0, fresh);
          else if (index < after.length) after.splice(index, 1, ...(what === 'change' ? [fresh] : []));
        }
        const [old, wanted] = [before, after].map((list) => list.map((one) => `${one}\n`).join(''));
        const latin = (one: string): string => Buffer.from(one, 'utf8').toString('latin1');
        const diff = unifiedDiff('site.conf', latin(old!), latin(wanted!), false);
        if (old === wanted) return diff === '';
        const file = path.join(scratch, 'site.conf');
        fs.writeFileSync(file, old!);
        const { status, stdout } = spawnSync('patch', ['-s', file], { input: diff, encoding: 'utf8' });
        expect(status, stdout).toBe(0);
        return fs.readFileSync(file, 'utf8') === wanted;
      }),
      { numRuns: 60 },
    );
  });

  it('shows of a password file no more than the users', () => {
    const diff = unifiedDiff(
      'users',
      '# staff\nann :$2y$05$secret\nbob:"x:y"\n',
      '# staff\nann:$2y$05$secret\nbob:x:y\n',
      true,
    );
    expect(diff).not.toMatch(/secret|x:y|\$2y/);
    expect(diff).toContain('-ann :…\n-bob:"…"\n+ann:…\n+bob:…');
  });

  it('covers secrets of a configuration', () => {
    const line = 'AuthLDAPBindPassword hunter2\n';
    expect(unifiedDiff('a', `${line}AuthTyp Basic\n`, `${line}AuthType Basic\n`, false)).not.toContain('hunter2');
  });

  it('escapes what a terminal would obey', () => {
    expect(unifiedDiff('a\x1b[2J', 'x\n', '\x1b[31mred\n', false)).not.toContain('\x1b');
  });
});
