import { auditPasswords, type PasswordAudit } from '../../hash/audit.ts';
import { absent } from '../../host/host.ts';
import { MemoryHost } from '../../host/memory.ts';
import { locate } from '../../text/source.ts';
import type { JudgedIngress, Secret, SecretText } from './kubernetes.ts';

/** Audits the password files in Secrets that Ingresses name; what is found stands where it stands in the manifest. */
export function auditSecrets(ingresses: readonly JudgedIngress[]): PasswordAudit[] {
  const secrets = new Map<Secret, string>();
  for (const { secret, form } of ingresses)
    if (secret && form !== 'map') secrets.set(secret, form === 'file' ? 'auth' : 'htpasswd');
  return [...secrets].flatMap(([{ texts }, key]) => texts.filter((one) => one.key === key).flatMap(auditOf));
}

function auditOf({ text, where, block }: SecretText): PasswordAudit[] {
  const host = new MemoryHost({ '/secret': { bytes: Buffer.from(text, 'latin1') } });
  // the controller's image is Alpine's
  const audit = auditPasswords(host, '/secret', { servers: ['nginx'], platform: 'musl' });
  if (absent(audit)) return [];
  const { file, line, column } = locate(where);
  const moved = <T extends { line: number; column: number; endColumn: number }>(one: T): T => ({
    ...one,
    file,
    line: block ? block.line + one.line - 1 : line,
    column: block ? block.column + one.column - 1 : column,
    endColumn: block ? block.column + one.endColumn - 1 : column + 1,
  });
  const problems = audit.problems.map((one) => ({
    ...one,
    where: moved(one.where),
    ...(one.related && { related: moved(one.related) }),
  }));
  return [{ ...audit, path: where.source.path, display: file, problems, comments: [] }];
}
