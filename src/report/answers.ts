import type { Answer, Predictor, Reason } from '../predict/answer.ts';
import { locate } from '../text/source.ts';
import { reasonEntry } from './document.ts';

/** The stable JSON contract of `predict`, in pieces: each answer is worked out when its turn comes, and not kept. */
export function* answerPieces(predictor: Predictor, config: string, answers: Iterable<Answer>): Iterable<string> {
  const first = predictor.startErrors[0];
  const at = first?.where ? locate(first.where) : null;
  const head = JSON.stringify({
    version: 1,
    server: predictor.server,
    config,
    starts: predictor.starts,
    startError: first
      ? { message: first.message, file: at?.file ?? null, line: at?.line ?? null, column: at?.column ?? null }
      : null,
  });
  yield `${head.slice(0, -1)},"answers":[`;
  const texts = new ReasonTexts();
  let comma = '';
  for (const { status, wwwAuthenticate, because } of answers) {
    const number = typeof status === 'number' ? status : `"${status}"`;
    // a header is bytes: as an HTTP client shows them
    const challenge = wwwAuthenticate === null ? null : JSON.stringify(wwwAuthenticate);
    let reasons = '';
    for (const one of because) reasons += (reasons && ',') + texts.of(one);
    yield `${comma}{"status":${number},"wwwAuthenticate":${challenge},"because":[${reasons}]}`;
    comma = ',';
  }
  yield ']}\n';
}

/** Places whose reasons are remembered. */
const placeLimit = 10_000;

/** Reasons as JSON: the last one of each place is remembered, as requests meet the same few again and again. */
class ReasonTexts {
  readonly #last = new Map<Reason['where'], { readonly reason: Reason; readonly text: string }>();

  of(reason: Reason): string {
    const known = this.#last.get(reason.where);
    if (known && known.reason.code === reason.code && known.reason.message === reason.message) return known.text;
    const text = JSON.stringify(reasonEntry(reason));
    if (this.#last.size >= placeLimit) this.#last.clear();
    this.#last.set(reason.where, { reason, text });
    return text;
  }
}
