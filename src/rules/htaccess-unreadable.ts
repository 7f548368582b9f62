import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'htaccess-unreadable',
  title: 'The worker may not read .htaccess',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-htaccess-unreadable'],
  docs: {
    visitor: 'Every request below the folder gets 403.',
    why: 'httpd refuses a folder whose .htaccess it cannot open, for it might hold restrictions.',
    fix: 'let the worker read the file: mode 0644',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
