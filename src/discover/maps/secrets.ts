import { auditPasswords, type PasswordAudit } from '../../hash/audit.ts';
import { absent } from '../../host/host.ts';
import { MemoryHost } from '../../host/memory.ts';
import { OverlayHost } from '../../host/overlay.ts';
import type { Embedded } from './embedded.ts';
import type { JudgedIngress } from './kubernetes.ts';
import { laidFrom } from './laid.ts';

/** Audits the password files in Secrets that Ingresses name; what is found stands where it stands in the manifest. */
export function auditSecrets(ingresses: readonly JudgedIngress[]): PasswordAudit[] {
  const files = new Set<Embedded>();
  for (const { secret, form } of ingresses) {
    const part = form === 'map' ? null : secret?.files?.get(form === 'file' ? 'auth' : 'htpasswd')?.part;
    if (part && part.text !== null) files.add(part);
  }
  const host = new OverlayHost(new MemoryHost({}), laidFrom(files));
  return [...files].flatMap(({ path }) => {
    // the controller's image is Alpine's
    const audit = auditPasswords(host, path, { servers: ['nginx'], platform: 'musl' });
    return absent(audit) ? [] : [audit];
  });
}
