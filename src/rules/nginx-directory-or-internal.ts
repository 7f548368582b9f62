import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-directory-or-internal',
  title: 'The protected location is closed to requests from outside',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: ['nginx-internal-only', 'nginx-method-not-allowed', 'nginx-bad-request'],
  docs: {
    visitor: 'Everyone gets an error in place of a login.',
    why: 'The location is internal or its requests are refused before the login.',
    fix: 'remove internal, or the protection',
    fine: 'Where only internal redirects lead there.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta, { help: 'remove internal, or the protection' }),
};
