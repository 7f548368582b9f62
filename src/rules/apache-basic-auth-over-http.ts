import type { Server } from '../model/apache/servers.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-basic-auth-over-http',
  title: 'A password goes over plain HTTP',
  server: 'apache',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Whoever listens on the way has the password: Basic sends it with each request, only base64-coded.',
    why: 'The virtual host of this place has no TLS, and another one of the same name has.',
    fix: 'redirect the plain host to https',
    fine: 'Where TLS ends at a proxy in front.',
  },
};

/** Whether a virtual host is the one for https. */
function isSecure(server: Server): boolean {
  return server.addresses.some(({ port }) => port === 443) || server.tls();
}

export const rule: Rule = {
  meta,
  *check(unit) {
    const servers = unit.apache?.servers ?? [];
    const secure = new Set(servers.filter(isSecure).flatMap(({ name, aliases }) => [name, ...aliases]));
    const told = new Set<unknown>();
    for (const { place, anonymous } of unit.places) {
      const known = place.apache?.();
      if (!known || anonymous.status !== 401 || !/^basic/i.test(anonymous.wwwAuthenticate ?? '')) continue;
      const { server } = known;
      if (isSecure(server) || !server.name || !secure.has(server.name) || told.has(server)) continue;
      told.add(server);
      yield {
        message: `the password goes over plain HTTP at ${place.target}, though the same host has TLS`,
        where: place.where,
        related: server.origin ? [{ message: 'this host has no TLS', where: server.origin }] : [],
      };
    }
  },
};
