import { lineAfter, textAt } from './mend.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'authname-missing',
  title: 'AuthType has no usable AuthName',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-authname-missing', 'apache-authname-invalid'],
  docs: {
    visitor: 'Every request gets 500.',
    why: 'Basic and Digest put the realm in their challenge and fail without one.',
    fix: 'add AuthName "Members"',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      // a digest file holds its realm, which must then be that one
      fix: (where) => (/^AuthType\s+Basic$/i.test(textAt(where)) ? lineAfter(where, 'AuthName "Members"') : undefined),
    }),
};
