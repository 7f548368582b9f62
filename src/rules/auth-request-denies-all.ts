import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-denies-all',
  title: 'auth_request refuses everybody',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: ['nginx-auth-request-denied'],
  docs: {
    visitor: 'Everyone gets the answer of the target.',
    why: 'The target is a fixed answer in this configuration and refuses each request.',
    fix: 'let the target ask the service that knows the login',
    fine: 'Where the place is closed on purpose.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta, { help: 'let the target ask the service that knows the login' }),
};
