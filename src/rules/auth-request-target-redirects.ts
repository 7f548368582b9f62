import { askedBy } from './auth-targets.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-target-redirects',
  title: 'auth_request asks an address of the service that answers with redirects',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever is not logged in gets 500 and never sees the login page.',
    why: 'auth_request understands 2xx, 401 and 403 only. Single sign-on services have one address for nginx, which answers 401, and others for proxies that relay redirects.',
    fix: "use the service's address for nginx, and send visitors to its login page by error_page 401",
    fine: 'Never: a redirect is an error to auth_request.',
  },
};

/** Addresses known to redirect, and what nginx must ask instead; `name`: by the name alone. Source: the manuals of the services. */
const addresses: readonly { readonly path: RegExp; readonly instead: string; readonly name?: true }[] = [
  { path: /\/oauth2\/(?:start|sign_in|callback)(?:$|[?$])/, instead: '/oauth2/auth of oauth2-proxy' },
  { path: /\/api\/verify\?(?:.*&)?rd=/, instead: '/api/verify of Authelia without rd=, or /api/authz/auth-request' },
  { path: /\/api\/authz\/(?:forward-auth|ext-authz)/, instead: '/api/authz/auth-request of Authelia' },
  {
    path: /\/outpost\.goauthentik\.io\/(?:start|auth\/(?:traefik|caddy|envoy))/,
    instead: '/outpost.goauthentik.io/auth/nginx of authentik',
  },
  { path: /\/api\/auth\/(?:traefik|caddy|envoy)(?:$|[?/$])/, instead: '/api/auth/nginx of Tinyauth' },
  {
    path: /shibauthorizer/,
    instead: 'the directive shib_request of nginx-http-shibboleth in place of auth_request',
    name: true,
  },
];

/** What to ask in place of a whole address that is known to redirect; null: it is none of those. */
export function redirecting(url: string): string | null {
  return addresses.find(({ path, name }) => !name && path.test(url))?.instead ?? null;
}

export const rule: Rule = {
  meta,
  *check({ nginx }) {
    for (const one of nginx?.authTargets ?? []) {
      const { level, target, uri } = one;
      const to = target?.handler?.to.text;
      // without a path of its own, proxy_pass hands on the one of the subrequest
      const whole = to === undefined || /^\w+:\/\/[^/]+$/.test(to) ? `${to ?? ''}${uri}` : to;
      const known = addresses.find(({ path }) => path.test(whole));
      if (!known || (to === undefined && !known.name)) continue;
      yield {
        message: 'everyone who is not logged in gets 500: the service answers this address with a redirect',
        help: `use ${known.instead}, and send visitors to the login page by error_page 401`,
        where: target?.handler?.origin ?? level.settings.authRequest!.origin,
        related: askedBy(one),
      };
    }
  },
};
