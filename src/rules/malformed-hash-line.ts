import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'malformed-hash-line',
  title: 'A hash is cut or damaged',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'The user gets 401, on some systems 500 from nginx.',
    why: 'An editor or a copy cut the hash or changed a character: length, alphabet, salt and cost are checked for each kind.',
    fix: 'write a new entry with htpasswd -B',
    fine: 'Where a template fills it in later.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['malformed-hash']) };
