import { fromReasons } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'form-no-login-location',
  title: 'A form login that shows no form',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: ['apache-form-without-page'],
  docs: {
    visitor: 'A bare 401 page: no prompt, and no form.',
    why: 'A form login has no prompt of the browser. Without AuthFormLoginRequiredLocation or an ErrorDocument 401 with the form there is nothing to fill in.',
    fix: 'write AuthFormLoginRequiredLocation /login.html, or ErrorDocument 401 /login.html',
    fine: 'Where scripts log in by posting to the URL itself.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromReasons(
      unit,
      meta,
      (_, { place }) => `whoever comes to ${place.target} gets a bare 401: no page with the form is named`,
      'name one: AuthFormLoginRequiredLocation, or ErrorDocument 401 with a local page',
    ),
};
