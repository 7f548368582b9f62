import { meant, rename } from './mend-apache.ts';
import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-unknown-directive',
  title: 'A directive that httpd does not know',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-directive-unknown', 'apache-directive-not-loaded'],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'The name is misspelt, a line of other text was pasted in, or its module is not loaded.',
    fix: 'correct the name, remove the line, or load the module with a2enmod',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromStartErrors(unit, meta, ({ where }) => meant(where), rename),
};
