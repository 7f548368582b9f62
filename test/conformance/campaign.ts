import { requestOf } from '../../src/predict/request.ts';
import { type Comparison, compare } from '../recorded.ts';
import type { Setup } from './case.ts';
import { predictorOf } from './fixtures.ts';
import { observe, releaseOf } from './server.ts';

/** Holds the prediction for one configuration against what the real server answers. */
export async function judged(id: string, setup: Setup): Promise<Comparison & { readonly refused: string | null }> {
  const predictor = await predictorOf(setup, releaseOf(setup.server));
  const endless: string[] = [];
  const requests = setup.requests.filter((request) => {
    const { status, because } = predictor.answer(requestOf(request));
    const { code, message } = because.at(-1) ?? {};
    const circle = status === 'unknown' && code === 'nginx-redirection-cycle';
    if (circle) endless.push(`${id}: ${request.host ?? ''} ${request.path}: ${message}`);
    return !circle;
  });
  // a circle inside a circle keeps the server from answering anybody else
  const { observed } = await observe({ ...setup, requests });
  const refused = observed.start === 'refused' ? (observed.start_error ?? '') : null;
  const compared = compare({ id, requests, observed }, predictor);
  return { ...compared, unknown: [...compared.unknown, ...(refused === null ? endless : [])], refused };
}
