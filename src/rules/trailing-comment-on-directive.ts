import { moveComment } from './mend.ts';
import { fromMistakes } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'trailing-comment-on-directive',
  title: 'A comment at the end of a line',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [
    'apache-htaccess-broken',
    'apache-arguments-wrong',
    'apache-value-invalid',
    'apache-require-invalid',
    'apache-section-argument',
    'apache-provider-unknown',
    'apache-expression-invalid',
  ],
  docs: {
    visitor: 'In .htaccess every request below the folder gets 500; in a main file the server refuses to start.',
    why: 'httpd knows comments on lines of their own only; what follows a # elsewhere is given to the directive as arguments.',
    fix: 'put the comment on a line of its own',
    fine: 'Where the # stands within quotes or within a regular expression.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromMistakes(unit, 'trailing-comment', {
      cause: ({ message }) => `the comment at the end of the line is read as arguments: ${message}`,
      fix: moveComment,
    }),
};
