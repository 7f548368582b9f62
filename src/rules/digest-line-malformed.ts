import { isDigestOfBasic } from './basic-file-used-with-digest.ts';
import { fromPasswords } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'digest-line-malformed',
  title: 'A line of the digest file is not user:realm:hash',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-user-unknown', 'apache-user-file-empty', 'apache-digest-realm-mismatch', 'apache-password-wrong'],
  docs: {
    visitor: 'The user gets 401.',
    why: 'An entry is a user, a realm and 32 hexadecimal digits in small letters, with colons and no blanks between.',
    fix: 'write a new entry: htdigest FILE REALM USER',
    fine: 'Comment lines begin with #.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromPasswords(unit, ['digest-malformed', 'digest-blank']);
    // a file without any realm is told where the configuration names it
    if (!unit.places.some(isDigestOfBasic)) yield* fromPasswords(unit, ['digest-two-fields']);
  },
};
