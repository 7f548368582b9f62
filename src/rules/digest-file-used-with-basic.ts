import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'digest-file-used-with-basic',
  title: 'A digest entry in a password file for Basic',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'The user gets 401.',
    why: 'A line of htdigest holds a realm in the middle; Basic takes the realm for the hash.',
    fix: 'make the file with htpasswd, or use AuthType Digest',
    fine: 'Where the file belongs to AuthType Digest.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['htdigest-line']) };
