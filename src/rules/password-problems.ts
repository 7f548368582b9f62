import type { PasswordProblem, ProblemCode } from '../hash/problems.ts';
import type { ReasonCode } from '../predict/reasons.ts';
import type { Draft, Severity, Unit } from './rule.ts';

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

/** Problems of the audited files of users, digests and groups that carry one of the codes, as drafts. */
export function* fromPasswords(unit: Unit, codes: readonly ProblemCode[]): Iterable<Draft> {
  for (const { servers, problems } of [...unit.passwords, ...unit.digests, ...unit.groups]) {
    for (const problem of problems) {
      if (!codes.includes(problem.code)) continue;
      const { message, help, where, related, relatedMessage = '' } = problem;
      yield {
        message,
        help,
        where,
        severity: severityOf(problem, servers.length),
        ...(related && { related: [{ message: relatedMessage, where: related }] }),
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
