import type { Platform } from '../../catalog/platforms.ts';
import type { FileHost, FileStat } from '../../host/host.ts';
import type { ApacheConfig, Htaccess, Override } from '../../model/apache/config.ts';
import type { PathSection } from '../../model/apache/section-index.ts';
import type { ServerParts } from '../../model/apache/server-parts.ts';
import type { Server } from '../../model/apache/servers.ts';
import type { IfSection, Settings } from '../../model/apache/settings.ts';
import type { Accounts, Worker } from '../../model/permissions.ts';
import type { Directive } from '../../syntax/tree.ts';
import { sameStart, type Where } from '../../text/source.ts';
import type { Reason, ServerRequest } from '../answer.ts';
import type { Levels } from './levels.ts';
import type { ApacheReasonCode } from './reasons.ts';

/** What all requests share: the configuration, the files, and what was read of them. */
export interface Site {
  readonly host: FileHost;
  readonly config: ApacheConfig;
  readonly platform: Platform;
  /** Where URLs lead while no DocumentRoot is given; '' in a fragment: file paths are taken as URLs. */
  readonly standardRoot: string;
  readonly worker: Worker;
  readonly accounts: Accounts;
  readonly levels: Levels;
  readonly authnAliases: ReadonlyMap<string, ProviderAlias>;
  readonly authzAliases: ReadonlyMap<string, AuthzAlias>;
  has(module: string): boolean;
  /** Whether a subrequest for a URL (`U`) or a file (`F`) would be let through. */
  subrequest(exchange: Exchange, test: 'F' | 'U', path: string): boolean;
  /** A .htaccess file under an override, or why there is none. */
  htaccess(path: string, override: Override): { readonly file: Htaccess; readonly settings: Settings } | 'missing';
}

export interface ProviderAlias {
  readonly provider: string;
  readonly settings: Settings;
}

export interface AuthzAlias extends ProviderAlias {
  readonly arguments: string;
}

/** Stops a request whose answer hangs on something that cannot be seen. No Error: nobody reads its stack, which is dear. */
export class Unseen {
  readonly reason: Reason;

  constructor(reason: Reason) {
    this.reason = reason;
  }
}

/** A guess that the answer may not hang on: each is tried both ways. */
export class Guesses {
  readonly #taken: readonly boolean[];
  #at = 0;
  readonly reasons: Reason[] = [];
  /** Whether the Authorization header was looked at. */
  askedLogin = false;

  constructor(taken: readonly boolean[]) {
    this.#taken = taken;
  }

  guess(reason: Reason): boolean {
    this.reasons.push(reason);
    const value = this.#taken[this.#at++];
    if (value === undefined) throw new Unseen(reason);
    return value;
  }
}

/** One request, or one subrequest or internal redirect of it, on its way through the phases (request_rec). */
export interface Exchange {
  readonly site: Site;
  readonly request: ServerRequest;
  readonly server: Server;
  readonly parts: ServerParts;
  readonly guesses: Guesses;
  readonly because: Reason[];
  /** Address of whoever the connection is with: a proxy where the request is sent on. */
  readonly peer: string;
  readonly address: readonly number[] | null;
  readonly hostName: string;
  readonly port: number;
  readonly method: string;
  readonly methodNumber: number;
  /** Decoded and normalized. */
  uri: string;
  /** As on the request line, still escaped. */
  readonly rawPath: string;
  query: string | null;
  /** Null where the request is mapped to no file (a proxy). */
  filename: string | null;
  proxy: string | null;
  pathInfo: string;
  file: FileStat | 'none' | 'unseen';
  settings: Settings;
  user: string | null;
  authType: string | null;
  handler: string | null;
  /** Changed by `setVariable` alone: requests share it until one of them changes it. */
  environment: ReadonlyMap<string, string>;
  ownsEnvironment: boolean;
  /** Document root and prefix of an Alias, for mod_rewrite. */
  context: { readonly prefix: string; readonly root: string } | null;
  /** The request that this one is a subrequest of, or was redirected from. */
  readonly main: Exchange | null;
  readonly previous: Exchange | null;
  /** The END flag was met. */
  rewriteEnded: boolean;
  challenge: string | null;
  /** A status that a rule has set and a later rule's path has not used up: content goes out under it. */
  pendingStatus: number | null;
  readonly depth: number;
  /** What each look at `<If>` sections found, in order. */
  ifWalks: readonly IfWalk[];
  /** What the walk to its folder has merged, where patterns or wildcards of `<Directory>` may tell files apart. */
  walked?: { readonly folder: string; readonly merged: Settings | null } | undefined;
  /** The `<Location>` sections found last, and for which URL. */
  located?: { readonly uri: string; readonly sections: readonly PathSection[] } | undefined;
  /** How mapping it to its settings ended; undefined: that is still to come. */
  mapping?: Ended | null | 'mapped' | undefined;
  /** What came of all that is looked at before a login; null: let in without one; undefined: that is still to come. */
  approach?: Ended | null | 'login' | undefined;
}

/** A request's mapping for another login at the same door. */
export function mappedFor(exchange: Exchange, request: ServerRequest, guesses: Guesses): Exchange {
  exchange.ownsEnvironment = false;
  return { ...exchange, request, guesses, because: [...exchange.because] };
}

export const noVariables: ReadonlyMap<string, string> = new Map();

/** Sets a variable of a request's environment; null takes it away. */
export function setVariable(exchange: Exchange, name: string, value: string | null): void {
  if (!exchange.ownsEnvironment) {
    exchange.environment = new Map(exchange.environment);
    exchange.ownsEnvironment = true;
  }
  const own = exchange.environment as Map<string, string>;
  if (value === null) own.delete(name);
  else own.set(name, value);
}

/** Whether an `<If>` section, told by its opening line, has held for a request. */
export function hasHeld({ ifWalks }: Exchange, section: Directive): boolean {
  return ifWalks.some(({ matched }) => matched.some(({ origin }) => sameStart(origin, section)));
}

/** One call of ap_if_walk_sub: what it started from, which sections held, what came of it. */
export interface IfWalk {
  readonly base: Settings;
  readonly matched: readonly IfSection[];
  readonly result: Settings;
}

/** A decision to end: the status, and in `because` the reason. */
export type Ended = number;

export function reason(code: ApacheReasonCode, message: string, where: Where | null): Reason {
  return { code, message, where };
}

/** Notes why and gives the status back. */
export function end(exchange: Exchange, status: number, why: Reason): Ended {
  exchange.because.push(why);
  return status;
}
