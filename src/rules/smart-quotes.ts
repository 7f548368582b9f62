import { plainMarks } from './mend.ts';
import { fromMistakes } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'smart-quotes',
  title: 'Quotation marks or blanks of a text processor',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-htaccess-broken', 'apache-arguments-wrong'],
  docs: {
    visitor: 'In .htaccess every request below the folder gets 500; in a main file the server refuses to start.',
    why: 'Curly quotes and no-break spaces come along with text from a web page. For httpd they are letters: they neither quote a value nor separate two words.',
    fix: 'write plain " and plain blanks',
    fine: 'Where they stand within plain quotes, as in AuthName "the “inner” circle": they are text there.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromMistakes(unit, 'typographic-marks', {
      cause: ({ message }) => `typographic quotes, dashes or blanks are letters for httpd: ${message}`,
      fix: plainMarks,
    }),
};
