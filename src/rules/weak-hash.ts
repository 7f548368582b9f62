import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'weak-hash',
  title: 'A password hash that is quickly guessed',
  server: 'passwords',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'The login works.',
    why: 'Who gets hold of the file finds such passwords fast.',
    fix: 'write the entry anew with htpasswd -B',
    fine: 'Where the file is short-lived.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromPasswords(unit, ['weak-des', 'weak-sha1', 'weak-md5crypt', 'weak-plain', 'apr1']),
};
