import { jwtLines } from './nginx-jwt.ts';
import { place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'jwt-exp-not-validated',
  title: 'Tokens that have expired are accepted',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'A token that was stolen or handed out once opens the door for ever.',
    why: 'The check of exp is switched off.',
    fix: 'remove the line',
    fine: 'Never.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const name of ['auth_jwt_validate_exp', 'auth_jwt_validate_exp_claim']) {
      for (const { level, line } of jwtLines(unit, name)) {
        if (line.args[0]?.value !== 'off') continue;
        yield { message: `tokens that have expired are accepted at ${place(level)}`, where: line };
      }
    }
  },
};
