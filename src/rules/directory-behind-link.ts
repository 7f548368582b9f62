import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'directory-behind-link',
  title: 'The login of a folder that is reached by a symbolic link',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-section-behind-link'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'A <Directory> section is compared with the path by which httpd goes to a file, links and all, and never with what a link leads to.',
    fix: 'name the path of the link in <Directory>, or put the login into <Location> or into a .htaccess file of the folder',
    fine: 'Where the folder is to be open by this URL.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      help: 'name the path of the link in <Directory>, or put the login into <Location>',
    }),
};
