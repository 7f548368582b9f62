import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'password-file-empty',
  title: 'The password file has no user',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'Everyone gets 401.',
    why: 'The file has no entry, or only comments.',
    fix: 'add a user: htpasswd -B FILE USER',
    fine: 'Where the users are written at deploy time.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    // one that no configuration at hand names may be a place holder
    const severity = unit.sources.length > 0 ? 'error' : 'warning';
    for (const draft of fromPasswords(unit, ['empty-file'])) yield { ...draft, severity };
  },
};
