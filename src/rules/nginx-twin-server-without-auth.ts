import type { ServerConf } from '../model/nginx/config.ts';
import type { SecondDoor } from '../predict/nginx/doors.ts';
import { printable } from '../text/printable.ts';
import { fromDoors } from './nginx-doors.ts';
import { isDefault } from './nginx-sockets.ts';
import type { Rule, RuleMeta, Severity } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-twin-server-without-auth',
  title: 'Another server serves the same content without a login',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets the content by asking the other port or the other name.',
    why: 'Each server block stands for itself: the login of the one on port 443 says nothing of the one on port 80, or of the default server.',
    fix: 'let the other server redirect (return 301 https://$host$request_uri;), refuse (return 444;), or ask for the same login',
    fine: 'Where the other server is reached from inside only; give it a listen address that says so.',
  },
};

/** A server of the same name, or one that answers any name, is the same site to a visitor. */
function severityOf({ closedServer, openServer, content }: SecondDoor, servers: readonly ServerConf[]): Severity {
  const names = new Set(closedServer.names.map(({ name }) => name));
  const same = openServer.names.some(({ name }) => names.has(name));
  if (same) return 'error';
  // by its address everybody asks the default server, whatever that is called
  const inner = hasInnerNames(openServer);
  if (hasInnerAddress(openServer) || (inner && !isDefault(openServer, servers))) return 'info';
  const any = inner || openServer.listens.some((listen) => listen.isDefault) || namesOf(openServer).length === 0;
  if (any) return content === 'files' ? 'error' : 'warning';
  return content === 'files' ? 'warning' : 'info';
}

function namesOf({ names }: ServerConf): readonly string[] {
  return names.map(({ name }) => name).filter((name) => name !== '' && name !== '_');
}

function hasInnerNames(server: ServerConf): boolean {
  const inside = /(?:^|[.-])(?:internal|local|localhost|localdomain|lan|intranet|home|private|corp|arpa|test-backend)$/;
  return namesOf(server).length > 0 && namesOf(server).every((name) => inside.test(name));
}

function hasInnerAddress({ listens }: ServerConf): boolean {
  return listens.every(({ address }) => /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address));
}

function shown(server: ServerConf): string {
  const name = namesOf(server)[0];
  const port = server.listens[0]?.port ?? 80;
  return `${name === undefined ? 'the server without a name' : printable(name, 80)} on port ${port}`;
}

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromDoors(
      unit,
      ({ how }) => how === 'server',
      (door) => ({
        message: `open to all: ${shown(door.openServer)} gives under ${door.path} what ${shown(door.closedServer)} keeps behind a login`,
        help: 'let this server redirect to the other one, refuse, or ask for the same login',
        severity: severityOf(door, unit.nginx?.config.servers ?? []),
      }),
    ),
};
