import { named } from './apache-levels.ts';
import type { Rule, RuleMeta, Unit } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-acme-challenge-locked',
  title: 'The password covers the challenge of the certificate authority',
  server: 'apache',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'The certificate cannot be renewed: the validation server gets 401.',
    why: 'Certificates of this site come by ACME, and /.well-known/acme-challenge/ lies below a place that asks for a login.',
    fix: 'add <Location "/.well-known/acme-challenge/"> with Require all granted',
    fine: 'Where the challenge is answered by DNS, or by a server of its own during renewal.',
  },
};

/** Whether anything says that certificates come by ACME over HTTP. */
function usesAcme(unit: Unit): boolean {
  const certificates = named(
    unit,
    'sslcertificatefile',
    'alias',
    'aliasmatch',
    'proxypass',
    'rewriterule',
    '<location',
    'define',
  );
  const sign = /letsencrypt|\.?acme\.sh|\bacme|certbot|dehydrated|lego\/certificates/i;
  return (
    named(unit, 'mdomain', '<mdomainset').length > 0 ||
    certificates.some(({ directive }) => directive.args.some(({ value }) => sign.test(value)))
  );
}

export const rule: Rule = {
  meta,
  *check(unit) {
    if (!usesAcme(unit)) return;
    for (const { answer, target, where } of unit.apache?.publicCalls('acme-challenge') ?? []) {
      if (answer.status !== 401) continue;
      yield {
        message: `the certificate authority gets 401 at ${target}: the password of the whole site covers the challenge`,
        where,
      };
    }
  },
};
