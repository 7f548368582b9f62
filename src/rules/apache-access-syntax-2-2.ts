import { levelsOf } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-access-syntax-2-2',
  title: 'Order, Allow, Deny and Satisfy of version 2.2',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Nothing changes: mod_access_compat still answers.',
    why: 'The lines are deprecated since 2.4, and beside a Require both families must let the visitor in, unless Satisfy Any is set.',
    fix: 'write Require all granted, Require all denied or Require ip; RequireAny for Satisfy Any',
    fine: 'Where the server is still 2.2.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directives } of levelsOf(unit)) {
      const old = directives.filter(({ name }) => /^(?:order|allow|deny|satisfy)$/i.test(name));
      if (old.length === 0) continue;
      const beside = directives.find(({ name }) => /^require$/i.test(name));
      yield {
        message: beside
          ? 'two sets of lines decide who gets in: Order, Allow and Deny count beside the Require lines'
          : 'Order, Allow, Deny and Satisfy are the directives of version 2.2',
        where: old[0]!,
        ...(beside && { related: [{ message: 'the Require beside them', where: beside }] }),
      };
    }
  },
};
