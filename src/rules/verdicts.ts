import type { Reason } from '../predict/answer.ts';
import type { JudgedPlace, Verdict } from '../predict/judge.ts';

/** Verdicts that nobody can have meant. */
export const bad: ReadonlySet<Verdict> = new Set(['locked-out', 'forbidden', 'broken', 'open']);

/** The reasons behind a verdict: of the right login's answer, or of the stranger's where the door is open. */
export function decisive({ verdict, valid, anonymous }: JudgedPlace): readonly Reason[] {
  return verdict === 'open' ? anonymous.because : valid.because;
}

/** What a visitor of a place gets, as the first words of a message. */
export function visitorGets(verdict: Verdict): string {
  const words: Partial<Record<Verdict, string>> = {
    'locked-out': 'everyone gets 401',
    forbidden: 'everyone gets 403',
    broken: 'everyone gets 500 in place of the page',
    open: 'open to all',
    'no-start': 'the server refuses to start',
  };
  return words[verdict] ?? 'nobody can tell who gets in';
}
