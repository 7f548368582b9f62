import { fromPasswords } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'group-file-format',
  title: 'A line of the group file that names nobody',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-group-not-member'],
  docs: {
    visitor: 'Members of the group get 401, as if they were not in it.',
    why: 'A group is a name, a colon and users with blanks between; a comma becomes part of a name.',
    fix: 'write it as group: user user',
    fine: 'A group whose members are still to come.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromPasswords(unit, ['group-commas', 'group-no-colon']),
};
