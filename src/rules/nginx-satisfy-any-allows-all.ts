import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-satisfy-any-allows-all',
  title: 'satisfy any with an allow that admits everybody',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-address-allowed'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'With satisfy any one yes is enough, and the address rules say yes to every address.',
    fix: 'allow only the addresses that need no login and end with deny all;, or remove satisfy any;',
    fine: 'Specific networks followed by deny all; are the usual office-or-password rule.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      cause: ({ message }) => `${message}, and satisfy any asks for nothing more`,
    }),
};
