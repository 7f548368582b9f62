import type { ProblemCode } from '../hash/audit.ts';
import type { ReasonCode } from '../predict/reasons.ts';
import type { Draft, Strip, Unit } from './rule.ts';

/** What can be taken off an entry so that what was meant is left. */
const strips: Readonly<Partial<Record<ProblemCode, Strip>>> = {
  bom: 'byte-order-mark',
  'blank-in-line': 'blanks',
  quotes: 'quotes',
  'carriage-return': 'line-ends',
};

/** Problems of the audited password files that carry one of the codes, as drafts. */
export function* fromPasswords(unit: Unit, codes: readonly string[]): Iterable<Draft> {
  for (const { problems } of unit.passwords) {
    for (const { code, message, help, where, related, fatal } of problems) {
      if (!codes.includes(code)) continue;
      const stops = fatal.length > 0;
      const strip = strips[code];
      yield {
        message,
        help,
        where,
        ...(strip && { fix: [{ where, strip }] }),
        severity: stops ? 'error' : code === 'apr1' || code === 'carriage-return' ? 'info' : 'warning',
        ...(related && { related: [{ message: 'the first entry of this user', where: related }] }),
      };
    }
  }
}

/** Reasons of a refused login that a damaged entry of the password file explains. */
export const refusedLogins = [
  'apache-user-unknown',
  'nginx-user-unknown',
  'apache-user-file-empty',
  'apache-hash-unsupported',
  'apache-hash-broken',
  'nginx-hash-unsupported',
  'nginx-hash-error',
  'apache-password-wrong',
  'nginx-password-wrong',
] as const satisfies readonly ReasonCode[];
