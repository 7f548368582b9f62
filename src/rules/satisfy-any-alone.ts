import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'satisfy-any-alone',
  title: 'Satisfy Any where no address is refused',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-satisfy-any'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'Satisfy Any lets in whoever passes the host access check or the login; with nothing denied everybody passes the first.',
    fix: 'remove Satisfy Any, or add Order deny,allow and Deny from all with Allow for the networks that need no login',
    fine: 'Where a file within a protected folder is to be public.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      cause: () => 'Satisfy Any takes host access for enough, and no address is refused',
      help: 'remove Satisfy Any, or add Order deny,allow and Deny from all',
      related: (_, { place }) => [{ message: 'this login is never asked for', where: place.where }],
    }),
};
