import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'allowoverride-none-ignores-htaccess',
  title: 'A .htaccess that asks for a login is never read',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-htaccess-ignored'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'AllowOverride None is in effect (the default), so that httpd does not look at .htaccess.',
    fix: 'set AllowOverride AuthConfig for the folder, or move the lines into its Directory section',
    fine: 'Where another section protects the same place.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      help: 'set AllowOverride AuthConfig for the folder, or move the lines into its Directory section',
    }),
};
