import { describe, expect, it } from 'vitest';
import { loadApache } from '../../../src/predict/apache/predictor.ts';
import { caseRoot, inMemory } from '../../conformance/layout.ts';
import { compare, recordedCases } from '../../recorded.ts';

const cases = recordedCases('apache');

describe.skipIf(cases.length === 0)(
  'apache: recorded answers (../shared/cases; skipped where that folder is not there)',
  () => {
    it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
      const predictor = loadApache(inMemory(one.files), `${caseRoot}/${one.entry}`, { serverRoot: caseRoot });
      const { wrong, unknown } = compare(one, predictor);
      expect(wrong).toEqual([]);
      expect(unknown).toEqual([]);
    });
  },
);
