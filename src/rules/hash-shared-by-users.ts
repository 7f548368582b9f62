import { fromPasswords } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'hash-shared-by-users',
  title: 'Two users have the same hash',
  server: 'passwords',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'The login works.',
    why: 'The salt is part of the hash: the same one twice means that the line was copied, and the password with it.',
    fix: 'set a password for each user',
    fine: 'Where one person goes by two names.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['shared-hash']) };
