import type { ServerName } from '../../src/predict/answer.ts';
import { type Comparison, compare } from '../recorded.ts';
import type { Setup } from './case.ts';
import { predictorOf } from './fixtures.ts';
import { observe, releaseOf } from './server.ts';

const releases = new Map<ServerName, string | undefined>();

function release(server: ServerName): string | undefined {
  if (!releases.has(server)) releases.set(server, releaseOf(server));
  return releases.get(server);
}

/** Holds the prediction for one configuration against what the real server answers. */
export async function judged(id: string, setup: Setup): Promise<Comparison & { readonly refused: string | null }> {
  const predictor = await predictorOf(setup, release(setup.server));
  const { observed } = await observe(setup);
  const refused = observed.start === 'refused' ? (observed.start_error ?? '') : null;
  return { ...compare({ id, files: {}, entry: setup.entry, requests: setup.requests, observed }, predictor), refused };
}
