import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { runRules } from '../../src/rules/run.ts';
import { unitOf } from '../conformance/fixtures.ts';
import { generators } from '../conformance/generators.ts';

const explains = new Set(rules.filter(({ meta }) => meta.explains.length > 0).map(({ meta }) => meta.id));
const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

describe.each(['apache', 'nginx'] as const)(
  '%s: a place that lets no right login in, or everybody, has a finding',
  (server) => {
    it.each(seeds)('seed %i', async (seed) => {
      const unit = await unitOf(generators[server](seed));
      const serious = (await runRules([unit])).filter(({ severity }) => severity !== 'info');
      const bad = unit.places.filter(({ verdict }) =>
        ['locked-out', 'forbidden', 'broken', 'open', 'no-start'].includes(verdict),
      );
      if (bad.length > 0 || unit.starts === 'no') expect(serious).not.toEqual([]);
      // what works has no finding of a rule that explains verdicts, but for single entries of its password file
      const stray = serious.filter(
        ({ rule, scope }) =>
          scope === null &&
          explains.has(rule) &&
          !/^(?:password|malformed|hash|weak|digest|group-file|compose|bcrypt|nginx-hash|suppression)/.test(rule),
      );
      if (bad.length === 0 && unit.starts === 'yes') expect(stray).toEqual([]);
      // a place that works may have another door that is open
      const told = unit.places.filter((one) => bad.includes(one) || one.openDoors().length > 0);
      for (const { scope } of serious) if (scope !== null) expect(told.map(({ place }) => place.id)).toContain(scope);
    });
  },
);
