import type { Handler, LocationConf } from '../model/nginx/config.ts';
import type { AuthTarget } from '../predict/nginx/facts.ts';
import type { Draft, Unit } from './rule.ts';

/** Beside a mistake of what a subrequest lands on: the line that asks it. */
export function askedBy({ level }: AuthTarget): NonNullable<Draft['related']> {
  return [{ message: 'auth_request asks it', where: level.settings.authRequest!.origin }];
}

/** Locations from which auth_request goes on to a service by proxy_pass, each once, with the first line that asks it. */
export function* proxiedTargets({
  nginx,
}: Unit): Iterable<{ target: LocationConf; handler: Handler; related: NonNullable<Draft['related']> }> {
  const done = new Set<LocationConf>();
  for (const one of nginx?.authTargets ?? []) {
    const { target } = one;
    if (target?.handler?.kind !== 'proxy' || done.has(target) || target.settings.unseen) continue;
    done.add(target);
    yield { target, handler: target.handler, related: askedBy(one) };
  }
}
