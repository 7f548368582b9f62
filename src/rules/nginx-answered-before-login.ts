import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-answered-before-login',
  title: 'The request is answered before any login is asked for',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: ['nginx-return', 'nginx-rewrite-redirect', 'nginx-redirection-cycle', 'nginx-named-location-missing'],
  docs: {
    visitor: 'Nobody reaches the page, or everybody gets the answer without a login.',
    why: 'return and rewrite run before the access phase.',
    fix: 'move the return into a location of its own',
    fine: 'Where the answer is meant for everybody.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
