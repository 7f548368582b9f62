import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-directive-not-in-build',
  title: 'A directive of the commercial edition',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-commercial-directive'],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'The open-source nginx does not have it.',
    fix: 'use auth_request with a token service, or NGINX Plus',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromStartErrors(unit, meta, 'use auth_request with a token service, or NGINX Plus'),
};
