import { levelsOf } from './apache-levels.ts';
import { wantsAddress, wantsLogin } from './apache-requires.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-address-or-user',
  title: 'An address is enough in place of a login',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'all',
  explains: [],
  docs: {
    visitor: 'Whoever comes from the address gets in without a login.',
    why: 'Bare Require lines are alternatives.',
    fix: 'put both in RequireAll, when both are needed',
    fine: 'Where the office needs no password on purpose; this rule is for a review.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { opening, directives } of levelsOf(unit)) {
      if (/^<require(?:all|none)$/i.test(opening?.name ?? '')) continue;
      const address = directives.find(wantsAddress);
      const user = directives.find(wantsLogin);
      if (!address || !user) continue;
      yield {
        message: 'no login from this address: Require lines side by side are alternatives',
        where: address,
        related: [{ message: 'this Require is for all others', where: user }],
      };
    }
  },
};
