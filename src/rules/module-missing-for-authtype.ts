import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'module-missing-for-authtype',
  title: 'The module behind AuthType is not loaded',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-auth-module-missing'],
  docs: {
    visitor: 'Every request gets 500.',
    why: 'The directive is accepted, but the module that would ask for the login is missing.',
    fix: 'load it: a2enmod auth_basic (or auth_digest)',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
