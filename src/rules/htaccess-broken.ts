import { mistakeBehind } from './apache-mistakes.ts';
import { meant, rename } from './mend-apache.ts';
import { fromHtaccess } from './reasons.ts';
import { requirementCodes } from './require-invalid.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'htaccess-broken',
  title: 'A mistake in .htaccess breaks the whole folder',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-htaccess-broken'],
  docs: {
    visitor: 'Every request below the folder gets 500.',
    why: 'httpd reads .htaccess on each request and gives up at the first line that it cannot take; configtest never reads it.',
    fix: 'correct or remove the line',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromHtaccess(
      unit,
      (complaint) => mistakeBehind(unit, complaint) === null && !requirementCodes.has(complaint.code),
      { help: ({ where }) => meant(where), fix: rename },
    ),
};
