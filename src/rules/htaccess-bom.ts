import { fromMistakes } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'htaccess-bom',
  title: 'A byte order mark stands before the first line',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-htaccess-broken', 'apache-directive-unknown'],
  docs: {
    visitor: 'In .htaccess every request below the folder gets 500; in a main file the server refuses to start.',
    why: 'httpd takes the invisible bytes for part of the first word, a comment included, and knows no such directive.',
    fix: 'save the file as UTF-8 without BOM',
    fine: 'Where the server is a build for Windows, which skips the mark.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromMistakes(unit, 'byte-order-mark', {
      cause: () => 'the file begins with a byte order mark, which httpd takes for part of the first word',
      fix: (where) => [{ where, strip: 'byte-order-mark' }],
    }),
};
