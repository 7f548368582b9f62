import { levelsSaying } from './nginx-levels.ts';
import { loginOf, switchOf } from './nginx-logins.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-auth-off-wide',
  title: 'auth_basic off or auth_request off where most requests land',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: ['nginx-auth-basic-off', 'nginx-auth-request-off'],
  docs: {
    visitor: 'Everybody gets in without a login, though the server asks for one.',
    why: 'The innermost level decides: switched off in location / or in the location of all scripts, the login of the server is left for next to nothing.',
    fix: 'switch it off only for the paths that are meant for everybody',
    fine: 'Exemptions for a health check, robots.txt or a challenge path are narrow and not reported.',
  },
};

const allScripts = /^\^?(?:\[\^\/\]|\(?\.[+*]\)?)*\\\.\(?(?:php|cgi|pl|py|jsp|aspx?)/;

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromVerdicts(unit, meta);
    for (const { server, level } of levelsSaying(unit, 'realm', 'authRequest')) {
      if (level.kind !== 'regex' || !allScripts.test(level.name)) continue;
      const said = switchOf(level);
      const login = loginOf(server.level.settings);
      if (!said || !login || loginOf(level.settings) || level.settings.access) continue;
      yield {
        message: 'open to all: the login that the server asks for is switched off for every script',
        where: said,
        related: [{ message: 'the server asks for a login here', where: login }],
      };
    }
  },
};
