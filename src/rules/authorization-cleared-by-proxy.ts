import type { Handler } from '../model/nginx/config.ts';
import { inEffect } from '../model/nginx/levels.ts';
import type { Directive } from '../syntax/tree.ts';
import { levelsUnder, place } from './nginx-levels.ts';
import { asksAny } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { tokenSign } from './tokens.ts';

const meta: RuleMeta = {
  id: 'authorization-cleared-by-proxy',
  title: 'The proxy takes the Authorization header away from an application that reads it',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Requests with a right token are answered as if they had none.',
    why: 'proxy_set_header Authorization "" (or fastcgi_param HTTP_AUTHORIZATION "") replaces what the client sent.',
    fix: 'remove the line, or keep it to the locations that have a login of their own',
    fine: 'Where a login of nginx itself is in front; then it is not reported.',
  },
};

/** By the kind of upstream: the directive that sets what it gets, and the name of the Authorization header there. */
const setters: Partial<Record<Handler['kind'], readonly [directive: string, name: string]>> = {
  proxy: ['proxy_set_header', 'authorization'],
  grpc: ['grpc_set_header', 'authorization'],
  fastcgi: ['fastcgi_param', 'http_authorization'],
  uwsgi: ['uwsgi_param', 'http_authorization'],
  scgi: ['scgi_param', 'http_authorization'],
};

const directives = Object.values(setters).map(([directive]) => directive);

/** Whether a directive sets something to nothing. */
const clears = ({ args }: Directive): boolean => args[1]?.value === '';

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsUnder(unit, directives, clears)) {
      if (!level.handler || asksAny(level)) continue;
      const names = setters[level.handler.kind];
      const cleared =
        names &&
        inEffect(level, names[0]).find(
          ({ args }) => args[0]?.value.toLowerCase() === names[1] && args[1]?.value === '',
        );
      const seen = cleared && tokenSign(level);
      if (!seen) continue;
      yield {
        message: `tokens do not arrive at ${place(level)}: the Authorization header is cleared`,
        help: 'remove the line, or keep it to the locations where nginx itself asks for a login',
        where: cleared,
        related: [{ message: 'the application takes tokens', where: seen }],
      };
    }
  },
};
