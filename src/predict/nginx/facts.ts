import type { NginxConfig } from '../../model/nginx/config.ts';

/** What rules may know of an nginx beyond its places. Lists are made when they are first asked for. */
export interface NginxFacts {
  readonly config: NginxConfig;
}
