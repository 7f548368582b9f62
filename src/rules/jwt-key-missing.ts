import type { LocationConf } from '../model/nginx/config.ts';
import { inEffect } from '../model/nginx/levels.ts';
import { jwtLines } from './nginx-jwt.ts';
import { place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'jwt-key-missing',
  title: 'auth_jwt has no key to check tokens with',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Every request gets 401 or 500: no signature can be checked.',
    why: 'auth_jwt takes its keys from auth_jwt_key_file or auth_jwt_key_request, on this level or above.',
    fix: 'add auth_jwt_key_file /etc/nginx/keys.json; (a JWK Set)',
    fine: 'Where the key is set by a directive of another module.',
  },
};

const keys = ['auth_jwt_key_file', 'auth_jwt_key_request', 'auth_jwt_key', 'auth_jwt_jwks_file'];

/** Whether each location that takes the setting over has a key of its own. */
const below = ({ kind, locations }: LocationConf): boolean =>
  kind === 'server' &&
  locations.length > 0 &&
  locations.every((one) => keys.some((name) => inEffect(one, name).length > 0));

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level, line } of jwtLines(unit, 'auth_jwt')) {
      if (line.args[0]?.value === 'off') continue;
      if (keys.some((name) => inEffect(level, name).length > 0) || below(level)) continue;
      yield {
        message: `no token is ever accepted at ${place(level)}: there is no key to check it with`,
        help: 'add auth_jwt_key_file, or auth_jwt_key_request to a location that fetches the keys',
        where: line,
      };
    }
  },
};
