import { printable } from '../text/printable.ts';
import { levelsSaying, place } from './nginx-levels.ts';
import { isShut } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-location-path-impossible',
  title: 'A protected location has a path that no request comes with',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets in: what the location is meant for is answered elsewhere.',
    why: 'A location is compared with the decoded path alone: it begins with a slash, has no scheme or host before it, and a blank in place of %20.',
    fix: 'write the decoded path with a slash at its beginning, in quotes where it has a blank',
    fine: 'Nowhere: no request is ever answered there.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { server, level } of levelsSaying(unit, 'realm', 'userFile', 'authRequest', 'access')) {
      const { kind, name, origin } = level;
      if ((kind !== 'prefix' && kind !== 'noregex' && kind !== 'exact') || !isShut(level)) continue;
      if (level.settings.internal?.value) continue;
      const path = pathMeant(name);
      if (path === null) continue;
      const lands = unit.nginx!.levelFor(server, path);
      if (lands && isShut(lands)) continue;
      yield {
        message: `open to all: no path is like that of ${place(level)}, and ${printable(path, 80)} is answered elsewhere`,
        where: origin,
      };
    }
  },
};

/** The path that is meant by one that no request has; null for a sound path, and for what a template may make of it. */
function pathMeant(name: string): string | null {
  if (name.startsWith('/')) return /%[0-9a-f]{2}/i.test(name) ? decoded(name) : null;
  const written = /^(?:https?:\/\/)?[\w.-]+\.[a-z]{2,}(\/.*)?$/.exec(name);
  if (written) return written[1] ?? '/';
  return /^[\w.-]+(?:\/|$)/.test(name) ? `/${name}` : null;
}

function decoded(name: string): string {
  return name.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
