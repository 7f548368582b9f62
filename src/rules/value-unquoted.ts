import { quoteValue } from './mend.ts';
import { fromMistakes } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'value-unquoted',
  title: 'A value with blanks in it is not quoted',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-htaccess-broken', 'apache-arguments-wrong', 'apache-section-argument'],
  docs: {
    visitor: 'In .htaccess every request below the folder gets 500; in a main file the server refuses to start.',
    why: 'Blanks separate arguments: AuthName, AuthUserFile and the like take one, and get several.',
    fix: 'write the value within " "',
    fine: 'Never: a backslash guards nothing, only quotes hold a value together.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromMistakes(unit, 'unquoted-value', {
      cause: ({ message }) => `the value has blanks and no quotes around it: ${message}`,
      fix: quoteValue,
    }),
};
