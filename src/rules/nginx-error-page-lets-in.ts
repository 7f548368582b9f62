import { printable } from '../text/printable.ts';
import { loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-error-page-lets-in',
  title: 'error_page turns the refusal of auth_request into a page with status 200',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever is not logged in gets a page of the application with status 200, and no login.',
    why: 'error_page 401 =200 serves the named page in place of the refusal, whatever it holds.',
    fix: 'let error_page 401 lead to the login page, or keep the status by leaving out =',
    fine: 'Where the page is the login form or holds no secret.',
  },
};

/** Names of pages that tell what went wrong or lead to a login. */
const harmless = /log-?in|sign-?in|sso|auth|40[13]|error|denied|forbidden|unauthori[sz]ed|redirect|oops|sorry/i;

export const rule: Rule = {
  meta,
  *check({ nginx }) {
    const done = new Set<object>();
    for (const { server, level } of nginx?.authTargets ?? []) {
      for (const { code, overwrite, target, origin } of level.settings.errorPages ?? []) {
        if ((code !== 401 && code !== 403) || overwrite !== 200 || target.parts || done.has(origin)) continue;
        const path = target.text.split('?')[0]!;
        const landing = path.startsWith('/') ? nginx?.levelFor(server, path) : null;
        // one that asks for the login again refuses for good
        if (!landing || loginOf(landing.settings) || landing.handler || harmless.test(path)) continue;
        done.add(origin);
        yield {
          message: `open to all in part: whoever is refused gets ${printable(path, 80)} with status 200`,
          help: 'let error_page lead to the login page, or keep the status by leaving out =200',
          where: origin,
          related: [{ message: 'the login', where: level.settings.authRequest!.origin }],
        };
      }
    }
  },
};
