import type { LocationConf } from '../model/nginx/config.ts';
import { printable } from '../text/printable.ts';
import { place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-target-shadowed',
  title: 'The subrequest of auth_request does not reach the location that is meant',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everyone gets 500, or whatever the wrong location makes of the request.',
    why: 'A subrequest chooses its location like any request: a matching regular expression wins over a prefix, and without a location of its own it lands in the protected one.',
    fix: 'write location = /path for the target; it wins over every pattern',
    fine: 'Never: the check is not the one that is meant.',
  },
};

/** The location by prefix that a path would land on but for the patterns; null where none is longer than /. */
function meantFor(locations: readonly LocationConf[], uri: string): LocationConf | null {
  let best: LocationConf | null = null;
  for (const one of locations) {
    if (one.kind !== 'prefix' || one.name.length < 2 || !uri.startsWith(one.name)) continue;
    if (!best || one.name.length > best.name.length) best = one;
  }
  return best;
}

export const rule: Rule = {
  meta,
  *check({ nginx }) {
    for (const { server, level, uri, target } of nginx?.authTargets ?? []) {
      if (!target || level.settings.unseen) continue;
      const asked = level.settings.authRequest!.origin;
      const shown = printable(uri, 80);
      if (target.kind === 'regex') {
        const meant = meantFor(server.level.locations, uri);
        if (!meant || meant === level) continue;
        yield {
          message: `everyone gets what ${place(target)} answers, 500 in most cases: that pattern takes the subrequest to ${shown} before ${place(meant)}`,
          help: `write location = ${shown}; it wins over every pattern`,
          where: target.origin,
          related: [
            { message: 'the subrequest is made here', where: asked },
            { message: 'it is meant for this location', where: meant.origin },
          ],
        };
        continue;
      }
      // the protected application itself is asked, without the check
      const itself = target === level || (target.kind === 'server' && level.kind === 'server');
      const wide = target.kind === 'server' || target.name === '/';
      if (!itself || !wide || target.handler === null || target.handler.kind === 'other') continue;
      yield {
        message: `everyone gets what the protected application makes of ${shown}: no location serves the subrequest, so that it goes to ${place(target)} itself`,
        help: `add location = ${shown} { internal; proxy_pass … } for the service that knows the login`,
        severity: 'warning' as const,
        confidence: 'medium' as const,
        where: asked,
        related: [{ message: 'the subrequest lands here', where: target.origin }],
      };
    }
  },
};
