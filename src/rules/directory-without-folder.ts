import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'directory-without-folder',
  title: 'The login of a folder that is not there',
  server: 'apache',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: ['apache-section-without-folder'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'A <Directory> section counts for files that lie in the folder. The URL has none: RewriteRule or FallbackResource gives it to a script outside, and the section of its folder is the one that counts.',
    fix: 'put the login into <Location>, for the URL',
    fine: 'Where the folder comes with the deployment and the script no longer answers then.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromVerdicts(unit, meta) };
