import { fromPasswords } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'username-non-ascii',
  title: 'A user name that browsers may send in two ways',
  server: 'passwords',
  severity: 'info',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Whoever uses an old client may get 401.',
    why: 'The header holds bytes: browsers of today send UTF-8, older clients latin-1, and the servers compare bytes.',
    fix: 'choose a name in ASCII',
    fine: 'Where everybody has a browser of today and the file is UTF-8.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['user-not-ascii']) };
