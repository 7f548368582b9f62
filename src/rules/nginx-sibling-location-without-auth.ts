import type { SecondDoor } from '../predict/nginx/doors.ts';
import { fromDoors, keeps } from './nginx-doors.ts';
import { place } from './nginx-levels.ts';
import type { Rule, RuleMeta, Severity } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-sibling-location-without-auth',
  title: 'A longer location beside a protected one asks for no login',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets what lies below the longer path without a login.',
    why: 'The longest prefix wins, and locations inherit from what they stand in, never from a shorter path beside them.',
    fix: 'nest it inside the protected location, repeat auth_basic there, or ask for the login in the server',
    fine: 'Where it is open on purpose: say so by auth_basic off;',
  },
};

/** Paths that are often open on purpose inside what asks for a login. */
const openOnPurpose =
  /(?:^|[/_.-])(?:static|assets?|css|js|images?|img|fonts?|icons?|media|public|dist|build|themes?|skins?|log-?(?:in|out)|sign-?(?:in|out)|auth\w*|oauth2?|sso|saml|callback|register|health\w*|ready\w*|live(?:ness|z)?|ping|status|metrics|webhooks?|hooks?|api|favicon\.ico|robots\.txt|sitemap|well-known|manifest|share[ds]?|s)(?:$|[/_.-])/i;

/** A path below / is often left open knowingly; a tunnel of the page that asks for a login seldom is. */
function severityOf({ closed, open, content, how }: SecondDoor): Severity {
  const upgrades = open.settings.proxySetHeader?.some(({ name }) => name === 'upgrade');
  if (closed.name === '/' && upgrades && content === 'upstream') return 'warning';
  if (closed.name === '/' || openOnPurpose.test(open.name)) return 'info';
  return content === 'files' && how === 'longer' ? 'error' : 'warning';
}

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromDoors(
      unit,
      ({ how }) => how === 'longer' || how === 'inside',
      (door) => ({
        message: `open to all: ${place(door.open)} stands beside ${place(door.closed)}, which ${keeps(door.closed)}, and takes nothing from it`,
        help: 'nest it inside the protected location, repeat its lines here, or say auth_basic off; or allow all; where it is meant to be open',
        severity: severityOf(door),
      }),
    ),
};
