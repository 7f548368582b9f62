import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-auth-basic-without-user-file',
  title: 'auth_basic without auth_basic_user_file',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-no-user-file'],
  docs: {
    visitor: 'Everybody gets in without a login; nginx -t finds nothing wrong.',
    why: 'The module steps aside unless both are set.',
    fix: 'add auth_basic_user_file /etc/nginx/.htpasswd;',
    fine: 'Where another level of the same place gives the file.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
