import { auditPasswords, type PasswordAudit } from '../../hash/audit.ts';
import { absent } from '../../host/host.ts';
import { MemoryHost } from '../../host/memory.ts';
import { OverlayHost } from '../../host/overlay.ts';
import type { JudgedIngress, Secret } from './kubernetes.ts';
import { laidFrom } from './laid.ts';

/** Audits the password files in Secrets that Ingresses name; what is found stands where it stands in the manifest. */
export function auditSecrets(ingresses: readonly JudgedIngress[]): PasswordAudit[] {
  const secrets = new Map<Secret, string>();
  for (const { secret, form } of ingresses)
    if (secret && form !== 'map') secrets.set(secret, form === 'file' ? 'auth' : 'htpasswd');
  const files = [...secrets]
    .flatMap(([{ texts }, key]) => texts.filter((one) => one.key === key))
    .map(({ file }) => file);
  const host = new OverlayHost(new MemoryHost({}), laidFrom(files));
  return files.flatMap(({ path }) => {
    // the controller's image is Alpine's
    const audit = auditPasswords(host, path, { servers: ['nginx'], platform: 'musl' });
    return absent(audit) ? [] : [audit];
  });
}
