import type { ServerName } from '../../src/predict/answer.ts';
import type { Setup } from './case.ts';
import { randomNginx } from './random-nginx.ts';

/** Whole configurations by seed, for each server. */
export const generators: Readonly<Record<Extract<ServerName, 'nginx'>, (seed: number) => Setup>> = {
  nginx: randomNginx,
};
