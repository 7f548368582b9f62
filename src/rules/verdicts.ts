import { oncePer } from '../once.ts';
import type { Reason } from '../predict/answer.ts';
import type { JudgedPlace, Verdict } from '../predict/judge.ts';
import { grouped } from '../text/grouped.ts';

/** Verdicts that nobody can have meant. */
const bad: ReadonlySet<Verdict> = new Set(['locked-out', 'forbidden', 'broken', 'open']);

/** The reasons behind a verdict: of the right login's answer, or of the stranger's or the wrong one's where the door is open. */
export function decisive({ verdict, valid, anonymous, invalid }: JudgedPlace): readonly Reason[] {
  if (verdict === 'open' && anonymous.status === 401) return invalid.because;
  // nobody comes as far as the login, though it would be taken
  const unreached = verdict === 'locked-out' && valid.status !== 401;
  return verdict === 'open' || valid.status === 'pass' || unreached ? anonymous.because : valid.because;
}

/** Steps on the way to an answer: none of them is a mistake by itself. */
const steps =
  /-(?:pass|password-accepted|password-right|credentials-missing|no-credentials|address-allowed|auth-request-passed|form-login-(?:needed|page|done)|form-without-page|form-logout|session-not-kept|session-in-clear|error-page|upstream-answer|options|directory-slash|directory-listing-forbidden|no-file|user-file-unseen)$/;

/** What follows from a mistake: it tells why only where nothing else does. */
const symptoms =
  /-(?:open|password-wrong|user-unknown|require-denied|require-user-denied|require-granted|group-not-member|auth-request-denied|auth-basic-off|auth-request-off|rewritten-away)$/;

/** What lets a stranger in, where nothing after it asks for more. */
const lets = /-(?:address-allowed|auth-request-passed)$/;

/** The reason that made a bad verdict: the last one that is a mistake of its own, else the last symptom. */
export function causeOf(judged: JudgedPlace): Reason | null {
  if (judged.verdict === 'open' && judged.place.hint) return judged.place.hint;
  const reasons = decisive(judged);
  // the one yes that was enough
  const last = reasons.at(-1);
  if (judged.verdict === 'open' && last && lets.test(last.code)) return last;
  const own = reasons.findLast(({ code }) => !steps.test(code) && !symptoms.test(code));
  return own ?? reasons.findLast(({ code }) => !steps.test(code)) ?? reasons.at(-1) ?? null;
}

/** A place with a bad verdict and the reason that made it. */
export interface Caused {
  readonly judged: JudgedPlace;
  readonly reason: Reason;
}

/** Places with bad verdicts by the code of their cause; worked out once for all rules. */
export const badByCause = oncePer(
  (places: readonly JudgedPlace[]): ReadonlyMap<Reason['code'], readonly Caused[]> =>
    grouped(
      places
        .filter(({ verdict }) => bad.has(verdict))
        .flatMap((judged): Caused[] => {
          const reason = causeOf(judged);
          return reason ? [{ judged, reason }] : [];
        }),
      ({ reason }) => reason.code,
    ),
);

/** What a visitor of a place gets, as the first words of a message. */
export function visitorGets({
  verdict,
  valid,
  byAddress,
  admitted,
}: Pick<JudgedPlace, 'verdict' | 'valid' | 'byAddress' | 'admitted'>): string {
  const others = 'everyone from another address than those let in';
  const isIn = admitted || (byAddress && valid.status === 'pass');
  const who = isIn ? others : byAddress ? 'everyone from the addresses let in' : 'everyone';
  const words: Partial<Record<Verdict, string>> = {
    'locked-out': `${who} gets 401`,
    forbidden: 'everyone gets 403',
    broken: `${who} gets ${Number(valid.status) > 500 ? valid.status : 500} in place of the page`,
    open: 'open to all',
    'no-start': 'the server refuses to start',
  };
  return words[verdict] ?? 'nobody can tell who gets in';
}
