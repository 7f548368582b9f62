import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'ingress-auth-secret-key',
  title: 'The Secret of an Ingress has no key auth',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everyone gets 503 in place of the page.',
    why: 'ingress-nginx takes the password file out of the key auth of the Secret (NGINX Ingress Controller: htpasswd), whatever other keys it has.',
    fix: 'name the key auth, as kubectl create secret generic NAME --from-file=auth does, or write auth-secret-type: auth-map where keys are users',
    fine: 'Never: the path is closed.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { ingress, form, secret, where } of unit.ingresses) {
      const key = form === 'nginx.org' ? 'htpasswd' : 'auth';
      if (!secret?.files || form === 'map' || secret.files.has(key)) continue;
      yield {
        message: `everyone gets 503 at the Ingress ${printable(ingress, 80)}: its Secret ${printable(secret.name, 80)} has no key ${key}`,
        help: form === 'file' ? null : `name the key ${key}`,
        where,
        related: [
          {
            message: `its keys are ${printable([...secret.files.keys()].slice(0, 5).join(', '))}`,
            where: secret.where,
          },
        ],
      };
    }
  },
};
