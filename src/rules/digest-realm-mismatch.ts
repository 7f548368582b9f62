import { isDigestOfBasic } from './basic-file-used-with-digest.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'digest-realm-mismatch',
  title: 'The digest file has no entry for this realm',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-digest-realm-mismatch'],
  docs: {
    visitor: 'The prompt comes back for ever.',
    why: 'Digest entries hold the realm in their hash; it must be the AuthName to the letter.',
    fix: 'make AuthName and the realm of htdigest the same text',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      when: (_, judged) => !isDigestOfBasic(judged),
    }),
};
