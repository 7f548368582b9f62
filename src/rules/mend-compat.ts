import type { Directive } from '../syntax/tree.ts';
import type { Where } from '../text/source.ts';
import { directiveAt } from './apache-levels.ts';
import { dropLine, textAt } from './mend.ts';
import type { Edit, Unit } from './rule.ts';

/**
 * Order with Allow or Deny from all becomes the Require that means the same, or goes where a Require stands beside it
 * and everybody is allowed anyway. Anything else that these lines can say is left to people. Source: "Upgrading to 2.4",
 * section on access control.
 */
export function mendCompat(unit: Unit, where: Where): Edit[] | undefined {
  const met = directiveAt(unit, where);
  if (!met) return undefined;
  const named = (name: string): Directive[] =>
    met.level.directives.filter((directive) => directive.name.toLowerCase() === name);
  const [order, allow, deny, require] = ['order', 'allow', 'deny', 'require'].map(named) as [
    Directive[],
    Directive[],
    Directive[],
    Directive[],
  ];
  const lines = [...order, ...allow, ...deny];
  if (order.length !== 1 || named('satisfy').length > 0 || allow.length > 0 === deny.length > 0) return undefined;
  if (lines.some((one) => textAt(one) === '' || one.source !== order[0]!.source)) return undefined;
  if (![...allow, ...deny].every((one) => /^\S+\s+from\s+all$/i.test(textAt(one)))) return undefined;
  const drops = lines.map((one) => dropLine(one));
  if (drops.some((edit) => edit === null)) return undefined;
  if (require.length > 0) return allow.length > 0 ? (drops as Edit[]) : undefined;
  const { source, start, end } = order[0]!;
  const text = `Require all ${allow.length > 0 ? 'granted' : 'denied'}`;
  return [{ where: { source, start, end }, text }, ...(drops.slice(1) as Edit[])];
}
