import { valueInEffect } from '../model/nginx/levels.ts';
import { levelsUnder, ofUpstreams, place } from './nginx-levels.ts';
import { asksAny } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { tokenSign } from './tokens.ts';

const meta: RuleMeta = {
  id: 'intercept-errors-hides-401',
  title: 'The 401 of the application is replaced by a page',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Clients of the API get 200 or a redirect where the application said 401, and do not log in again.',
    why: 'proxy_intercept_errors makes error_page count for answers of the application, and “=” changes their status.',
    fix: 'leave 401 out of error_page, or keep its status: error_page 401 /401.html;',
    fine: 'Where the application is only visited by people, who are to see the login page.',
  },
};

const directives = ofUpstreams('intercept_errors');

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsUnder(unit, directives)) {
      const { handler, settings } = level;
      if (!handler || asksAny(level) || valueInEffect(level, `${handler.kind}_intercept_errors`) !== 'on') continue;
      const page = settings.errorPages?.find(
        ({ code, overwrite }) => code === 401 && overwrite !== -1 && overwrite !== 401,
      );
      const seen = page && tokenSign(level);
      if (!seen) continue;
      yield {
        message: `clients of ${place(level)} never see a 401: the page that takes its place has another status`,
        where: page.origin,
        related: [{ message: 'the application takes tokens', where: seen }],
      };
    }
  },
};
