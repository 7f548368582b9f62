import { createHash } from 'node:crypto';
import type { FindingEntry } from './contract.ts';

/**
 * A name for each finding that stays when lines move: made of rule, file and message (numbers of lines in it left out)
 * and, among equal ones, of their order. The text of the line takes no part, since it may hold a secret.
 */
export function fingerprints(findings: readonly FindingEntry[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, file, message }) => {
    const key = [rule, file, message.replace(/\b(lines? |:)\d+(?::\d+)?| \(and at \d+ more places?\)/g, '$1')].join(
      '\0',
    );
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return createHash('sha256').update(`${key}\0${nth}`).digest('hex').slice(0, 32);
  });
}
