import type { PasswordProblem, ProblemCode } from '../hash/problems.ts';
import type { ReasonCode } from '../predict/reasons.ts';
import { printable } from '../text/printable.ts';
import type { Draft, Severity, Strip, Unit } from './rule.ts';

/** Worth a word, and no fault. */
const notes: ReadonlySet<ProblemCode> = new Set([
  'apr1',
  'bcrypt-cost-low',
  'carriage-return',
  'mixed-kinds',
  'no-final-newline',
  'repeated-user',
  'twin-user',
  'unportable-hash',
  'user-not-ascii',
]);

/** What can be taken off an entry so that what was meant is left; blanks of other files than htpasswd's may be meant. */
const strips: Readonly<Partial<Record<ProblemCode, Strip>>> = {
  bom: 'byte-order-mark',
  'blank-in-line': 'blanks',
  quotes: 'quotes',
  'carriage-return': 'line-ends',
};
const anywhere: ReadonlySet<Strip> = new Set(['byte-order-mark', 'line-ends']);

/** Problems of the audited files of users, digests and groups that carry one of the codes, as drafts. */
export function* fromPasswords(unit: Unit, codes: readonly ProblemCode[]): Iterable<Draft> {
  const users: ReadonlySet<unknown> = new Set(unit.passwords);
  for (const audit of [...unit.passwords, ...unit.digests, ...unit.groups]) {
    const { servers, problems, path, inset } = audit;
    const by = unit.namedBy.get(path);
    const named = by ? [{ message: `${printable(by.name, 60)} names the file here`, where: by }] : [];
    for (const problem of problems) {
      if (!codes.includes(problem.code)) continue;
      const { message, help, where, related, relatedMessage = '' } = problem;
      const strip = strips[problem.code];
      // lines that stand in another file have its own blanks and quotes around them
      const certain = strip && !inset && (users.has(audit) || anywhere.has(strip));
      yield {
        message,
        help,
        where,
        ...(certain && { fix: [{ where, strip }] }),
        severity: severityOf(problem, servers.length),
        // an entry that opens explains no lock-out
        ...(problem.fatal.length === 0 && { covers: [] }),
        related: [...(related ? [{ message: relatedMessage, where: related }] : []), ...named],
      };
    }
  }
}

/** An error only where no server that may read the file lets the user in. */
function severityOf({ code, fatal }: PasswordProblem, servers: number): Severity {
  if (fatal.length > 0) return fatal.length === servers ? 'error' : 'warning';
  return notes.has(code) ? 'info' : 'warning';
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
