import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'form-login-page-protected',
  title: 'The login page asks for the login',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-form-login-loop', 'apache-form-page-hidden'],
  docs: {
    visitor: 'Browsers stop with “too many redirects”, or show a bare 401; nobody sees the form.',
    why: 'AuthFormLoginRequiredLocation or ErrorDocument 401 leads to a page of the protected place itself, which asks again.',
    fix: 'put the login page outside, or give it a section of its own with AuthType None and Require all granted',
    fine: 'Never, where the page is on this server.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      visitor: ({ code }) =>
        code === 'apache-form-login-loop' ? 'everyone is redirected in circles' : 'nobody sees the login form',
      help: 'exempt the login page: AuthType None and Require all granted in a section of its own',
    }),
};
