import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-deny-all-with-auth',
  title: 'Address rules refuse every login',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-address-denied'],
  docs: {
    visitor: 'Everyone gets 403, with a right password as without.',
    why: 'With satisfy all, the default, the address rules and the login must both agree.',
    fix: 'write satisfy any; if either is enough, or remove deny all;',
    fine: 'Where the place is closed on purpose.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
