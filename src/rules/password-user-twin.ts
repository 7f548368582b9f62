import { fromPasswords } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'password-user-twin',
  title: 'Two user names that people take for one',
  server: 'passwords',
  severity: 'info',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever types the other form gets 401, or has another password.',
    why: 'The servers compare bytes: letter case counts, and an accent may be one character or two.',
    fix: 'keep the form that people type',
    fine: 'Where both have the same password on purpose.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['twin-user']) };
