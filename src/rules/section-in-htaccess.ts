import { fromMistakes } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'section-in-htaccess',
  title: '.htaccess holds what only the main configuration may',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-htaccess-broken'],
  docs: {
    visitor: 'Every request below the folder gets 500.',
    why: 'Directory, Location and VirtualHost sections and the server’s own directives are read at start only; a .htaccess file is itself the section of its folder.',
    fix: 'take the wrapper away, or move the section into the main configuration; Files and If are allowed here',
    fine: 'Never: the folder answers 500.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromMistakes(unit, 'main-file-only', {
      cause: ({ message }) => `this belongs in the main configuration: ${message}`,
    }),
};
