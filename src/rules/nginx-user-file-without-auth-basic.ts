import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-user-file-without-auth-basic',
  title: 'auth_basic_user_file without auth_basic',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-realm-missing'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'The file alone asks nobody for a login.',
    fix: 'add auth_basic "Members";',
    fine: 'Where locations set the realm.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
