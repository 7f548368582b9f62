import { spanOf } from '../syntax/tree.ts';
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
    why: 'The lines are deprecated since 2.4, and together with Require both families must be content.',
    fix: 'Require all granted, Require all denied, Require ip; RequireAny for Satisfy Any',
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
          ? 'let in only by both: Order, Allow and Deny are looked at besides the Require lines'
          : 'answers as meant: Order, Allow, Deny and Satisfy are the words of version 2.2',
        help: 'write Require all granted, Require all denied or Require ip; RequireAny for Satisfy Any',
        where: spanOf(old[0]!),
        ...(beside && { related: [{ message: 'this Require must be met too', where: spanOf(beside) }] }),
      };
    }
  },
};
