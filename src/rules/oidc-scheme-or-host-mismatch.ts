import { printable } from '../text/printable.ts';
import { named } from './apache-levels.ts';
import { redirectOf } from './oidc.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'oidc-scheme-or-host-mismatch',
  title: 'The redirect URI names another host or scheme than the site',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'With another host the answer is 500 on every page; with http on a TLS site the state cookie is lost and the login loops.',
    why: 'mod_auth_openidc compares the host of OIDCRedirectURI with the one that is visited, and keeps its state in a cookie of that host.',
    fix: 'write a relative one: OIDCRedirectURI /app/redirect_uri',
    fine: 'Where the site is visited under that name by way of a proxy that sets Host.',
  },
};

/** ServerAlias wildcards against a host name. */
function matchesWildcard(name: string, host: string): boolean {
  const pattern = name
    .replace(/[.+^$()|{}[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`).test(host);
}

export const rule: Rule = {
  meta,
  *check(unit) {
    const servers = new Map((unit.apache?.servers ?? []).map((server) => [server.origin, server]));
    for (const { directive, level } of named(unit, 'oidcredirecturi')) {
      const target = redirectOf(directive);
      const server = target?.host && level.host ? servers.get(level.host) : null;
      if (!target?.host || !server?.name) continue;
      const names = [server.name, ...server.aliases];
      const known = names.some(
        (name) => name === target.host || (/[*?]/.test(name) && matchesWildcard(name, target.host!)),
      );
      const plain = known && target.scheme === 'http' && server.tls();
      if (known && !plain) continue;
      yield {
        message: plain
          ? 'the login loops: the redirect URI is http on a site that is visited by https'
          : `every page gives 500 to visitors of ${printable(server.name)}: the redirect URI is on ${printable(target.host)}`,
        help: `write ${directive.name} ${printable(target.path)}`,
        where: directive,
      };
    }
  },
};
