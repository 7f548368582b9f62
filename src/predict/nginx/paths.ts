import type { LocationConf, ServerConf } from '../../model/nginx/config.ts';
import { levelFor } from './choose.ts';
import { samples, textFor } from './samples.ts';

/** A path that a request must ask for to land in a location; null where none is found. */
export function pathInto(server: ServerConf, location: LocationConf): string | null {
  // mostly its own name leads there
  if (location.kind !== 'regex' && leadsTo(server, location.name, location)) return location.name;
  for (const path of pathsFor(location)) if (leadsTo(server, path, location)) return path;
  for (const path of pathsBelow(location)) if (leadsTo(server, path, location)) return path;
  return null;
}

/** Whether a path lands in a location. */
export function leadsTo(server: ServerConf, path: string, location: LocationConf): boolean {
  return path.startsWith('/') && levelFor(server, path) === location;
}

function pathsFor({ kind, name }: LocationConf): readonly string[] {
  return kind === 'regex' ? samples(name) : [name, `${name}authlint`, `${name}/authlint`];
}

/** Paths for a pattern inside another location: those of the outer one, with its own behind or ahead. */
function pathsBelow({ kind, name, parent }: LocationConf): readonly string[] {
  if (kind !== 'regex' || !parent || parent.kind === 'server') return [];
  const plain = textFor(name);
  const inner = /^\.\w+$/.test(plain) ? `index${plain}` : plain;
  return pathsFor(parent).flatMap((outer) => {
    const below = `${outer.replace(/\/$/, '')}${inner.startsWith('/') ? '' : '/'}${inner}`;
    return [below, outer + inner, `/${inner.replace(/^\//, '')}${outer}`];
  });
}
