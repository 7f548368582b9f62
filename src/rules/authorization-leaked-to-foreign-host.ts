import { printable } from '../text/printable.ts';
import { named } from './apache-levels.ts';
import { isForeign } from './foreign.ts';
import { levelsAsking, type ServerLevel, setTo } from './nginx-levels.ts';
import { handsLoginOn } from './nginx-logins.ts';
import type { Draft, Rule, RuleMeta, Unit } from './rule.ts';

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
    fix: 'write proxy_set_header Authorization ""; (nginx), or RequestHeader unset Authorization (Apache) in that location',
    fine: 'Where the host behind it is your own and takes the same login.',
  },
};

/** The host of somebody else that an nginx level hands its login on to, by name or by `set`; null: it does not. */
export function foreignHost({ nginx }: Unit, { server, level }: ServerLevel): string | null {
  if (!handsLoginOn(level)) return null;
  const { text } = level.handler!.to;
  const name = /^\$\{?(\w+)/.exec(text)?.[1];
  const target = (name && setTo(server, level, name)?.text) ?? text;
  const host = /^https?:\/\/([^/:$]+)(?::\d+)?(?:\/|$)/i.exec(target)?.[1]?.toLowerCase() ?? '';
  const names = server.names.map((one) => one.name);
  return isForeign(host, names) && !nginx?.config.upstreams.has(host) ? host : null;
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
      const host = foreignHost(unit, one);
      if (host === null) continue;
      yield {
        message: `each visitor’s password is sent on to ${printable(host)}`,
        help: 'add proxy_set_header Authorization ""; to the location',
        where: one.level.handler!.origin,
      };
    }
  },
};
