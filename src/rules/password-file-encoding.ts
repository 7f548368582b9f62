import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'password-file-encoding',
  title: 'The password file is not plain UTF-8 text',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'The users whose lines are touched get 401.',
    why: 'Both servers compare bytes: a byte order mark sticks to the first user, UTF-16 matches nobody.',
    fix: 'save the file as UTF-8 without a byte order mark',
    fine: 'Never.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['utf16', 'bom', 'nul']) };
