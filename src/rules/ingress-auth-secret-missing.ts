import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'ingress-auth-secret-missing',
  title: 'An Ingress names a Secret that has another name or stands in another namespace',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everyone gets 503 in place of the page.',
    why: 'ingress-nginx looks for the Secret of auth-secret by its name, in the namespace of the Ingress unless another is written before it. Without it the login cannot be set up, and the whole path is closed.',
    fix: 'write the name of the Secret, with its namespace where that is another',
    fine: 'Where another repository or tool makes the Secret. Nothing is said where no Secret with passwords is at hand.',
  },
};

function shown(namespace: string | null, name: string): string {
  return printable(`${namespace === null ? '' : `${namespace}/`}${name}`, 120);
}

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { ingress, secret, secretName, secretNamespace, others, where } of unit.ingresses) {
      if (secret || others.length === 0) continue;
      const wanted = shown(secretNamespace, secretName);
      yield {
        message: `everyone gets 503 at the Ingress ${printable(ingress, 80)}: the Secret ${wanted} is not in the repository`,
        where,
        related: others.slice(0, 3).map((one) => ({
          message: `${shown(one.namespace, one.name)} holds passwords`,
          where: one.where,
        })),
      };
    }
  },
};
