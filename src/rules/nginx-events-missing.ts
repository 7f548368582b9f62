import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-events-missing',
  title: 'A whole configuration has no events block',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-events-missing'],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'nginx wants an events block in its main file, even an empty one, however right the rest is.',
    fix: 'write events {} above the http block',
    fine: 'Where the file is only a part that another one includes: name that one.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromStartErrors(unit, meta),
};
