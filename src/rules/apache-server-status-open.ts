import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-server-status-open',
  title: 'A page of httpd about itself is open',
  server: 'apache',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody sees addresses and URLs of other visitors, or can switch workers of a balancer.',
    why: 'SetHandler puts the page there, and the Require that holds admits everybody.',
    fix: 'add Require local to the section, or the addresses of the administrators',
    fine: 'Where the server is reached from inside only.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { answer, subject, target, where } of unit.apache?.statusPages() ?? []) {
      if (answer.status !== 'pass') continue;
      yield {
        message: `open to all at ${target}: ${printable(subject)} is shown to everybody`,
        where,
        ...(subject === 'balancer-manager' && { severity: 'error' }),
      };
    }
  },
};
