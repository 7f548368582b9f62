import { type Comparison, compare } from '../recorded.ts';
import type { Setup } from './case.ts';
import { predictorOf } from './fixtures.ts';
import { observe } from './server.ts';

/** Holds the prediction for one configuration against what the real server answers. */
export async function judged(id: string, setup: Setup): Promise<Comparison & { readonly refused: string | null }> {
  const predictor = await predictorOf(setup);
  const { observed } = await observe(setup);
  const refused = observed.start === 'refused' ? (observed.start_error ?? '') : null;
  return { ...compare({ id, files: {}, entry: setup.entry, requests: setup.requests, observed }, predictor), refused };
}
