import type { NginxConfig } from '../../model/nginx/config.ts';
import type { SecondDoor } from './doors.ts';

/** What rules may know of an nginx beyond its places. Lists are made when they are first asked for. */
export interface NginxFacts {
  readonly config: NginxConfig;
  /** Locations that give a stranger what others ask a login for; empty where nginx does not start. */
  readonly secondDoors: readonly SecondDoor[];
}
