import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'hash-unsupported',
  title: 'A hash of a kind that this server cannot check',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'The user gets 401, on some systems 500 from nginx.',
    why: 'Each server checks a few kinds itself and leaves the rest to crypt() of its platform, which --platform names.',
    fix: 'write a new entry with htpasswd -B',
    fine: 'Where another program uses the file.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromPasswords(unit, ['hex-digest', 'argon2', 'unknown-scheme', 'framework-hash', 'unsupported-here']),
};
