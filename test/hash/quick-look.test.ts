import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../src/catalog/platforms.ts';
import { auditPasswords, saidOf } from '../../src/hash/audit.ts';
import { CarefulReader } from '../../src/hash/careful.ts';
import { buffer } from '../../src/hash/lines.ts';
import { Notes } from '../../src/hash/problems.ts';
import { looks, quickLook } from '../../src/hash/quick-look.ts';
import { humanLines, Twins } from '../../src/hash/twins.ts';
import { MemoryHost } from '../../src/host/memory.ts';

const made = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'made-by-crypt.json'), 'utf8')) as [
  string,
  string,
  string,
][];
const servers = ['apache', 'nginx'] as const;

function quickly(line: string): number {
  buffer.bytes.fill(0x41);
  buffer.bytes.write(`${line}\n`, 'latin1');
  return quickLook().look(0);
}

function carefully(line: string, platform: Platform) {
  const notes = new Notes('users');
  const reader = new CarefulReader(notes, new Twins(notes, 10), servers, platform);
  reader.read(line, 7);
  return { users: reader.users, kinds: [...reader.kinds], problems: notes.result().map(({ code }) => code) };
}

const grain = fc.constantFrom(...'./0129AZazMmOeuK.');
const grains = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: grain, minLength: length, maxLength: length });
const hash = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b', 'x', 'y'), fc.integer({ min: 3, max: 32 }), grains(53))
    .map(([letter, cost, rest]) => `$2${letter}$${String(cost).padStart(2, '0')}$${rest}`),
  fc
    .tuple(fc.constantFrom(['$apr1$', 8, 22], ['$1$', 8, 22], ['$5$', 16, 43], ['$6$', 16, 86]), fc.nat(17))
    .chain(([[prefix, most, length], salt]) =>
      fc.tuple(grains(Math.min(salt, Number(most) + 1)), grains(Number(length))).map(([a, b]) => `${prefix}${a}$${b}`),
    ),
  grains(27).map((text) => `{SHA}${text.replaceAll('.', '+')}=`),
  grains(13),
  grains(24),
  fc.constantFrom(...made.map(([, text]) => text)),
);
const user = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'annA.-@_ü"\'# 1'), minLength: 0, maxLength: 20 }),
  grains(13),
  fc.constantFrom(...made.map(([, text]) => text)),
);
/** A sound line, and one with up to three bytes put in, taken out or changed. */
const line = fc
  .tuple(
    user,
    hash,
    fc.array(fc.tuple(fc.nat(130), fc.nat(2), fc.constantFrom(...'\0\r\t :$\\/.#{}="z\xff')), { maxLength: 3 }),
  )
  .map(([name, secret, changes]) => {
    let text = `${name}:${secret}`;
    for (const [at, remove, put] of changes) {
      const place = at % (text.length + 1);
      text = text.slice(0, place) + (remove < 2 ? put : '') + text.slice(place + (remove > 0 ? 1 : 0));
    }
    return Buffer.from(text, 'utf8').toString('latin1');
  });

/** A line that nothing was done to: most looks are for those. */
const clean = fc.tuple(fc.constantFrom('ann', 'bob.smith', 'X9'), hash).map(([name, secret]) => `${name}:${secret}`);

describe('QuickLook', () => {
  it('says of a line what the careful reader says, or nothing', () => {
    const seen = new Set<number>();
    fc.assert(
      fc.property(
        fc.oneof(line, clean),
        fc.constantFrom<Platform>('glibc', 'musl', 'macos', 'freebsd', 'windows'),
        (text, platform) => {
          const look = quickly(text);
          seen.add(look);
          if (look === 0) return;
          const said = saidOf(looks[look]!, servers, platform);
          expect(carefully(text, platform)).toEqual({
            users: 1,
            kinds: [[looks[look]!.kind, 1]],
            problems: said === null ? [] : [said],
          });
        },
      ),
      { numRuns: 30_000 },
    );
    // the property proves nothing of a look that never comes up
    expect([...seen].sort((a, b) => a - b)).toEqual([...looks.keys()]);
  }, 60_000);

  it('counts in a long file what the careful reader counts in a short one', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), (lines) => {
        const audit = (text: string) => {
          const result = auditPasswords(new MemoryHost({ '/users': text }), '/users', { servers, platform: 'glibc' });
          if (typeof result === 'string') throw new Error(result);
          return result;
        };
        const body = lines.map((text) => Buffer.from(text, 'latin1').toString('latin1')).join('\n');
        const filler = Array.from({ length: humanLines }, (_, at) => `#${at}`).join('\n');
        const short = audit(`#\n${body}\n`);
        const long = audit(`#\n${filler}\n${body}\n`);
        // names and hashes are compared as people see them in the first lines only
        const human = new Set(['twin-user', 'shared-hash', 'empty-file']);
        const totals = ({ totals: all }: typeof short) =>
          [...all].filter(([code, count]) => !human.has(code) && count > 0).sort();
        expect(totals(long)).toEqual(totals(short));
        expect([...long.kinds].sort()).toEqual([...short.kinds].sort());
        expect(long.users).toBe(short.users);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('finds in the first lines of a file what the careful reader finds, where a look is enough for most of them too', () => {
    const grainy = (length: number, at: number): string => String(at).padStart(length, 'x').slice(-length);
    const weak = Array.from({ length: 120 }, (_, at) => `u${at}:$apr1$${grainy(8, at)}$${grainy(21, at)}/`);
    fc.assert(
      fc.property(fc.array(fc.oneof(line, clean), { minLength: 1, maxLength: 60 }), (some) => {
        const lines = [...weak, ...some, ...weak.slice(0, 3), ...some.slice(0, 2)];
        const audit = auditPasswords(
          new MemoryHost({ '/users': { bytes: Buffer.from(`${lines.join('\n')}\n`, 'latin1') } }),
          '/users',
          {
            servers,
            platform: 'glibc',
          },
        );
        if (typeof audit === 'string') throw new Error(audit);
        const notes = new Notes('/users');
        const twins = new Twins(notes, 10);
        const reader = new CarefulReader(notes, twins, servers, 'glibc');
        for (const [at, text] of lines.entries()) reader.read(text, at + 1);
        twins.settle();
        // what is told of the file as a whole, or by reading it again
        const later = new Set(['mixed-kinds', 'duplicate-user', 'repeated-user']);
        const told = (problems: ReturnType<Notes['result']>) =>
          problems
            .filter(({ code }) => !later.has(code))
            .map(({ code, message, where }) => [code, message, where.line]);
        expect(told(audit.problems)).toEqual(told(notes.result()));
        expect([...audit.kinds]).toEqual([...reader.kinds]);
        expect(audit.users).toBe(reader.users);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('finds each user who stands there again, wherever the file is cut into pieces', () => {
    const lines = Array.from({ length: humanLines + 30_000 }, (_, at) => `u${at % 20_000}:AAAAAAAAAAAA.`);
    lines[humanLines + 1000] = 'u7:BBBBBBBBBBBB.';
    const audit = auditPasswords(new MemoryHost({ '/users': `${lines.join('\n')}\n` }), '/users', {
      servers,
      platform: 'glibc',
    });
    if (typeof audit === 'string') throw new Error(audit);
    const [first] = audit.problems.filter(({ code }) => code === 'duplicate-user');
    expect([first?.where.line, first?.related?.line]).toEqual([humanLines + 1001, 8]);
    const { totals } = audit;
    expect((totals.get('duplicate-user') ?? 0) + (totals.get('repeated-user') ?? 0)).toBe(humanLines + 10_000);
  });
});
