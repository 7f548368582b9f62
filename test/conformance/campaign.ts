import { loadConfiguration } from '../../src/load.ts';
import { type Comparison, compare } from '../recorded.ts';
import type { Setup } from './case.ts';
import { inMemory } from './layout.ts';
import { observe } from './server.ts';

const memoryRoot = '/srv/case';

/** Holds the prediction for one configuration against what the real server answers. */
export async function judged(id: string, setup: Setup): Promise<Comparison & { readonly refused: boolean }> {
  const prefix = setup.server === 'nginx' ? memoryRoot : undefined;
  const host = inMemory(setup.files, memoryRoot, 8080);
  const { predictor } = loadConfiguration(host, setup.server, `${memoryRoot}/${setup.entry}`, {
    fragment: false,
    prefix,
  });
  const { observed } = await observe(setup);
  const refused = observed.start === 'refused';
  return { ...compare({ id, files: {}, entry: setup.entry, requests: setup.requests, observed }, predictor), refused };
}
