import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'password-user-duplicate',
  title: 'A user stands in the password file twice',
  server: 'passwords',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'Only the first entry counts.',
    why: 'Both servers stop at the first line of a user.',
    fix: 'remove the line that is not meant',
    fine: 'Where both lines hold the same hash.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['duplicate-user', 'repeated-user']) };
