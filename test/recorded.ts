import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Predictor, ServerName } from '../src/predict/answer.ts';
import { requestOf } from '../src/predict/request.ts';
import type { Observed, Setup } from './conformance/case.ts';

/** Answers of the real servers, recorded as small cases; the folder may stand beside the checkout. */
interface RecordedCase extends Omit<Setup, 'server'> {
  readonly id: string;
  readonly observed: Observed;
}

const folder = process.env.AUTHLINT_CASES ?? join(import.meta.dirname, '../../shared/cases');

/** All recorded cases of a server; empty where the folder is not there. */
export function recordedCases(server: ServerName): RecordedCase[] {
  const at = join(folder, server);
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const read = JSON.parse(readFileSync(join(at, name), 'utf8')) as RecordedCase | RecordedCase[];
      return Array.isArray(read) ? read : [read];
    });
}

/** Statuses that only a refusal gives: no content of a case has them. */
const refusals = new Set([0, 401, 403, 500]);

export interface Comparison {
  readonly wrong: string[];
  readonly unknown: string[];
  readonly right: number;
}

/** Holds a predictor's answers against the recorded ones, answer by answer. */
export function compare(
  recorded: Pick<RecordedCase, 'id' | 'requests' | 'observed'>,
  predictor: Predictor,
): Comparison {
  const wrong: string[] = [];
  const unknown: string[] = [];
  let right = 0;
  const starts = predictor.starts !== 'no';
  if (starts !== (recorded.observed.start === 'ok')) {
    wrong.push(
      `${recorded.id}: start ${recorded.observed.start} (${recorded.observed.start_error}), predicted ${predictor.starts} (${predictor.startErrors[0]?.message})`,
    );
    return { wrong, unknown, right };
  }
  right++;
  if (!starts) return { wrong, unknown, right };
  for (const [index, { status, www_authenticate: challenge }] of recorded.observed.responses.entries()) {
    const given = recorded.requests[index]!;
    const request = requestOf(given);
    const answer = predictor.answer(request);
    const said = `${recorded.id}: ${given.host ?? ''} ${given.method ?? 'GET'} ${given.path} ${given.user ?? '-'} ${JSON.stringify(given.headers ?? {})}`;
    const once = predictor.answerOnce(request);
    if (inShort(once) !== inShort(answer)) wrong.push(`${said}: asked once ${inShort(once)}, else ${inShort(answer)}`);
    if (answer.status === 'unknown') unknown.push(`${said}: ${answer.because.at(-1)?.message}`);
    else if (!agrees(answer, status, challenge)) {
      wrong.push(
        `${said}: server ${status} ${challenge}, predicted ${answer.status} ${answer.wwwAuthenticate} (${answer.because.map(({ code }) => code).join(' ')})`,
      );
    } else right++;
  }
  return { wrong, unknown, right };
}

function inShort({ status, wwwAuthenticate, because }: Answer): string {
  return JSON.stringify([status, wwwAuthenticate, because.map(({ code, message }) => [code, message])]);
}

function agrees(answer: Answer, status: number, challenge: string | null): boolean {
  const same = answer.status === 'pass' ? !refusals.has(status) : answer.status === status;
  if (!same) return false;
  if (answer.status === 'pass') return true;
  return withoutNonce(answer.wwwAuthenticate) === withoutNonce(challenge);
}

function withoutNonce(challenge: string | null): string | null {
  return challenge?.replace(/ nonce="[^"]*",/g, '') ?? null;
}
