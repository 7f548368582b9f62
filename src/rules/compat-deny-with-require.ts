import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'compat-deny-with-require',
  title: 'Deny refuses those whom Require would admit',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-host-denied'],
  docs: {
    visitor: 'Everyone gets 403, before any login is asked for.',
    why: 'Order, Allow and Deny are looked at before the login, and both families must let the visitor in unless Satisfy Any is set.',
    fix: 'remove Order, Deny and Allow and say the same with Require; or add Satisfy Any',
    fine: 'Where the place is closed on purpose.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      cause: ({ message }) => `Order, Allow and Deny come before the login, and Require does not lift them: ${message}`,
      related: (_, { place }) => [{ message: 'this Require is never reached', where: place.where }],
    }),
};
