import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'session-module-missing',
  title: 'mod_auth_form without the modules that it needs',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-module-needs-another'],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, though apachectl configtest says Syntax OK.',
    why: 'mod_auth_form takes the posted form from mod_request and keeps the login in mod_session; it looks for both when all files are read.',
    fix: 'load mod_session and mod_request too: a2enmod session request session_cookie',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromStartErrors(unit, meta, 'load it: a2enmod session request, and session_cookie to keep the session'),
};
