import { expect, it } from 'vitest';
import { Seeded } from '../conformance/seeded.ts';
import { fault } from './check.ts';
import { mutated } from './mutate.ts';
import { seeds } from './roots.ts';

const roots = seeds();

it('every fixture and recorded case runs alike twice, with findings inside its files', () => {
  for (const root of roots) expect([root.entry, fault(root)]).toEqual([root.entry, null]);
}, 60_000);

it.each([1, 2, 3, 4])(
  'no mutation of them throws, hangs or leaves its files (seed %i)',
  (seed) => {
    const random = new Seeded(seed);
    for (let run = 0; run < 60; run++) {
      const root = random.pick(roots);
      const changed = { ...root, files: mutated(root.files, random.pick(roots).files, random) };
      let wrong: string | null;
      try {
        wrong = fault(changed);
      } catch (error) {
        wrong = String((error as Error).stack);
      }
      expect(wrong, JSON.stringify(changed)).toBeNull();
    }
  },
  60_000,
);
