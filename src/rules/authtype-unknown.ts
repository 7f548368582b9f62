import { meantWord, respell } from './mend-apache.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'authtype-unknown',
  title: 'AuthType names nothing that any loaded module handles',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-authtype-unknown'],
  docs: {
    visitor: 'Every request gets 500.',
    why: 'No module answers for the type, so that httpd cannot ask for a login.',
    fix: 'write AuthType Basic, or load the module of the type',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      help: ({ where }) => meantWord(where),
      fix: respell,
    }),
};
