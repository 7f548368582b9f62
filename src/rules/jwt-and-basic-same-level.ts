import { inEffect, standing } from '../model/nginx/levels.ts';
import { levelsUnder, place } from './nginx-levels.ts';
import { asksBasic } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'jwt-and-basic-same-level',
  title: 'A token and a Basic login are both asked for in the one header',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Nobody gets in: whichever of both is sent, the other is missing.',
    why: 'Under satisfy all both must be right, and a request has one Authorization header.',
    fix: 'write satisfy any;, or take the token from elsewhere: auth_jwt "…" token=$cookie_token;',
    fine: 'Where the token comes in another header; that is not reported.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    // the open-source nginx stops at auth_jwt, which is a finding of its own
    if (unit.starts === 'no') return;
    for (const { level } of levelsUnder(unit, ['auth_jwt'])) {
      const [jwt] = inEffect(level, 'auth_jwt');
      if (!jwt || jwt.args[0]?.value === 'off' || jwt.args.some(({ value }) => value.startsWith('token='))) continue;
      const { realm } = level.settings;
      if (!asksBasic(level)) continue;
      if (standing(level, 'auth_jwt').length === 0 && !level.own.has('realm')) continue;
      yield {
        message: `nobody gets in at ${place(level)}: the token and the Basic login both want the Authorization header`,
        help: 'write satisfy any; or auth_jwt "…" token=$cookie_token;',
        where: jwt,
        related: [{ message: 'the Basic login', where: realm!.origin }],
      };
    }
  },
};
