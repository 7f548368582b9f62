import { describe, expect, it } from 'vitest';
import { loadNginx } from '../../../src/predict/nginx/predictor.ts';
import { caseRoot, inMemory } from '../../conformance/layout.ts';
import { compare, recordedCases } from '../../recorded.ts';

const cases = recordedCases('nginx');

describe.skipIf(cases.length === 0)(
  'nginx: recorded answers (../shared/cases; skipped where that folder is not there)',
  () => {
    it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
      const predictor = loadNginx(inMemory(one.files), `${caseRoot}/${one.entry}`, { prefix: caseRoot });
      const { wrong, unknown } = compare(one, predictor);
      expect(wrong).toEqual([]);
      expect(unknown).toEqual([]);
    });
  },
);
