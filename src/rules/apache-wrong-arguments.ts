import { meantNetwork } from './mend-apache.ts';
import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-wrong-arguments',
  title: 'A directive with arguments that httpd refuses',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-arguments-wrong', 'apache-value-invalid', 'apache-regex-invalid', 'apache-expression-invalid'],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'There are no comments at the end of a line, and a value with blanks needs quotes.',
    fix: 'put the comment on a line of its own, and quote a value with blanks',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromStartErrors(unit, meta, ({ where }) => meantNetwork(where)),
};
