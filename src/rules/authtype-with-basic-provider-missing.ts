import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'authtype-with-basic-provider-missing',
  title: 'Basic authentication has no source of users',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-user-file-unset'],
  docs: {
    visitor: 'Visitors get 401, and 500 once they type a password.',
    why: 'AuthType Basic uses the file provider unless told otherwise, and no AuthUserFile is in effect.',
    fix: 'add AuthUserFile /path/to/.htpasswd',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
