import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-without-require',
  title: 'Login settings without a Require that asks for one',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-require-missing'],
  docs: {
    visitor: 'Where no Require is in effect every request gets 500.',
    why: 'AuthType alone asks nobody for a login.',
    fix: 'add Require valid-user',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta, { help: 'add Require valid-user' }),
};
