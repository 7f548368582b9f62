import { fromReasons } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'session-off-under-form',
  title: 'A form login that no session keeps',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-session-not-kept'],
  docs: {
    visitor: 'A right login shows one page at most; the next one asks again.',
    why: 'mod_auth_form keeps the login in the session of mod_session. Without Session On, a cookie or database to keep it in, or with the URL excluded, it is forgotten at once.',
    fix: 'write Session On and SessionCookieName in the same section, and the URL inside SessionInclude',
    fine: 'Where each page is to ask again.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromReasons(
      unit,
      meta,
      ({ message }, { place }) => `the login at ${place.target} lasts for one page: ${message}`,
      'write Session On and SessionCookieName (or SessionDBDCookieName) where AuthType form is, for all URLs of the place',
    ),
};
