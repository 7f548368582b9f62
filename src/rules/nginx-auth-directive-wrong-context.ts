import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-auth-directive-wrong-context',
  title: 'A directive where nginx does not allow it',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-wrong-context'],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'Each directive has its contexts; auth_basic, for one, may not stand inside if.',
    fix: 'move it to http, server or location; choose a realm by map where it must depend on a condition',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromStartErrors(
      unit,
      meta,
      'move it to http, server or location; choose a realm by map where it must depend on a condition',
    ),
};
