import { firstOf, plainMarks, quoteValue, textAt } from './mend.ts';
import { plainHelp } from './mend-nginx.ts';
import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-wrong-arguments',
  title: 'A directive with arguments that nginx refuses',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-argument-count', 'nginx-bad-value'],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'A value with blanks needs quotes; a missing semicolon makes the next line an argument.',
    fix: 'quote a value with blanks, and end each directive with ;',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromStartErrors(
      unit,
      meta,
      ({ where }) =>
        /^user\s/.test(textAt(where))
          ? 'name a user that the machine or image has; that of the nginx images is nginx'
          : plainHelp(where),
      firstOf(plainMarks, quoteValue),
    ),
};
