import { standing } from '../model/nginx/levels.ts';
import { levelsWith } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-return-hides-challenge',
  title: 'return refuses a visitor before his browser is told to ask for a password',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'No browser ever asks for the password; only programs that send it unasked get in.',
    why: 'A browser sends no login before a 401 with WWW-Authenticate. return runs before auth_basic can send one; and add_header adds to a 401 only with always.',
    fix: 'leave the refusal to auth_basic, or write add_header WWW-Authenticate … always;',
    fine: 'Where programs alone call the place.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { place, verdict, anonymous, valid, byAddress } of unit.places) {
      const { status, wwwAuthenticate, because } = anonymous;
      if (verdict !== 'works' || byAddress || valid.status !== 'pass') continue;
      const last = because.at(-1);
      if (wwwAuthenticate !== null || last?.code !== 'nginx-return' || !last.where || Number(status) < 400) continue;
      yield {
        message: `no browser asks for the password at ${place.target}: whoever sends no login is answered ${status} here, without a challenge`,
        where: last.where,
        scope: place.id,
      };
    }
    for (const { level } of levelsWith(unit, 'add_header')) {
      const challenge = standing(level, 'add_header').find(
        ({ args: [name, , always] }) => name?.value.toLowerCase() === 'www-authenticate' && always?.value !== 'always',
      );
      const refuses = level.steps.some((step) => step.do === 'return' && step.code === 401);
      if (challenge && refuses)
        yield {
          message: 'no browser asks for the password: add_header adds nothing to a 401 without always',
          help: 'put always behind the value',
          where: challenge,
        };
    }
  },
};
