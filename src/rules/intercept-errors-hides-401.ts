import { inEffect } from '../model/nginx/levels.ts';
import { spanOf } from '../syntax/tree.ts';
import { levelsUnder, place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { asksAny, tokenSign } from './tokens.ts';

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

const directives = ['proxy', 'fastcgi', 'uwsgi', 'scgi', 'grpc'].map((kind) => `${kind}_intercept_errors`);

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsUnder(unit, directives)) {
      const { handler, settings } = level;
      const kind = handler && handler.kind !== 'other' && handler.kind !== 'memcached' ? handler.kind : null;
      if (!kind || asksAny(level) || inEffect(level, `${kind}_intercept_errors`)[0]?.args[0]?.value !== 'on') continue;
      const page = settings.errorPages?.find(
        ({ code, overwrite }) => code === 401 && overwrite !== -1 && overwrite !== 401,
      );
      const seen = page && tokenSign(level);
      if (!seen) continue;
      yield {
        message: `clients of ${place(level)} never see a 401: the page that takes its place has another status`,
        where: spanOf(page.origin),
        related: [{ message: 'the application takes tokens', where: spanOf(seen) }],
      };
    }
  },
};
