import { meantWord, respell } from './mend.ts';
import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-invalid',
  title: 'A Require that httpd cannot take',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-provider-unknown', 'apache-require-invalid', 'apache-require-no-effect'],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'The provider is misspelt (letter case counts), its module is not loaded, or a negative requirement stands alone.',
    fix: 'write Require valid-user, or put Require not beside a positive one in RequireAll',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromStartErrors(
      unit,
      meta,
      (where) => meantWord(where) ?? 'write Require valid-user, or put Require not beside a positive one in RequireAll',
      respell,
    ),
};
