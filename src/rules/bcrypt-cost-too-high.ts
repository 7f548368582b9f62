import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'bcrypt-cost-too-high',
  title: 'A hash so costly that each request waits',
  server: 'passwords',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'The login works, and every page, picture and script waits for seconds.',
    why: 'Basic sends the password with each request and the server computes the hash each time; many at once stop the server.',
    fix: 'write a new entry with a cost of 10 to 12: htpasswd -B -C 12',
    fine: 'Where the place is asked for once in a while.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['bcrypt-cost-high']) };
