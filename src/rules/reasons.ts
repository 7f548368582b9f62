import type { Reason } from '../predict/answer.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import type { ReasonCode } from '../predict/reasons.ts';
import { locate, type Where } from '../text/source.ts';
import type { Mend } from './mend.ts';
import { isPasted } from './pasted.ts';
import type { Draft, RuleMeta, Unit } from './rule.ts';
import { badByCause, visitorGets } from './verdicts.ts';

/** How a rule words what a prediction found. */
export interface Wording {
  /** What follows the visitor's answer; the reason's own sentence by default. */
  readonly cause?: (reason: Reason, judged: JudgedPlace) => string;
  readonly help: string | ((reason: Reason, judged: JudgedPlace) => string);
  /** Edits for the place to change. */
  readonly fix?: Mend;
}

/** A finding for each place to change that the reasons of bad verdicts name; places with one cause share one. */
export function* fromVerdicts(unit: Unit, { explains }: RuleMeta, { cause, help, fix }: Wording): Iterable<Draft> {
  const byCause = new Map<string, { reason: Reason; places: JudgedPlace[] }>();
  const caused = badByCause(unit.places);
  for (const { judged, reason } of explains.flatMap((code) => caused.get(code) ?? [])) {
    if (reason.where && isPasted(reason.where)) continue;
    const at = locate(reason.where ?? judged.place.where);
    const key = `${reason.code} ${at.file}:${at.line}:${at.column}`;
    const known = byCause.get(key);
    if (known) known.places.push(judged);
    else byCause.set(key, { reason, places: [judged] });
  }
  for (const { reason, places } of byCause.values()) {
    const [first, ...others] = places as [JudgedPlace, ...JudgedPlace[]];
    const more = others.length > 0 ? ` (and at ${others.length} more places)` : '';
    const where = reason.where ?? first.place.where;
    yield {
      message: `${visitorGets(first.verdict)} at ${first.place.target}${more}: ${cause?.(reason, first) ?? reason.message}`,
      help: typeof help === 'string' ? help : help(reason, first),
      where,
      fix: fix?.(where),
      scope: first.place.id,
      related: others.slice(0, 5).map(({ place }) => ({ message: `${place.target} too`, where: place.where })),
    };
  }
}

/** A finding for each refusal to start that carries one of the rule's codes. */
export function* fromStartErrors(
  unit: Unit,
  { explains }: RuleMeta,
  help: string | ((where: Where) => string),
  fix?: Mend,
): Iterable<Draft> {
  const codes: ReadonlySet<ReasonCode> = new Set(explains);
  const server = unit.server === 'apache' ? 'apache2' : 'nginx';
  for (const { code, message, where } of unit.startErrors) {
    if (codes.has(code) && where && !isPasted(where))
      yield {
        message: `${server} refuses to start: ${message}`,
        help: typeof help === 'string' ? help : help(where),
        where,
        fix: fix?.(where),
      };
  }
}
