import type { Door } from '../predict/answer.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import type { Unit } from './rule.ts';

/** Places that keep strangers out, with the open doors of one kind that lead to the same all the same. */
export function* openDoorsOf(
  unit: Unit,
  kind: Door['kind'],
): Iterable<{ readonly place: JudgedPlace['place']; readonly doors: readonly [Door, ...Door[]] }> {
  for (const judged of unit.places) {
    if (judged.verdict !== 'works' && judged.verdict !== 'depends') continue;
    const [first, ...others] = judged.openDoors().filter((door) => door.kind === kind);
    if (first) yield { place: judged.place, doors: [first, ...others] };
  }
}
