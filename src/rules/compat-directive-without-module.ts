import { mendCompat } from './mend-compat.ts';
import { fromMistakes } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'compat-directive-without-module',
  title: 'Access lines of version 2.2 without mod_access_compat',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-htaccess-broken', 'apache-directive-not-loaded'],
  docs: {
    visitor: 'In .htaccess every request below the folder gets 500; in a main file the server refuses to start.',
    why: 'Order, Allow, Deny and Satisfy belong to mod_access_compat since 2.4, and that module is not loaded.',
    fix: 'write Require all granted, Require all denied or Require ip in their place; or load access_compat',
    fine: 'Where an <IfModule mod_access_compat.c> stands around them.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromMistakes(unit, 'compat-module', {
      cause: () => 'Order, Allow, Deny and Satisfy need mod_access_compat, which is not loaded',
      help: 'write Require all granted, Require all denied or Require ip; or load access_compat',
      group: () => 'mod_access_compat',
      fix: (where) => mendCompat(unit, where),
    }),
};
