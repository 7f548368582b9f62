import { describe, expect, test } from 'vitest';
import { readApacheConfig } from '../../src/model/apache/read-config.ts';
import { filled } from '../conformance/case.ts';
import { casePort, caseRoot, inMemory } from '../conformance/layout.ts';
import { recordedCases } from '../recorded.ts';

const cases = recordedCases('apache');

describe.skipIf(cases.length === 0)('recorded starts of the real httpd (cases not found: skipped)', () => {
  test.each(cases)('$id', ({ files, entry: main, observed }) => {
    const { startProblems } = readApacheConfig(inMemory(files), `${caseRoot}/${main}`, { serverRoot: caseRoot });
    const said = startProblems[0]?.message ?? null;
    if (observed.start === 'ok') expect(said).toBeNull();
    // what the generated parser would have accepted instead is its own affair
    else
      expect(
        filled(observed.start_error ?? '', caseRoot, casePort).replace(/, expecting .*?(?=: [A-Z])/, ''),
      ).toContain(said);
  });
});
