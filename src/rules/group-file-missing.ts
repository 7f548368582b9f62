import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'group-file-missing',
  title: 'AuthGroupFile cannot be read',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-group-file-missing', 'apache-group-file-unreadable'],
  docs: {
    visitor: 'The prompt comes back for ever.',
    why: 'The login is accepted, but no group can be looked up.',
    fix: 'create the group file, or correct the path and its mode',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
