import { inEffect } from '../model/nginx/levels.ts';
import { jwtLines } from './nginx-jwt.ts';
import { place, variablesUsed } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'jwt-no-claim-check',
  title: 'Any token of the issuer’s key is accepted, whoever it is for',
  server: 'nginx',
  severity: 'info',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'A token that was made for another service of the same issuer opens this one.',
    why: 'auth_jwt checks the signature and the times; issuer and audience only where auth_jwt_require asks.',
    fix: 'map $jwt_claim_aud to 0 or 1 and write auth_jwt_require $variable;',
    fine: 'Where the key signs for this service alone.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level, line } of jwtLines(unit, 'auth_jwt')) {
      if (line.args[0]?.value === 'off' || inEffect(level, 'auth_jwt_require').length > 0) continue;
      if ([...variablesUsed(unit)].some((name) => /^jwt_claim_(?:aud|iss)/.test(name))) continue;
      yield {
        message: `a token for any service of the same issuer opens ${place(level)}`,
        help: 'check audience and issuer with auth_jwt_require',
        where: line,
      };
    }
  },
};
