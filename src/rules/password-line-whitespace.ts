import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'password-line-whitespace',
  title: 'A blank or quote became part of a password entry',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'The user of the line gets 401.',
    why: 'A blank or quote belongs to the user name or the hash for the server.',
    fix: 'remove the blank or the quotes',
    fine: 'Never.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['blank-in-line', 'quotes']) };
