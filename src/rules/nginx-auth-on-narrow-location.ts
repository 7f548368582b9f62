import { fromDoors, keeps } from './nginx-doors.ts';
import { place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-auth-on-narrow-location',
  title: 'The same content is open under another path',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets the protected content under the other path, without a login.',
    why: 'The login belongs to one location; another one leads to the same upstream or the same files and asks for none.',
    fix: 'ask for the login in the server, or in every location that leads there',
    fine: 'Where the start page alone is private, or the application behind has a login of its own.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromDoors(
      unit,
      ({ how }) => how === 'elsewhere' || how === 'inexact',
      ({ closed, open, path, how }) => ({
        message:
          how === 'inexact'
            ? `open to all: only the path ${closed.name} itself ${keeps(closed)}, ${closed.name === '/' ? 'everything else' : 'what lies below it'} is answered by ${open.kind === 'server' ? 'the server itself' : place(open)}`
            : `open to all: ${path} leads to what ${place(closed)} keeps behind a login`,
        severity: meta.severity,
      }),
    ),
};
