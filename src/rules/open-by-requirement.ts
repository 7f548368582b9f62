import { openBy } from './apache-openings.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'open-by-requirement',
  title: 'Something besides the login requirement lets everybody in',
  server: 'apache',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: ['apache-require-granted', 'apache-anonymous-accepted', 'apache-open'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'Bare Require lines are alternatives: one that admits everybody is enough; so is Satisfy Any with no address refused.',
    fix: 'remove the line that admits everybody, or put both in RequireAll',
    fine: 'Where the login is only offered, for example to know who is asking.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      when: (_, judged) => openBy(unit, judged) === null,
    }),
};
