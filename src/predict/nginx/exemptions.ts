import { isExempt } from '../../model/nginx/access.ts';
import type { LocationConf, NginxConfig, ServerConf } from '../../model/nginx/config.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Answer, ServerRequest } from '../answer.ts';
import { leadsTo, pathInto } from './paths.ts';
import { asks } from './places.ts';
import { requestFor } from './samples.ts';

/** A location that asks for no login, though what it leads to inside the server does. */
export interface LostExemption {
  readonly level: LocationConf;
  /** The line that switches the login off. */
  readonly said: Directive;
  readonly path: string;
  /** What a stranger gets for the path: 401. */
  readonly answer: Answer;
}

/** Finds locations that switch a login off which their requests meet all the same, after a rewrite or redirect. */
export function lostExemptions(
  { servers }: NginxConfig,
  answer: (request: ServerRequest) => Answer,
): readonly LostExemption[] {
  const lost: LostExemption[] = [];
  const visit = (server: ServerConf, level: LocationConf): void => {
    for (const location of level.locations) {
      const said = exemptionOf(location);
      if (said && mayLead(location)) {
        for (const path of pathsOf(server, location)) {
          const given = answer(requestFor(server, path));
          if (given.status !== 401 || !given.because.some(({ code }) => code === 'nginx-no-credentials')) continue;
          lost.push({ level: location, said, path, answer: given });
          break;
        }
      }
      visit(server, location);
    }
  };
  for (const server of servers) visit(server, server.level);
  return lost;
}

/** The line by which a location asks for no login while the level around it does; null where there is none. */
function exemptionOf(level: LocationConf): Directive | null {
  const { kind, own, settings, parent } = level;
  if (kind === 'named' || settings.internal?.value || !parent || !asks(parent.settings)) return null;
  if (own.has('realm') && settings.realm?.value.text === 'off' && !asks(settings)) return settings.realm.origin;
  return isExempt(level) ? settings.access!.find(({ allow }) => allow)!.origin : null;
}

/** Whether requests may go on from a location to another one. */
function mayLead({ tryFiles, steps, handler, settings }: LocationConf): boolean {
  if ((tryFiles && 'uri' in tryFiles.fallback) || steps.some((step) => step.do === 'rewrite')) return true;
  return handler === null && (settings.index?.some(({ text }) => !/\.html?$/.test(text)) ?? false);
}

function pathsOf(server: ServerConf, location: LocationConf): readonly string[] {
  const path = pathInto(server, location);
  if (path === null) return [];
  const below = `${path}${path.endsWith('/') ? '' : '/'}authlint`;
  return location.kind !== 'exact' && leadsTo(server, below, location) ? [path, below] : [path];
}
