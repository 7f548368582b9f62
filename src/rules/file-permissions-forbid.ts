import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'file-permissions-forbid',
  title: 'The worker may not reach the protected files',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-path-unsearchable', 'apache-path-forbidden', 'apache-link-forbidden', 'apache-file-unreadable'],
  docs: {
    visitor: 'Everyone gets 403.',
    why: 'A folder or link on the way is closed to the worker.',
    fix: 'give the worker x on every folder of the path, or Options FollowSymLinks for a link',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
