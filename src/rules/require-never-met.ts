import { hasCommaAt } from './apache-names.ts';
import { fromVerdicts } from './reasons.ts';
import { nobodyNamed } from './require-user-unknown.ts';
import { isImpossible } from './requireall-impossible.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-never-met',
  title: 'No login can meet the Require lines',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [
    'apache-require-denied',
    'apache-require-user-denied',
    'apache-forbidden-on-failure',
    'apache-require-error',
  ],
  docs: {
    visitor: 'A right password is refused: the prompt comes back for ever, or 403.',
    why: 'The requirements in effect cannot be met by any user of the password file: they deny all, or name users who are not in it.',
    fix: 'name users of the password file, or use Require valid-user; take deny lines out, or put them in RequireAny',
    fine: 'Where the place is closed on purpose.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      when: (_, judged) => !isImpossible(judged) && nobodyNamed(judged) === null && !hasCommaAt(judged),
    }),
};
