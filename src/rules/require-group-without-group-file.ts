import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-group-without-group-file',
  title: 'Require group without AuthGroupFile',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-group-file-unset'],
  docs: {
    visitor: 'The prompt comes back for ever.',
    why: 'The login is accepted, but no group can be looked up.',
    fix: 'add AuthGroupFile /path/to/groups',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta, { help: 'add AuthGroupFile /path/to/groups' }),
};
