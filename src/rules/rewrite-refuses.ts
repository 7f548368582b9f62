import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'rewrite-refuses',
  title: 'A rewrite rule refuses everybody',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: ['apache-rewrite-forbidden', 'apache-rewrite-status', 'apache-rewrite-loop'],
  docs: {
    visitor: 'Everyone gets the status of the rule.',
    why: 'The rule matches every request for the place, with a login as without.',
    fix: 'limit the rule by a RewriteCond, or remove it',
    fine: 'Where the place is closed on purpose.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
