import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'authz-forbidden-on-failure',
  title: 'A login without permission gets 403 in place of a new prompt',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Whoever logged in as the wrong user sees 403 and is not asked again until the browser is closed.',
    why: 'AuthzSendForbiddenOnFailure turns the 401 of a known user into 403.',
    fix: 'remove it, unless a single sign-on wants it',
    fine: 'With a single sign-on, where a new prompt would loop.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, 'authzsendforbiddenonfailure')) {
      if (directive.args[0]?.value.toLowerCase() !== 'on') continue;
      yield {
        message: '403 in place of a new prompt for a login that Require does not admit',
        where: directive,
      };
    }
  },
};
