import { meant, plainHelp, rename } from './mend-nginx.ts';
import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-unknown-directive',
  title: 'A directive that nginx does not know',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-unknown-directive'],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'The name is misspelt, a line of other text was pasted in, its module is not in this build, or the release of the image is one without it: `ssl on;` is gone since 1.25.1.',
    fix: 'correct the name or remove the line; load_module brings dynamic modules',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromStartErrors(unit, meta, ({ where }) => plainHelp(where) ?? meant(where), rename),
};
