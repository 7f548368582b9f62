import { oncePer } from '../../once.ts';
import type { Directive } from '../../syntax/tree.ts';
import { grouped } from '../../text/grouped.ts';
import type { LocationConf } from './config.ts';

const byName = oncePer(({ directives }: LocationConf) => grouped(directives, ({ name }) => name));
const none: readonly Directive[] = [];
/** Directives up to which a level is looked through. */
const few = 24;

/** The directives of a name that stand on a level itself. */
export function standing(level: LocationConf, name: string): readonly Directive[] {
  const { directives } = level;
  // nearly every level is short, and a table for each of thousands costs more than looking through them
  if (directives.length <= few) {
    let found: Directive[] | null = null;
    for (let index = 0; index < directives.length; index++) {
      const directive = directives[index]!;
      if (directive.name !== name) continue;
      found ??= [];
      found.push(directive);
    }
    return found ?? none;
  }
  return byName(level).get(name) ?? none;
}

/**
 * The directives of a name in effect on a level: its own, else those of the nearest level above that has any, as
 * nginx's merge functions take them. Not for what does not inherit (return, rewrite, proxy_pass, try_files).
 */
export function inEffect(level: LocationConf, name: string): readonly Directive[] {
  for (let at: LocationConf | null = level; at; at = at.parent) {
    const own = standing(at, name);
    if (own.length > 0) return own;
  }
  return none;
}

/** The value of a directive with one argument that is in effect, lower case; null where there is none. */
export function valueInEffect(level: LocationConf, name: string): string | null {
  return inEffect(level, name)[0]?.args[0]?.value.toLowerCase() ?? null;
}
