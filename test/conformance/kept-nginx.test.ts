import { describe, expect, it } from 'vitest';
import { requestOf } from '../../src/predict/request.ts';
import { predictorOf } from './fixtures.ts';
import { kept, setupOfKept } from './nginx/kept.ts';
import { mutation } from './nginx/mutations.ts';
import { missing, observe } from './server.ts';

/** Content passes; what it then says is its own. */
const given = (status: number | string): number | string => (status === 'pass' ? 'pass' : status);

describe('small nginx configurations that were once predicted wrongly', () => {
  it.each(kept.map((one) => [one.about, one] as const))('%s', async (_, one) => {
    const setup = setupOfKept(one);
    const predictor = await predictorOf(setup, '1.22.1');
    expect(predictor.startErrors).toEqual([]);
    const statuses = setup.requests.map((request) => predictor.answer(requestOf(request)).status);
    const wrong = statuses.flatMap((status, index) => {
      const expected = one.statuses[index]!;
      const fits = status === 'pass' ? ![0, 401, 403, 500].includes(expected) : given(status) === expected;
      return fits ? [] : [`${setup.requests[index]!.path}: ${status}, nginx ${expected}`];
    });
    expect(wrong).toEqual([]);
  });

  const why = missing('nginx');
  it.skipIf(why && !process.env.CI)(
    `nginx says the same${why ? `: skipped, for ${why}` : ''}`,
    { timeout: 120_000 },
    async () => {
      expect(why).toBeNull();
      for (const one of kept) {
        const { observed } = await observe(setupOfKept(one));
        expect([one.about, observed.start_error]).toEqual([one.about, null]);
        expect([one.about, observed.responses.map(({ status }) => status)]).toEqual([one.about, one.statuses]);
      }
    },
  );

  it.skipIf(why)("slips of the pen are refused in nginx's own words, at its line", { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= 40; seed++) {
      const said = await mutation(seed);
      if (said) wrong.push(said);
    }
    expect(wrong).toEqual([]);
  });
});
