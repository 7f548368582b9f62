import type { LocationConf } from '../model/nginx/config.ts';
import { inEffect } from '../model/nginx/levels.ts';
import { spanOf } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { isForeign } from './foreign.ts';
import { levelsOf } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';
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

/** Where a level sends requests: the address as written, or as a `set` of the level gives it. */
function target({ handler, steps }: LocationConf): string {
  const name = /^\$\{?(\w+)/.exec(handler!.to.text)?.[1];
  const set = name && steps.findLast((step) => step.do === 'set' && step.name === name);
  return set && set.do === 'set' ? set.value.text : handler!.to.text;
}

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { server, level } of levelsOf(unit)) {
      const { handler } = level;
      if (handler?.kind !== 'proxy' || !asksBasic(level)) continue;
      const host = /^https?:\/\/([^/:$]+)(?::\d+)?(?:\/|$)/i.exec(target(level))?.[1]?.toLowerCase() ?? '';
      if (
        !isForeign(
          host,
          server.names.map(({ name }) => name),
        ) ||
        unit.nginx?.config.upstreams.has(host)
      )
        continue;
      if (inEffect(level, 'proxy_set_header').some(({ args }) => args[0]?.value.toLowerCase() === 'authorization'))
        continue;
      if (inEffect(level, 'proxy_pass_request_headers')[0]?.args[0]?.value === 'off') continue;
      yield {
        message: `each visitor’s password is sent on to ${printable(host)}`,
        help: 'add proxy_set_header Authorization ""; to the location',
        where: spanOf(handler.origin),
      };
    }
  },
};
