import type { Draft, Unit } from './rule.ts';

/** Problems of the audited password files that carry one of the codes, as drafts. */
export function* fromPasswords(unit: Unit, codes: readonly string[]): Iterable<Draft> {
  for (const { problems } of unit.passwords) {
    for (const { code, message, help, where, related, fatal } of problems) {
      if (!codes.includes(code)) continue;
      const stops = fatal.length > 0;
      yield {
        message,
        help,
        where,
        severity: stops ? 'error' : code === 'apr1' || code === 'carriage-return' ? 'info' : 'warning',
        ...(related && { related: [{ message: 'the first entry of this user', where: related }] }),
      };
    }
  }
}
