import type { Door } from '../predict/answer.ts';
import { openDoorsOf } from './apache-doors.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-vhost-twin-without-auth',
  title: 'Another virtual host serves the protected files without the login',
  server: 'apache',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever asks the other host gets the files without a login.',
    why: 'Location sections count for their own virtual host; a second one with the same DocumentRoot, often the one on port 80, has none.',
    fix: 'put the login into a <Directory> section, or let the other host redirect',
    fine: 'Where the other host is reached from inside only.',
  },
};

/** Whether the other host is bound to an address that outsiders do not reach. */
function isInside({ request, where }: Door): boolean {
  const line = where && 'source' in where ? where.source.text.slice(where.start, where.end) : '';
  return (
    /\b(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|localhost|\[::1\])/.test(line) ||
    request.host === 'localhost'
  );
}

export const rule: Rule = {
  meta,
  *check(unit) {
    const told = new Set<unknown>();
    for (const { place, doors } of openDoorsOf(unit, 'server')) {
      const server = place.apache?.()?.server;
      for (const door of doors) {
        if (!door.where || isInside(door)) continue;
        const { where } = door;
        const key = 'source' in where ? `${where.source.path}:${where.start} ${server?.name}` : door;
        if (told.has(key)) continue;
        told.add(key);
        yield {
          message: `open to all at ${door.target}: another virtual host serves what ${place.target} keeps behind a login`,
          help: 'put the login into a <Directory> section, which holds for every host, or let the other host redirect',
          where: place.where,
          scope: place.id,
          // hosts of one name are one site; another name may be a site of its own
          severity: door.request.host === place.request.host ? 'error' : 'warning',
          related: [{ message: 'this host has no login', where }],
        };
      }
    }
  },
};
