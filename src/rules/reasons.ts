import { oncePer } from '../once.ts';
import type { Reason, StartError } from '../predict/answer.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import type { ReasonCode } from '../predict/reasons.ts';
import { grouped } from '../text/grouped.ts';
import { locate, type Where } from '../text/source.ts';
import { complaintOf, laterComplaints, type Mistake, mistakeBehind } from './apache-mistakes.ts';
import type { Mend } from './mend.ts';
import { isPasted } from './pasted.ts';
import type { Draft, RuleMeta, Unit } from './rule.ts';
import { badByCause, type Caused, visitorGets } from './verdicts.ts';

/** How a rule words what a prediction found. */
interface Wording {
  /** What follows the visitor's answer; the reason's own sentence by default. */
  readonly cause?: (reason: Reason, judged: JudgedPlace) => string;
  /** By default, and for null, the fix of the documentation. */
  readonly help?: string | ((reason: Reason, judged: JudgedPlace) => string | null);
  /** Edits for the place to change. */
  readonly fix?: Mend;
  /** What a visitor gets, where the verdict's own words do not fit. */
  readonly visitor?: string | ((reason: Reason, judged: JudgedPlace) => string);
  /** Which of the places are this rule's; all by default. */
  readonly when?: (reason: Reason, judged: JudgedPlace) => boolean;
  /** The place to change; where the reason stands by default. */
  readonly where?: (reason: Reason, judged: JudgedPlace) => Where | null;
  readonly related?: (reason: Reason, judged: JudgedPlace) => NonNullable<Draft['related']>;
  readonly severity?: (reason: Reason, judged: JudgedPlace) => Draft['severity'];
}

/** A finding for each place to change that the reasons of bad verdicts name; places with one cause share one. */
export function* fromVerdicts(
  unit: Unit,
  { explains }: Pick<RuleMeta, 'explains'>,
  wording: Wording = {},
): Iterable<Draft> {
  const { cause, help, fix, visitor, when, related, severity } = wording;
  const caused = badByCause(unit.places);
  const own = explains
    .flatMap((code) => caused.get(code) ?? [])
    .filter(({ judged, reason }) => !(reason.where && isPasted(reason.where)) && (!when || when(reason, judged)))
    .map(({ judged, reason }) => {
      return { judged, reason, where: wording.where?.(reason, judged) ?? reason.where ?? judged.place.where };
    });
  for (const [{ judged: first, reason, where }, ...others] of grouped(own, keyOf).values()) {
    const more = others.length > 0 ? ` (and at ${others.length} more place${others.length === 1 ? '' : 's'})` : '';
    const grade = severity?.(reason, first);
    const gets = typeof visitor === 'function' ? visitor(reason, first) : (visitor ?? visitorGets(first));
    yield {
      message: `${gets} at ${first.place.target}${more}: ${cause?.(reason, first) ?? reason.message}`,
      help: typeof help === 'function' ? help(reason, first) : help,
      where,
      fix: fix?.(where),
      scope: first.place.id,
      covers: [first, ...others.map(({ judged }) => judged)],
      related: [
        ...(related?.(reason, first) ?? []),
        ...elsewhere(where, first),
        ...others.slice(0, 5).map(({ judged: { place } }) => ({ message: `${place.target} too`, where: place.where })),
      ],
      ...(grade && { severity: grade }),
    };
  }
}

function keyOf({ reason, where }: { readonly reason: Reason; readonly where: Where }): string {
  const { file, line, column } = locate(where);
  return `${reason.code} ${file}:${line}:${column}`;
}

