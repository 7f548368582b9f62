import type { LocationConf, NginxConfig, ServerConf } from '../../model/nginx/config.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Answer, ServerRequest } from '../answer.ts';
import { decidingVisitors, isAsked, type Visitor } from './choices.ts';
import { pathInto } from './paths.ts';
import { pathOf } from './places.ts';
import { requestFor } from './samples.ts';

/** A realm of variables that asks some visitors for a login and others for none. */
export interface LoginSwitch {
  readonly server: ServerConf;
  readonly realm: Directive;
  /** Visitors who are asked; null: the plain one. */
  readonly asked: readonly (Visitor | null)[];
  /** Visitors who get in without. */
  readonly exempt: readonly (Visitor | null)[];
}

/** Whether an answer let a visitor in since the realm was off. */
function isExempt({ status, because }: Answer, realm: Directive): boolean {
  return status === 'pass' && because.some(({ code, where }) => code === 'nginx-auth-basic-off' && where === realm);
}

/** The realms that are off for some visitors. */
export function loginSwitches(config: NginxConfig, answer: (request: ServerRequest) => Answer): readonly LoginSwitch[] {
  const switches: LoginSwitch[] = [];
  const look = (server: ServerConf, level: LocationConf): void => {
    const { realm, userFile } = level.settings;
    if (level.own.has('realm') && realm?.value.parts && userFile) {
      const path = level.kind === 'server' ? pathOf(server) : pathInto(server, level);
      if (path !== null) {
        const plain = requestFor(server, path);
        const asked: (Visitor | null)[] = [];
        const exempt: (Visitor | null)[] = [];
        for (const visitor of [null, ...decidingVisitors(config, server, level, plain)]) {
          const given = answer(visitor?.request ?? plain);
          if (isAsked(given, realm.origin)) asked.push(visitor);
          else if (isExempt(given, realm.origin)) exempt.push(visitor);
        }
        if (asked.length > 0 && exempt.length > 0) switches.push({ server, realm: realm.origin, asked, exempt });
      }
    }
    for (const location of level.locations) look(server, location);
  };
  for (const server of config.servers) if (server.saysAccess) look(server, server.level);
  return switches;
}
