import type { ApacheCommand } from '../../catalog/apache.ts';
import type { ApacheDirective } from '../../syntax/apache-directive.ts';
import type { Checking, Complaint } from './check.ts';
import type { Place } from './place.ts';
import {
  GLOBAL_ONLY,
  NOT_IN_DIR_CONTEXT,
  NOT_IN_DIRECTORY,
  NOT_IN_FILES,
  NOT_IN_HTACCESS,
  NOT_IN_LOCATION,
} from './place.ts';
import { accessValues } from './values-access.ts';
import { authValues } from './values-auth.ts';
import { coreValues } from './values-core.ts';
import { mappingValues } from './values-mapping.ts';
import { rewriteValues } from './values-rewrite.ts';
import { serverValues } from './values-server.ts';

/**
 * What a directive's own handler finds wrong with its arguments, split for its form (RAW_ARGS: the whole text as one);
 * null: it is content.
 */
export type ValueCheck = (
  args: readonly string[],
  directive: ApacheDirective,
  place: Place,
  checking: Checking,
  command: ApacheCommand,
) => Complaint | null;

/** By lower-case name. */
export const values: ReadonlyMap<string, ValueCheck> = new Map<string, ValueCheck>([
  ...Object.entries(coreValues),
  ...Object.entries(authValues),
  ...Object.entries(accessValues),
  ...Object.entries(mappingValues),
  ...Object.entries(rewriteValues),
  ...Object.entries(serverValues),
]);

const places: readonly (readonly [number, string])[] = [
  [
    NOT_IN_DIR_CONTEXT,
    'accessfilename documentroot protocol serveradmin errorlog servername timeout serverpath limitrequestline ' +
      'limitrequestfieldsize limitrequestfields protocols protocolshonororder aliasmatch scriptaliasmatch ' +
      'keepalive keepalivetimeout maxkeepaliverequests suexecusergroup',
  ],
  [
    GLOBAL_ONLY,
    'regexdefaultoptions acceptfilter servertokens registerhttpmethod listen listenbacklog listencoresbucketsratio ' +
      'sendbuffersize receivebuffersize pidfile maxconnectionsperchild maxrequestsperchild coredumpdirectory ' +
      'maxmemfree threadstacksize startservers minsparethreads maxsparethreads minspareservers maxspareservers ' +
      'maxrequestworkers maxclients threadsperchild serverlimit threadlimit asyncrequestworkerfactor scoreboardfile ' +
      'user group chrootdir suexec watchdoginterval authnsocacheenable authnfcgidefineprovider ' +
      'ldapsharedcachesize ldapsharedcachefile ldapcacheentries ldapcachettl ldapopcacheentries ldapopcachettl ' +
      'bufferedlogs scriptsock extendedstatus seerequesttail globallog mutex',
  ],
  [NOT_IN_HTACCESS, 'allowoverride allowoverridelist authdbduserpwquery authdbduserrealmquery'],
  [NOT_IN_DIRECTORY | NOT_IN_FILES, 'proxypass proxypassmatch'],
  [NOT_IN_LOCATION, 'multiviewsmatch'],
];

/** Places that directives refuse by themselves, beyond what their table entry says; by lower-case name. */
export const forbiddenPlaces: ReadonlyMap<string, number> = new Map(
  places.flatMap(([bits, names]) => names.split(' ').map((name) => [name, bits] as const)),
);
