import { levelsServedBy, place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'forwarded-proto-missing',
  title: 'The login behind a TLS proxy believes that it is visited by http',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'The login redirects to http, or its Secure cookie is refused: the login loops.',
    why: 'The application sees the plain connection of the proxy unless X-Forwarded-Proto tells it otherwise.',
    fix: 'add proxy_set_header X-Forwarded-Proto $scheme;',
    fine: 'Where the application is told its own URL by its settings.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { server, level } of levelsServedBy(unit, 'proxy')) {
      const { handler } = level;
      if (handler?.kind !== 'proxy' || level.settings.internal?.value || !server.listens.some(({ ssl }) => ssl))
        continue;
      if (!/keycloak|authelia|authentik|oauth2[-_]proxy|dex\b|zitadel|hydra|gluu|pomerium/i.test(handler.to.text))
        continue;
      const told = level.settings.proxySetHeader?.some(({ name }) =>
        /^(?:x-forwarded-(?:proto|ssl|scheme)|x-scheme|forwarded|x-url-scheme|front-end-https)$/.test(name),
      );
      if (told) continue;
      yield {
        message: `the login at ${place(level)} believes that it is visited by http`,
        where: handler.origin,
      };
    }
  },
};
