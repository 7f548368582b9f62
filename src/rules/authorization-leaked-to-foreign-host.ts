import type { Value } from '../model/nginx/value.ts';
import { spanOf } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { named } from './apache-levels.ts';
import { isForeign } from './foreign.ts';
import { levelsAsking, type ServerLevel, setTo } from './nginx-levels.ts';
import type { Draft, Rule, RuleMeta, Unit } from './rule.ts';
import { asksBasic } from './tokens.ts';

const meta: RuleMeta = {
  id: 'authorization-leaked-to-foreign-host',
  title: 'The password of this site is sent to a host of somebody else',
  server: 'both',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'The page works; the other side reads the password of each visitor, and may refuse the request for it.',
    why: 'A proxy passes the Authorization header on, the login of this server included.',
    fix: 'proxy_set_header Authorization ""; (nginx), or RequestHeader unset Authorization (Apache) in that location',
    fine: 'Where the host behind it is your own and takes the same login.',
  },
};

/** Where a level sends requests: the address as written, or as `set` gives it. */
function target({ server, level }: ServerLevel, { text }: Value): string {
  const name = /^\$\{?(\w+)/.exec(text)?.[1];
  return (name && setTo(server, level, name)?.text) ?? text;
}

/** Places of Apache whose requests a ProxyPass sends to somebody else. */
function* fromApache(unit: Unit): Iterable<Draft> {
  const cleared = new Set(
    named(unit, 'requestheader').flatMap(({ directive, level }) =>
      /^(?:unset|set)$/i.test(directive.args[0]?.value ?? '') &&
      /^authorization:?$/i.test(directive.args[1]?.value ?? '')
        ? [level.host]
        : [],
    ),
  );
  for (const { place, anonymous } of unit.places) {
    if (!anonymous.wwwAuthenticate?.startsWith('Basic')) continue;
    const at = place.apache?.();
    const host = /^https?:\/\/([^/:$]+)/i.exec(at?.proxy ?? '')?.[1]?.toLowerCase();
    if (!at || host === undefined || cleared.has(null) || cleared.has(at.server.origin)) continue;
    const { name, aliases } = at.server;
    if (!isForeign(host, name === null ? [] : [name, ...aliases])) continue;
    yield {
      message: `each visitor’s password is sent on to ${printable(host)}`,
      help: 'add RequestHeader unset Authorization to the section',
      where: place.where,
      scope: place.id,
    };
  }
}

export const rule: Rule = {
  meta,
  *check(unit) {
    if (unit.server === 'apache') yield* fromApache(unit);
    for (const one of levelsAsking(unit)) {
      const { server, level } = one;
      const { handler } = level;
      if (handler?.kind !== 'proxy' || !asksBasic(level)) continue;
      const host = /^https?:\/\/([^/:$]+)(?::\d+)?(?:\/|$)/i.exec(target(one, handler.to))?.[1]?.toLowerCase() ?? '';
      const names = server.names.map(({ name }) => name);
      if (!isForeign(host, names) || unit.nginx?.config.upstreams.has(host)) continue;
      const { proxySetHeader, passRequestHeaders } = level.settings;
      if (proxySetHeader?.some(({ name }) => name === 'authorization') || passRequestHeaders?.value === false) continue;
      yield {
        message: `each visitor’s password is sent on to ${printable(host)}`,
        help: 'add proxy_set_header Authorization ""; to the location',
        where: spanOf(handler.origin),
      };
    }
  },
};
