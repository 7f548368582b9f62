import { inEffect } from '../model/nginx/levels.ts';
import { printable } from '../text/printable.ts';
import { place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-cookie-not-passed',
  title: 'A renewed session cookie of the auth service is lost',
  server: 'nginx',
  severity: 'info',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Visitors are logged out when their first session cookie ends, however busy they are.',
    why: 'The answer of the subrequest is thrown away, its Set-Cookie with it, unless it is taken over.',
    fix: 'add auth_request_set $auth_cookie $upstream_http_set_cookie; and add_header Set-Cookie $auth_cookie;',
    fine: 'Where the service never renews its cookie.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { server, level, target } of unit.nginx?.authTargets ?? []) {
      // services that are known to renew
      if (
        !target ||
        !/oauth2|authelia|authentik|vouch|outpost/i.test(`${target.name} ${target.handler?.to.text ?? ''}`)
      )
        continue;
      const taken = new Set(
        (level.settings.authRequestSet ?? [])
          .filter(({ value }) => /upstream_(?:http_set_)?cookie/i.test(value.text))
          .map(({ name }) => name),
      );
      const kept = inEffect(level, 'add_header').some(
        ({ args }) =>
          /^set-cookie$/i.test(args[0]?.value ?? '') && [...taken].some((name) => args[1]?.value.includes(`$${name}`)),
      );
      if (kept) continue;
      yield {
        message: `a cookie that the auth service renews is lost at ${level.kind === 'server' ? printable(server.names[0]?.name ?? 'the server') : place(level)}`,
        where: level.settings.authRequest!.origin,
      };
    }
  },
};
