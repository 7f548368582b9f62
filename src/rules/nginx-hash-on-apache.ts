import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-hash-on-apache',
  title: '{SSHA} or {PLAIN} in a password file that httpd reads',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'The user gets 401.',
    why: 'nginx checks these two itself; httpd takes them for a hash of crypt(), and they never match.',
    fix: 'write a new entry with htpasswd -B',
    fine: 'Where nginx alone reads the file.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['nginx-only-hash']) };
