import type { Directive } from '../syntax/tree.ts';
import { named } from './apache-levels.ts';
import type { Unit } from './rule.ts';

/** The directives of these names (lower case) of an Apache, those of one name together and in order. */
export function each(unit: Unit, ...names: readonly string[]): readonly Directive[] {
  return named(unit, ...names).map(({ directive }) => directive);
}
