import type { Reason } from '../predict/answer.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import { printable } from '../text/printable.ts';
import { locate } from '../text/source.ts';
import type { Draft, Unit } from './rule.ts';

/** Beside a file of users that is not there: the Kubernetes volume that is mounted in its place and lacks it. */
export function volumeThatLacks(unit: Unit): (reason: Reason, judged: JudgedPlace) => NonNullable<Draft['related']> {
  return ({ where }) => {
    if (!where) return [];
    const { file, line, column } = locate(where);
    return unit.mapped.flatMap(({ there, volume, placedAt, namedAt }) => {
      const named = locate(namedAt);
      if (there || volume === null || named.file !== file || named.line !== line || named.column !== column) return [];
      return [{ message: `the ${printable(volume, 120)}, which is mounted here, has no such key`, where: placedAt }];
    });
  };
}
