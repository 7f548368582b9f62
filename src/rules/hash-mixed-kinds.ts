import { fromPasswords } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'hash-mixed-kinds',
  title: 'A password file with hashes of several kinds',
  server: 'passwords',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'all',
  explains: [],
  docs: {
    visitor: 'The login works.',
    why: 'The oldest kind decides how safe the file is.',
    fix: 'renew the older entries with htpasswd -B',
    fine: 'While users are moved over one by one.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['mixed-kinds']) };
