import type { Condition, LocationConf } from '../model/nginx/config.ts';
import { inEffect } from '../model/nginx/levels.ts';
import type { Directive } from '../syntax/tree.ts';
import { levelsUnder } from './nginx-levels.ts';
import { loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { written } from './written.ts';

const meta: RuleMeta = {
  id: 'nginx-cors-preflight-locked',
  title: 'The preflight of browsers meets the password',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Scripts of other origins get nothing: the browser asks OPTIONS without a login, gets 401 and stops.',
    why: 'A preflight never carries credentials, and the place sets Access-Control-Allow-Origin, so that such scripts are meant to call it.',
    fix: 'answer it before the login: if ($request_method = OPTIONS) { return 204; } with the headers of CORS',
    fine: 'Where scripts only make simple requests, which need no preflight.',
  },
};

const methodOf = (test: Condition): boolean =>
  'value' in test && /request_method|cors|preflight/i.test(test.value.text);

function looksAtMethod({ steps }: LocationConf): boolean {
  return steps.some((step) => step.do === 'if' && methodOf(step.test));
}

const allowsOrigins = (directive: Directive): boolean =>
  /allow-origin/i.test(written(directive)) && directive.args[0]?.value.toLowerCase() === 'access-control-allow-origin';

export const rule: Rule = {
  meta,
  *check(unit) {
    const done = new Set<object>();
    for (const { server, level } of levelsUnder(unit, ['add_header'], allowsOrigins)) {
      const { realm, unseen } = level.settings;
      if (level.kind === 'if' || level.kind === 'named' || unseen || realm?.value.parts) continue;
      const login = loginOf(level.settings);
      const cors = inEffect(level, 'add_header').find(allowsOrigins);
      // simple requests with credentials need an origin by name
      const headers = inEffect(level, 'add_header').some(({ args }) =>
        /^access-control-allow-(?:headers|methods)$/i.test(args[0]?.value ?? ''),
      );
      if (!login || !cors || !headers || done.has(login) || level.locations.length > 0) continue;
      if (level.kind === 'limit_except' && level.parent?.limitExcept?.methods.has('OPTIONS')) continue;
      if (level.limitExcept || [server.level, level].some(looksAtMethod)) continue;
      done.add(login);
      yield {
        message:
          'the preflight of browsers gets 401: OPTIONS carries no login, and scripts of other origins get nothing',
        where: login,
        related: [{ message: 'scripts of other origins are meant to call it', where: cors }],
      };
    }
  },
};
