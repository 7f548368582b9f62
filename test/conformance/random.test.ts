import { describe, expect, it } from 'vitest';
import { judged } from './campaign.ts';
import { generators } from './generators.ts';
import { missing } from './server.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

describe.each(Object.keys(generators) as (keyof typeof generators)[])('random configurations of %s', (server) => {
  const why = missing(server);
  it.skipIf(why && !process.env.CI)(`is asked${why ? `: skipped, for ${why}` : ''}`, () => expect(why).toBeNull());

  it.skipIf(why).each(seeds)(
    'seed %i',
    async (seed) => {
      const { wrong, unknown, right } = await judged(`${server}/${seed}`, generators[server](seed));
      expect(wrong).toEqual([]);
      expect(unknown).toEqual([]);
      expect(right).toBeGreaterThan(0);
    },
    60_000,
  );
});
