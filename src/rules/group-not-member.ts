import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'group-not-member',
  title: 'No user of the password file is in the required group',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-group-not-member'],
  docs: {
    visitor: 'The prompt comes back for ever.',
    why: 'The group is misspelt, is not defined, or has no member who is in the password file.',
    fix: 'add a line such as staff: alice bob to the group file',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta, { help: 'add a line such as staff: alice bob to the group file' }),
};
