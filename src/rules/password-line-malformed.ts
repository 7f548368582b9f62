import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'password-line-malformed',
  title: 'A line of the password file is not user:hash',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'Nobody gets in by that line: whoever it is for gets 401.',
    why: 'An entry is one line with a user, a colon and a hash.',
    fix: 'write the line as user:hash, or remove it',
    fine: 'Comment lines begin with #.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromPasswords(unit, [
      'no-colon',
      'empty-user',
      'empty-hash',
      'wrapped-line',
      'continued-line',
      'too-long-line',
      'user-too-long',
      'swapped-fields',
      'pasted-web-text',
      'carriage-return',
    ]),
};
