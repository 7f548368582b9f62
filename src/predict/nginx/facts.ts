import type { FileHost } from '../../host/host.ts';
import type { LocationConf, NginxConfig, ServerConf } from '../../model/nginx/config.ts';
import { once } from '../../once.ts';
import type { Answer, ServerRequest } from '../answer.ts';
import { levelFor } from './choose.ts';
import { type SecondDoor, secondDoors } from './doors.ts';
import { type LostExemption, lostExemptions } from './exemptions.ts';
import { type RewrittenPath, rewrittenPaths } from './rewritten.ts';
import { type ServedFile, servedFiles } from './served.ts';
import { type LoginSwitch, loginSwitches } from './switches.ts';

/** A level that asks by auth_request, and what its subrequest lands on. */
export interface AuthTarget {
  readonly server: ServerConf;
  readonly level: LocationConf;
  readonly uri: string;
  /** Before any rewrite; null where it cannot be told. */
  readonly target: LocationConf | null;
}

/** What rules may know of an nginx beyond its places. Lists are made when they are first asked for. */
export interface NginxFacts {
  readonly config: NginxConfig;
  /** Locations that give a stranger what others ask a login for; empty where nginx does not start. */
  readonly secondDoors: readonly SecondDoor[];
  /** Locations that switch off a login which their requests meet all the same; empty where nginx does not start. */
  readonly lostExemptions: readonly LostExemption[];
  /** Realms that are off for some visitors; empty where nginx does not start. */
  readonly loginSwitches: readonly LoginSwitch[];
  /** Paths that rewrites of their server let everybody past; empty where nginx does not start. */
  readonly rewrittenPaths: readonly RewrittenPath[];
  /** Every level that says auth_request itself. */
  readonly authTargets: readonly AuthTarget[];
  /** Password files that a stranger can fetch; empty where nginx does not start. */
  readonly servedFiles: readonly ServedFile[];
  /** The level that a path of a server lands on, before any rewrite; null where that cannot be told. */
  levelFor(server: ServerConf, path: string): LocationConf | null;
}

export function factsOf(
  config: NginxConfig,
  { host, answer, answers }: { host: FileHost; answer(request: ServerRequest): Answer; answers: boolean },
): NginxFacts {
  const doors = once(() => (answers ? secondDoors(config, host, answer) : []));
  const lost = once(() => (answers ? lostExemptions(config, answer) : []));
  const switches = once(() => (answers ? loginSwitches(config, answer) : []));
  const rewritten = once(() => (answers ? rewrittenPaths(config, answer) : []));
  const targets = once(() => targetsOf(config));
  const served = once(() => (answers ? servedFiles(config, host, answer) : []));
  return {
    config,
    levelFor,
    get secondDoors() {
      return doors();
    },
    get lostExemptions() {
      return lost();
    },
    get loginSwitches() {
      return switches();
    },
    get rewrittenPaths() {
      return rewritten();
    },
    get servedFiles() {
      return served();
    },
    get authTargets() {
      return targets();
    },
  };
}

function targetsOf({ servers }: NginxConfig): AuthTarget[] {
  const targets: AuthTarget[] = [];
  for (const server of servers) addTargets(server, server.level, targets);
  return targets;
}

/** Adds the targets of a level and of those below it. */
function addTargets(server: ServerConf, level: LocationConf, targets: AuthTarget[]): void {
  const { kind, own, settings, locations } = level;
  const says = kind === 'server' || (own.size > 0 && own.has('authRequest'));
  const uri = says ? settings.authRequest?.value : null;
  if (uri) targets.push({ server, level, uri: uri.text, target: levelFor(server, uri.text) });
  if (!server.saysAccess) return;
  for (let index = 0; index < locations.length; index++) addTargets(server, locations[index]!, targets);
  if (level.limitExcept) addTargets(server, level.limitExcept.location, targets);
}
