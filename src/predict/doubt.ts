import { oncePer } from '../once.ts';
import type { Source, Span, Where } from '../text/source.ts';
import { hole, isDoubtful, together } from '../text/template.ts';
import type { JudgedPlace } from './judge.ts';

/** The verdict on a piece that templates put into other files: what it lacks may stand around it. */
export function inPiece(judged: JudgedPlace): JudgedPlace {
  const lacks = judged.verdict === 'open' || judged.verdict === 'broken';
  return lacks ? { ...judged, verdict: 'unknown' } : judged;
}

/**
 * The verdict as far as a template allows one: `unknown` where what led to it may not be put out, or not at once, or
 * where the template puts in directives that nothing is known of.
 */
export function settled(judged: JudgedPlace): JudgedPlace {
  const { place, verdict, anonymous, valid, invalid } = judged;
  if (verdict === 'works' || verdict === 'unknown' || verdict === 'depends' || verdict === 'no-start') return judged;
  const spans: Span[] = [];
  const note = (where: Where | null): void => {
    if (where !== null && isSpan(where) && where.source.template) spans.push(where);
  };
  note(place.where);
  for (const { because } of [anonymous, valid, invalid]) for (const { where } of because) note(where);
  if (spans.length === 0) return judged;
  const chain = verdict === 'open' || valid.status === 'pass' ? anonymous.because : valid.because;
  const last = chain.at(-1)?.where;
  const doubtful =
    !together(spans) || (last && isSpan(last) && isDoubtful(last)) || spans.some(({ source }) => putsInLines(source));
  return doubtful ? { ...judged, verdict: 'unknown' } : judged;
}

function isSpan(where: Where): where is Span {
  return 'source' in where;
}

const line = new RegExp(`^[ \\t]*(?:\\$\\{)?${hole}`, 'm');

/** Whether a template puts in whole lines, which may be directives. */
const putsInLines = oncePer(({ text }: Source) => line.test(text));
