import { isExempt } from '../model/nginx/access.ts';
import { levelsSaying } from './nginx-levels.ts';
import { loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-return-before-auth',
  title: 'return answers for a place that asks for a login',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets the answer without a login.',
    why: 'return runs in the rewrite phase, before allow, deny, auth_basic and auth_request are looked at.',
    fix: 'give the text as a file or from an upstream, or move the return into a named location behind try_files',
    fine: 'Where the answer holds nothing; then remove the login beside it. Redirects and refusals are not reported.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsSaying(unit, 'realm', 'authRequest', 'access')) {
      const { settings, steps, kind } = level;
      // an if block only answers where its condition holds
      if (kind === 'if' || kind === 'named' || isExempt(level)) continue;
      const answer = steps.find((step) => step.do === 'return');
      if (!answer || answer.code < 200 || answer.code > 299 || !answer.text?.text) continue;
      const login = loginOf(settings) ?? settings.access?.find(({ allow }) => !allow)?.origin;
      if (!login) continue;
      yield {
        message: `open to all: return ${answer.code} sends its text before any login or address is looked at`,
        where: answer.origin,
        related: [{ message: 'this is never asked for', where: login }],
      };
    }
  },
};
