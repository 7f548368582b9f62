import type { ServerName } from '../../src/predict/answer.ts';
import type { Setup } from './case.ts';
import { randomApache } from './random-apache.ts';
import { randomNginx } from './random-nginx.ts';

/** Whole configurations by seed, for each server. */
export const generators: Readonly<Record<ServerName, (seed: number) => Setup>> = {
  apache: randomApache,
  nginx: randomNginx,
};
