import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'compose-dollar-interpolation',
  title: 'Dollar signs of a hash were eaten, doubled or escaped',
  server: 'passwords',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'The user gets 401.',
    why: 'A shell and a compose file take $name for a variable; $$ stands for one dollar sign in a compose file only.',
    fix: 'write the hash in single quotes for a shell, with $$ in a compose file, and as it is in the password file',
    fine: 'In the compose file itself.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromPasswords(unit, ['doubled-dollar', 'eaten-dollar', 'escaped-dollar']),
};
