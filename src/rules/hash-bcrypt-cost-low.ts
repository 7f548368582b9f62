import { fromPasswords } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'hash-bcrypt-cost-low',
  title: 'A bcrypt hash of low cost',
  server: 'passwords',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'The login works.',
    why: 'Each step of the cost doubles the work of a guess; htpasswd takes 5 where -C is not given.',
    fix: 'write a new entry: htpasswd -B -C 10',
    fine: 'Where the password is long and random.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['bcrypt-cost-low']) };
