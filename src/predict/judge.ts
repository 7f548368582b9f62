import { RIGHT_PASSWORD, WRONG_PASSWORD } from '../hash/password.ts';
import type { Answer, Place, Predictor, ServerRequest } from './answer.ts';

export type Verdict =
  | 'works'
  | 'locked-out'
  | 'forbidden'
  | 'broken'
  | 'no-start'
  | 'open'
  | 'depends'
  | 'unknown';

/** A protected place with what the server answers to no login, a right password and a wrong one. */
export interface JudgedPlace {
  readonly place: Place;
  readonly verdict: Verdict;
  readonly anonymous: Answer;
  readonly valid: Answer;
  readonly invalid: Answer;
}
