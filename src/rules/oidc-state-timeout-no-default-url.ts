import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'oidc-state-timeout-no-default-url',
  title: 'A login that takes long ends in an error page',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor:
      'Whoever leaves the login page open longer than OIDCStateTimeout (5 minutes) gets an error after the right password.',
    why: 'The state cookie is gone then; with OIDCDefaultURL the module sends the visitor there in place of the error.',
    fix: 'add OIDCDefaultURL /',
    fine: 'Where nobody minds beginning again.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const [redirect] = named(unit, 'oidcredirecturi');
    if (!redirect || unit.fragment || named(unit, 'oidcdefaulturl').length > 0) return;
    yield {
      message: 'a login that takes longer than five minutes ends in an error page',
      help: 'name a page to begin at: OIDCDefaultURL',
      where: redirect.directive,
    };
  },
};
