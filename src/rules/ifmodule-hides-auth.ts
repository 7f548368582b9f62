import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'ifmodule-hides-auth',
  title: 'The login stands within a condition that does not hold',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-guard-passed-over'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: '<IfModule> passes over its lines where the module is not loaded or the name is wrong, and says nothing of it.',
    fix: 'take the condition away, so that a missing module is a failure that is noticed; the name is mod_auth_basic.c or auth_basic_module',
    fine: 'Where the other branch of the condition asks for the login.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      help: 'take the condition away, so that a missing module is noticed; or load the module, or correct its name (mod_auth_basic.c)',
    }),
};
