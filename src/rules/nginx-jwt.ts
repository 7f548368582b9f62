import type { LocationConf } from '../model/nginx/config.ts';
import { standing } from '../model/nginx/levels.ts';
import type { Directive } from '../syntax/tree.ts';
import { levelsWith } from './nginx-levels.ts';
import type { Unit } from './rule.ts';

/**
 * Lines of a directive of a token module, each with its level; none where nginx does not start, since the open-source
 * one stops at them, which is a finding of its own.
 */
export function jwtLines(
  unit: Unit,
  name: string,
): readonly { readonly level: LocationConf; readonly line: Directive }[] {
  if (unit.starts === 'no') return [];
  return levelsWith(unit, name).flatMap(({ level }) => standing(level, name).map((line) => ({ level, line })));
}
