import { oncePer } from '../once.ts';
import type { Directive } from '../syntax/tree.ts';
import { grouped } from '../text/grouped.ts';
import { type Met, named } from './apache-levels.ts';
import type { Unit } from './rule.ts';

/** The first word of a Require line, lower case; null: the directive is another one. */
function kindOf({ name, args }: Directive): string | null {
  return name.toLowerCase() === 'require' ? (args[0]?.value.toLowerCase() ?? '') : null;
}

const byKind = oncePer((unit: Unit) => grouped(named(unit, 'require'), ({ directive }) => kindOf(directive)));

/** Every Require line whose first word is one of these (lower case), with where it stands. */
export function requiring(unit: Unit, ...kinds: readonly string[]): readonly Met[] {
  return kinds.flatMap((kind) => byKind(unit).get(kind) ?? []);
}

/** Whether a directive is a Require that asks who is there. */
export function wantsLogin(directive: Directive): boolean {
  return /^(?:valid-user|user|group)$/.test(kindOf(directive) ?? '');
}

/** Whether a directive is a Require that goes by the address of the client. */
export function wantsAddress(directive: Directive): boolean {
  return /^(?:ip|host|local|forward-dns)$/.test(kindOf(directive) ?? '');
}

/** Whether a directive is Require all granted. */
export function isGrant(directive: Directive): boolean {
  return kindOf(directive) === 'all' && directive.args[1]?.value.toLowerCase() === 'granted';
}
