import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-syntax-error',
  title: 'nginx cannot read the file',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-syntax-error', 'nginx-not-terminated'],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'A brace, a quote or a semicolon is missing or too many; nginx names the place where it noticed.',
    fix: 'look at the line above the named one: a missing ; or } shows only later',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromStartErrors(unit, meta),
};
