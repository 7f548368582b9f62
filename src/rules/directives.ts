import type { Directive } from '../syntax/tree.ts';
import type { Unit } from './rule.ts';

const byName = new WeakMap<readonly Directive[], ReadonlyMap<string, readonly Directive[]>>();
const none: readonly Directive[] = [];

/** Every directive and section of a unit by its lower-case name, in order, however deep; walked once for all rules. */
function directivesOf({ directives }: Unit): ReadonlyMap<string, readonly Directive[]> {
  const known = byName.get(directives);
  if (known) return known;
  const names = new Map<string, Directive[]>();
  const visit = (list: readonly Directive[]): void => {
    for (const directive of list) {
      const name = directive.name.toLowerCase();
      const same = names.get(name);
      if (same) same.push(directive);
      else names.set(name, [directive]);
      if (directive.children) visit(directive.children);
    }
  };
  visit(directives);
  byName.set(directives, names);
  return names;
}

/** The directives of these names (lower case), those of one name together and in order. */
export function each(unit: Unit, ...names: readonly string[]): readonly Directive[] {
  const all = directivesOf(unit);
  if (names.length === 1) return all.get(names[0]!) ?? none;
  return names.flatMap((name) => all.get(name) ?? none);
}