/** The place itself, where the line to change stands in another file. */
function elsewhere(where: Where, { place }: JudgedPlace): { message: string; where: Where }[] {
  if (locate(where).file === locate(place.where).file) return [];
  return [{ message: `${place.target} is protected here`, where: place.where }];
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

/** A finding for each refusal to start that carries one of the rule's codes and has no better known mistake behind it. */
export function* fromStartErrors(
  unit: Unit,
  { explains }: RuleMeta,
  help?: string | ((error: StartError) => string | null),
  fix?: Mend,
): Iterable<Draft> {
  const codes: ReadonlySet<ReasonCode> = new Set(explains);
  const server = unit.server === 'apache' ? 'apache2' : 'nginx';
  for (const error of unit.startErrors) {
    const { code, message, where } = error;
    if (codes.has(code) && where && !isPasted(where) && mistakeBehind(unit, error) === null)
      yield {
        message: `${server} refuses to start: ${message}`,
        help: typeof help === 'function' ? help(error) : help,
        where,
        fix: fix?.(where),
      };
  }
}

/** How a rule words a line that Apache cannot take. */
interface Refusal {
  /** What follows the answer, given httpd's complaint. */
  readonly cause: (complaint: Reason) => string;
  /** By default, and for null, the fix of the documentation. */
  readonly help?: string | ((complaint: Pick<Reason, 'message' | 'where'>) => string | null);
  readonly related?: (judged: JudgedPlace) => NonNullable<Draft['related']>;
  /** Edits for the line. */
  readonly fix?: Mend;
  /** What several lines have in common, so that they are one mistake; by default each is its own. */
  readonly group?: (complaint: Reason) => string;
}

/** A finding for each line that Apache cannot take over one mistake: it does not start, or .htaccess answers 500. */
export function* fromMistakes(unit: Unit, mistake: Mistake, refusal: Refusal): Iterable<Draft> {
  const { cause, help, fix, group } = refusal;
  if (unit.server !== 'apache') return;
  const own = unit.startErrors.filter(
    (error) => error.where && !isPasted(error.where) && mistakeBehind(unit, error) === mistake,
  );
  for (const [first, ...others] of grouped<unknown, StartError>(own, (error) => group?.(error) ?? error).values()) {
    const edits = [first, ...others].map(({ where }) => fix?.(where!));
    yield {
      message: `apache2 refuses to start: ${cause(first)}`,
      help: typeof help === 'function' ? help(first) : help,
      where: first.where!,
      related: toLines(others),
      // either all of its lines or none
      fix: edits.every((one) => one !== undefined) ? edits.flat() : undefined,
    };
  }
  yield* fromHtaccess(unit, (complaint) => mistakeBehind(unit, complaint) === mistake, refusal);
}

/** The first few of the other lines with the same mistake. */
function toLines(others: readonly Pick<Reason, 'where'>[]): NonNullable<Draft['related']> {
  return others.slice(0, 5).map(({ where }) => ({ message: 'this line too', where: where! }));
}

const brokenHtaccess: Pick<RuleMeta, 'explains'> = { explains: ['apache-htaccess-broken'] };

/**
 * A finding for each line of a .htaccess file that httpd cannot take: the one that it gives up at, and those that it
 * would meet next, so that one run tells them all.
 */
export function* fromHtaccess(
  unit: Unit,
  isOwn: (complaint: Reason) => boolean,
  { cause = ({ message }) => message, help, related, fix, group }: Partial<Refusal>,
): Iterable<Draft> {
  const keyOf = (complaint: Reason): unknown => group?.(complaint) ?? complaint;
  const helpOf = (complaint: Reason) => (typeof help === 'function' ? help(complaint) : help);
  yield* fromVerdicts(unit, brokenHtaccess, {
    when: (reason, judged) => isOwn(complaintOf(judged, reason)),
    cause: (reason, judged) => cause(complaintOf(judged, reason)),
    help: (reason, judged) => helpOf(complaintOf(judged, reason)) ?? null,
    related: (reason, judged) => {
      const complaint = complaintOf(judged, reason);
      const alike = laterComplaints(unit, reason).filter((one) => isOwn(one) && keyOf(one) === keyOf(complaint));
      return [...(related?.(judged) ?? []), ...toLines(alike)];
    },
    ...(fix && { fix }),
  });
  for (const { judged, reason, later } of brokenFiles(unit)) {
    const first = complaintOf(judged, reason);
    const told = isOwn(first) ? keyOf(first) : null;
    const groups = grouped(later.filter(isOwn), keyOf);
    for (const [key, [complaint, ...others]] of groups) {
      if (key === told) continue;
      const gets = `once line ${locate(reason.where!).line} is mended, ${visitorGets(judged)} at ${judged.place.target}`;
      yield {
        message: `${gets} over this line: ${cause(complaint)}`,
        help: helpOf(complaint),
        where: complaint.where!,
        scope: judged.place.id,
        related: [...(related?.(judged) ?? []), ...toLines(others)],
        fix: fix?.(complaint.where!),
      };
    }
  }
}

/** A .htaccess file that httpd gives up on: a place that it breaks, over what, and the complaints that come next. */
interface BrokenFile extends Caused {
  readonly later: readonly Reason[];
}

/** Each broken .htaccess file once. */
const brokenFiles = oncePer((unit: Unit): readonly BrokenFile[] => {
  const caused = badByCause(unit.places).get('apache-htaccess-broken') ?? [];
  const files = grouped(caused, ({ reason: { where } }) => where && locate(where).file);
  return [...files.values()].map(([first]) => ({ ...first, later: laterComplaints(unit, first.reason) }));
});
