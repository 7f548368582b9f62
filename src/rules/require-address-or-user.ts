import { spanOf } from '../syntax/tree.ts';
import { levelsOf } from './apache-levels.ts';
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
    visitor: 'Who comes from the address gets in without a login.',
    why: 'Bare Require lines are alternatives.',
    fix: 'RequireAll, when both are needed',
    fine: 'Where the office needs no password on purpose; this rule is for a review.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { opening, directives } of levelsOf(unit)) {
      if (/^<require(?:all|none)$/i.test(opening?.name ?? '')) continue;
      const lines = directives.filter(({ name, args }) => name.toLowerCase() === 'require' && args[0]?.value !== 'not');
      const address = lines.find(({ args }) => /^(?:ip|host|local)$/.test(args[0]?.value ?? ''));
      const user = lines.find(({ args }) => /^(?:valid-user|user|group)$/.test(args[0]?.value ?? ''));
      if (!address || !user) continue;
      yield {
        message: 'no login from this address: Require lines side by side are alternatives',
        help: 'put both in RequireAll, when both are needed',
        where: spanOf(address),
        related: [{ message: 'this Require is for all others', where: spanOf(user) }],
      };
    }
  },
};
