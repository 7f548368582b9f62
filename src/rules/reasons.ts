import type { Reason } from '../predict/answer.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import type { ReasonCode } from '../predict/reasons.ts';
import { locate } from '../text/source.ts';
import { isPasted } from './pasted.ts';
import type { Draft, RuleMeta, Unit } from './rule.ts';
import { badByCause, visitorGets } from './verdicts.ts';

/** How a rule words what a prediction found. */
export interface Wording {
  /** What follows the visitor's answer; the reason's own sentence by default. */
  readonly cause?: (reason: Reason, judged: JudgedPlace) => string;
  readonly help: string;
  /** What a visitor gets, where the verdict's own words do not fit. */
  readonly visitor?: string;
}

/** A finding for each place to change that the reasons of bad verdicts name; places with one cause share one. */
export function* fromVerdicts(unit: Unit, { explains }: RuleMeta, { cause, help, visitor }: Wording): Iterable<Draft> {
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
    yield {
      message: `${visitor ?? visitorGets(first.verdict)} at ${first.place.target}${more}: ${cause?.(reason, first) ?? reason.message}`,
      help,
      where: reason.where ?? first.place.where,
      scope: first.place.id,
      related: others.slice(0, 5).map(({ place }) => ({ message: `${place.target} too`, where: place.where })),
    };
  }
}

/** A finding for each place to change that reasons of these codes name, in whichever answer and whatever the verdict. */
export function* fromReasons(
  unit: Unit,
  { explains }: RuleMeta,
  word: (reason: Reason, judged: JudgedPlace) => string,
  help: string,
): Iterable<Draft> {
  const codes: ReadonlySet<ReasonCode> = new Set(explains);
  const seen = new Set<string>();
  for (const judged of unit.places) {
    for (const { because } of [judged.anonymous, judged.valid]) {
      for (const reason of because) {
        if (!codes.has(reason.code)) continue;
        const where = reason.where ?? judged.place.where;
        const { file, line, column } = locate(where);
        const key = `${file}:${line}:${column}`;
        if (seen.has(key)) continue;
        seen.add(key);
        yield { message: word(reason, judged), help, where, scope: judged.place.id };
      }
    }
  }
}

/** A finding for each refusal to start that carries one of the rule's codes. */
export function* fromStartErrors(unit: Unit, { explains }: RuleMeta, help: string): Iterable<Draft> {
  const codes: ReadonlySet<ReasonCode> = new Set(explains);
  const server = unit.server === 'apache' ? 'apache2' : 'nginx';
  for (const { code, message, where } of unit.startErrors) {
    if (codes.has(code) && where && !isPasted(where))
      yield { message: `${server} refuses to start: ${message}`, help, where };
  }
}
