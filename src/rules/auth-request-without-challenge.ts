import { sameStart } from '../text/source.ts';
import { basicOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-without-challenge',
  title: 'auth_request refuses and nothing leads to a login',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  preset: 'strict',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever is not logged in gets a bare 401 page, without a prompt and without a login form.',
    why: 'A browser asks for a password only when the 401 carries WWW-Authenticate, and gets to a form only by error_page.',
    fix: 'write error_page 401 = @login; with a location that redirects to the login page',
    fine: 'Where programs alone call the place, or the service itself sends WWW-Authenticate.',
  },
};

export const rule: Rule = {
  meta,
  *check({ nginx, places }) {
    // where every stranger passes nobody is refused
    const passed = places.flatMap(({ anonymous: { because } }) =>
      because.filter(({ code }) => code === 'nginx-auth-request-passed').map(({ where }) => where),
    );
    for (const { level, target } of nginx?.authTargets ?? []) {
      const { errorPages, authRequest, unseen } = level.settings;
      if (passed.some((where) => sameStart(where, authRequest!.origin))) continue;
      if (!target?.handler || unseen || basicOf(level.settings)) continue;
      if (errorPages?.some(({ code }) => code === 401)) continue;
      yield {
        message: 'everyone who is not logged in gets a bare 401: no error_page leads to a login',
        where: authRequest!.origin,
      };
    }
  },
};
