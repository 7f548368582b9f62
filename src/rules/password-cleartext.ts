import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'password-cleartext',
  title: 'A password stands in the file as it is',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'The user gets 401 (httpd on Windows accepts it).',
    why: 'On Unix the text is taken for a hash of crypt(), and never matches.',
    fix: 'hash it: htpasswd -B FILE USER',
    fine: 'Never in a checked-in file.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['plain-text']) };
