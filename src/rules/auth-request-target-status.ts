import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-target-status',
  title: 'auth_request gets an answer that nginx takes as an error',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-auth-request-status'],
  docs: {
    visitor: 'Everyone gets 500.',
    why: 'Only 2xx, 401 and 403 count; a redirect, a missing location or an error of the target is a 500.',
    fix: 'make the target answer 2xx, 401 or 403, and send visitors to the login by error_page 401',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
