import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'upstream-login-lost',
  title: 'The server behind the proxy refuses every login',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-upstream-answer'],
  docs: {
    visitor: 'Everyone gets the refusal of the inner server.',
    why: 'The Authorization header does not reach it, or holds another login: proxy_set_header Authorization "" or an inherited line that was lost.',
    fix: 'pass the header on: proxy_set_header Authorization $http_authorization;',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
