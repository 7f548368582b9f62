import type { ServerName } from '../../src/predict/answer.ts';
import { roots as fixtureRoots, setupOf } from '../conformance/fixtures.ts';
import { recordedCases } from '../recorded.ts';
import { type Root, root } from './check.ts';

const filled = (text: string): string =>
  Buffer.from(text.replaceAll('@ROOT@', root).replaceAll('@PORT@', '8080'), 'utf8').toString('latin1');

/** Every fixture and recorded case, as files alone (modes and links are for other tests). */
export function seeds(): Root[] {
  const cases = (['apache', 'nginx'] as ServerName[]).flatMap((server) =>
    recordedCases(server).map((one) => ({ ...one, server })),
  );
  return [...fixtureRoots().map(setupOf), ...cases].map(({ server, entry, files }) => {
    const texts = Object.entries(files).flatMap(([name, file]): [string, string][] => {
      if (typeof file === 'string') return [[name, filled(file)]];
      if (file.base64 !== undefined) return [[name, Buffer.from(file.base64, 'base64').toString('latin1')]];
      return file.text === undefined ? [] : [[name, filled(file.text)]];
    });
    return { server, entry, files: Object.fromEntries(texts) };
  });
}
