import path from 'node:path';
import { expect, it } from 'vitest';
import { Seeded } from '../conformance/seeded.ts';
import { scratchFolder } from '../scratch.ts';
import { fault, thrownBy } from './check.ts';
import { mutated } from './mutate.ts';
import { faultOfRepository, repositories } from './repository.ts';
import { seeds } from './roots.ts';

const roots = seeds();
const scratch = scratchFolder('fuzz');

it('every fixture and recorded case runs alike twice, with findings inside its files', async () => {
  for (const root of roots) expect([root.entry, await fault(root)]).toEqual([root.entry, null]);
}, 60_000);

it.each([1, 2, 3, 4])(
  'no mutation of them throws, hangs or leaves its files (seed %i)',
  async (seed) => {
    const random = new Seeded(seed);
    for (let run = 0; run < 60; run++) {
      const root = random.pick(roots);
      const changed = { ...root, files: mutated(root.files, random.pick(roots).files, random) };
      expect(await thrownBy(() => fault(changed)), JSON.stringify(changed)).toBeNull();
    }
  },
  60_000,
);

it.each([1, 2, 3, 4])(
  'nor of a repository with all that lies beside its configuration (seed %i)',
  async (seed) => {
    const random = new Seeded(seed);
    const known = repositories();
    for (let run = 0; run < 40; run++) {
      const files = mutated(random.pick(known), random.pick(known), random);
      const wrong = await thrownBy(() => faultOfRepository(files, path.join(scratch, 'checkout')));
      expect(wrong, JSON.stringify(files)).toBeNull();
    }
  },
  60_000,
);
