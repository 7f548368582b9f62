import { fromPasswords } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'basic-file-used-with-digest',
  title: 'An entry of htpasswd in a file for Digest',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-user-unknown', 'apache-user-file-empty', 'apache-digest-realm-mismatch', 'apache-password-wrong'],
  docs: {
    visitor: 'The user gets 401, and the prompt comes back for ever.',
    why: 'Digest needs user:realm:hash; a line of htpasswd has no realm.',
    fix: 'make the file with htdigest, or use AuthType Basic',
    fine: 'Where the file belongs to AuthType Basic.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['digest-two-fields']) };
