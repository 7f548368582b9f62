import type { ServerName } from '../../src/predict/answer.ts';
import { encode } from '../../src/text/bytes.ts';
import { filled } from '../conformance/case.ts';
import { roots as fixtureRoots, setupOf } from '../conformance/fixtures.ts';
import { casePort, caseRoot } from '../conformance/layout.ts';
import { recordedCases } from '../recorded.ts';
import type { Root } from './check.ts';

const placed = (text: string): string => encode(filled(text, caseRoot, casePort));

/** Every fixture and recorded case, as files alone (modes and links are for other tests). */
export function seeds(): Root[] {
  const cases = (['apache', 'nginx'] as ServerName[]).flatMap((server) =>
    recordedCases(server).map((one) => ({ ...one, server })),
  );
  return [...fixtureRoots().map(setupOf), ...cases].map(({ server, entry, files }) => {
    const texts = Object.entries(files).flatMap(([name, file]): [string, string][] => {
      if (typeof file === 'string') return [[name, placed(file)]];
      if (file.base64 !== undefined) return [[name, Buffer.from(file.base64, 'base64').toString('latin1')]];
      return file.text === undefined ? [] : [[name, placed(file.text)]];
    });
    return { server, entry, files: Object.fromEntries(texts) };
  });
}
