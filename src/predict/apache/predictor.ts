import type { Platform } from '../../catalog/platforms.ts';
import type { FileHost } from '../../host/host.ts';
import type { ApacheConfig, Htaccess } from '../../model/apache/config.ts';
import { Listeners } from '../../model/apache/listeners.ts';
import { usualModules } from '../../model/apache/modules.ts';
import { readApacheConfig } from '../../model/apache/read-config.ts';
import { readServers, type Server } from '../../model/apache/servers.ts';
import { Accounts, Worker } from '../../model/permissions.ts';
import { once } from '../../once.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Source, Span } from '../../text/source.ts';
import type { Answer, Place, Predictor, Reason, ServerRequest, StartError } from '../answer.ts';
import { Answers, doorKey } from '../door.ts';
import { AccessFiles } from './access-files.ts';
import { arrive } from './arrival.ts';
import { Errands } from './errands.ts';
import { errorDocument } from './error-document.ts';
import { type Exchange, Guesses, mappedFor, reason, type Site, Unseen } from './exchange.ts';
import type { ApacheFacts } from './facts.ts';
import { Levels } from './levels.ts';
import { everything } from './meaning.ts';
import { findPlaces, type PlaceSource } from './places.ts';
import { approach, isMissing, mapWholly, runRequest, runSubrequest } from './process.ts';
import { providerAliases } from './provider-aliases.ts';
import type { ApacheReasonCode } from './reasons.ts';

export interface ApacheOptions {
  /** ServerRoot as given on the command line; the text's own beats it. */
  readonly serverRoot?: string;
  readonly platform?: Platform;
  readonly defines?: Readonly<Record<string, string>>;
  /** The file is a part of a configuration. */
  readonly fragment?: boolean;
  /** Modules of the running server by C name: all of them, and those that no line loads. */
  readonly running?: { readonly all: ReadonlySet<string>; readonly builtIn: ReadonlySet<string> } | null;
}

/** A loaded httpd configuration: answers requests, and tells rules what it read. */
export interface ApachePredictor extends Predictor {
  readonly config: ApacheConfig;
  readonly servers: readonly Server[];
  /** All that was read: the configuration's files, and the .htaccess files met so far. */
  readonly sources: readonly Source[];
  /** As the server takes them; those of .htaccess files follow. */
  readonly directives: readonly Directive[];
  /** What rules know beyond the directives. */
  readonly facts: ApacheFacts;
  /** The .htaccess files read so far. */
  htaccessFiles(): readonly Htaccess[];
}

/** How many guesses about things unseen are tried both ways before the answer is `unknown`. */
const guessLimit = 5;

/** How many requests' mappings are remembered: the logins tried at one place, and its doors, come one after another. */
const mappingLimit = 64;

function unseenReason({ what, message, span }: ApacheConfig['unseen'][number]): Reason {
  return reason(`apache-${what}-unseen`, message, span);
}

/** Guesses that all come out as no. */
function falseGuesses(): Guesses {
  return new Guesses(new Array<boolean>(guessLimit).fill(false));
}

/** Loads httpd's configuration from its main file. */
export function loadApache(host: FileHost, mainPath: string, options: ApacheOptions = {}): ApachePredictor {
  return new Loaded(host, mainPath, options);
}

class Loaded implements ApachePredictor {
  readonly server = 'apache' as const;
  readonly config: ApacheConfig;
  readonly servers: readonly Server[];
  readonly starts: Predictor['starts'];
  readonly startErrors: readonly StartError[];
  readonly #fragment: boolean;
  readonly #answers = new Answers();
  readonly #mappings = new Map<string, Exchange>();
  /** Together, as long as no more .htaccess files are read. */
  #directives: { readonly read: number; readonly list: readonly Directive[] } | null = null;
  readonly #site: Site;
  readonly #listeners: Listeners;
  readonly #accessFiles: AccessFiles;

  constructor(host: FileHost, mainPath: string, options: ApacheOptions) {
    const config = readApacheConfig(host, mainPath, {
      ...(options.serverRoot === undefined ? {} : { serverRoot: options.serverRoot }),
      ...(options.defines === undefined ? {} : { defines: options.defines }),
      ...(options.fragment === undefined ? {} : { fragment: options.fragment }),
      // a whole configuration says itself what is loaded
      ...(options.running &&
        (options.fragment ? { modules: options.running.all } : { builtIn: options.running.builtIn })),
    });
    this.config = config;
    this.#fragment = options.fragment ?? false;
    const { authn, authz } = providerAliases(config);
    this.servers = readServers(config, host);
    this.#listeners = new Listeners(config, this.servers);
    this.#accessFiles = new AccessFiles(host, config);
    const accounts = new Accounts(host);
    const last = (name: string): string | null =>
      config.directives.findLast((one) => one.name.toLowerCase() === name)?.args[0]?.value ?? null;
    const user = last('user') ?? '#-1';
    const group = last('group') ?? '#-1';
    const gids = [accounts.groupId(group), ...accounts.groupsOf(user)].filter((id) => id !== null);
    this.#site = {
      host,
      config,
      platform: options.platform ?? 'glibc',
      standardRoot: options.fragment ? '' : '/usr/local/apache2/htdocs',
      worker: new Worker(host, accounts.userId(user), gids),
      accounts,
      // the rest of the configuration is likely to begin with AllowOverride None, as those of distributions do
      levels: new Levels(
        this.#fragment || config.unseen.some(({ what }) => what === 'include') ? 'ignored' : 'forbidden',
      ),
      authnAliases: authn,
      authzAliases: authz,
      has: (module) => (config.modules ?? usualModules).has(module),
      subrequest: runSubrequest,
      htaccess: (path, override) => this.#accessFiles.read(path, override),
    };
    this.startErrors = config.startProblems.map(({ code, message, span }) => ({
      code: code as ApacheReasonCode,
      message,
      where: span,
    }));
    const open = config.unseen.some(({ what, span }) => what !== 'variable' || !harmless(span));
    this.starts = this.startErrors.length > 0 ? 'no' : open ? 'unknown' : 'yes';
  }

  get sources(): readonly Source[] {
    return [...new Set([...this.config.sources, ...this.htaccessFiles().map(({ source }) => source)])];
  }

  get directives(): readonly Directive[] {
    const { files } = this.#accessFiles;
    const read = files.size;
    if (this.#directives?.read === read) return this.#directives.list;
    const list = [...this.config.directives];
    for (const { directives } of files.values()) for (const one of directives) list.push(one);
    this.#directives = { read, list };
    return list;
  }

  get unseen(): readonly Reason[] {
    return [...this.config.unseen, ...this.htaccessFiles().flatMap(({ unseen }) => unseen)].map(unseenReason);
  }

  htaccessFiles(): readonly Htaccess[] {
    return [...this.#accessFiles.files.values()];
  }

  places(): readonly Place[] {
    return this.#found().places;
  }

  get facts(): ApacheFacts {
    const { modules, serverRoot, guards, unmetIncludes } = this.config;
    let made: Errands | null = null;
    const errands = (): Errands => {
      const { places, tree } = this.#found();
      made ??= new Errands(this.#placeSource, tree, places);
      return made;
    };
    return {
      modules,
      serverRoot,
      servers: this.servers,
      htaccess: () => this.htaccessFiles(),
      guards,
      unmetIncludes,
      exposedFiles: once(() => errands().exposedFiles()),
      statusPages: once(() => errands().statusPages()),
      roots: once(() => errands().roots()),
      proxied: once(() => errands().proxied()),
      publicCalls: (kind) => errands().publicCalls(kind),
    };
  }

  #found = once(() => findPlaces(this.#placeSource));

  get #placeSource(): PlaceSource {
    return {
      site: this.#site,
      servers: this.servers,
      fragment: this.#fragment,
      map: (request) => this.#map(request),
      htaccess: (path) => {
        const read = this.#accessFiles.read(path, everything);
        return read === 'missing' ? null : read;
      },
      answer: (request) => this.answer(request),
      begin: (request) => this.#mapAlone(request),
      finish: (exchange) => this.#finishAlone(exchange),
      portOf: (server) => this.#listeners.portOf(server),
      endOf: (request) => this.#endOf(request),
    };
  }

  /** What rewriting makes of a request in the end; null: it cannot be told. */
  #endOf(request: ServerRequest): Exchange | null {
    if (this.starts === 'no') return null;
    const exchange = arrive(this.#site, this.#listeners, request, falseGuesses());
    if ('status' in exchange) return null;
    try {
      return runRequest(exchange).last;
    } catch (error) {
      if (error instanceof Unseen) return null;
      throw error;
    }
  }

  /** A request with all its settings, as far as that can be told; it is only to be looked at. */
  #map(request: ServerRequest): Exchange | null {
    try {
      const guesses = falseGuesses();
      const door = doorKey(request);
      const exchange = this.#known(door) ?? this.#mapped(request, door, guesses);
      return 'status' in exchange || exchange.mapping !== 'mapped' ? null : exchange;
    } catch (error) {
      if (error instanceof Unseen) return null;
      throw error;
    }
  }

  #known(door: string | null): Exchange | null {
    return (door !== null && this.#mappings.get(door)) || null;
  }

  /** A request mapped to its settings, or its answer; one mapping serves every login where none was looked at. */
  #mapped(request: ServerRequest, door: string | null, guesses: Guesses): Exchange | Answer {
    const exchange = arrive(this.#site, this.#listeners, request, guesses);
    if ('status' in exchange) return exchange;
    exchange.mapping = mapWholly(exchange);
    const always = exchange.mapping === 'mapped' && guesses.reasons.length === 0 && !guesses.askedLogin;
    if (door !== null && always && exchange.parts.earlyAuthorization === null) {
      if (this.#mappings.size >= mappingLimit) this.#mappings.clear();
      this.#mappings.set(door, exchange);
    }
    return exchange;
  }

  answer(request: ServerRequest): Answer {
    const door = doorKey(request);
    return this.#unknown() ?? this.#answers.give(request, door, () => this.#exchanged(request, door));
  }

  answerOnce(request: ServerRequest): Answer {
    return this.#unknown() ?? this.#exchanged(request, null);
  }

  /** The answer to every request, where nothing is known of any. */
  readonly #unknown = once((): Answer | null => {
    const limit = this.config.unseen.find(({ what }) => what === 'limit');
    if (this.starts !== 'no' && !limit) return null;
    const why = this.starts === 'no' ? this.startErrors[0]! : unseenReason(limit!);
    return { status: 'unknown', wwwAuthenticate: null, because: [why] };
  });

  /** A Digest client sends its login only where it is asked for one. */
  #exchanged(request: ServerRequest, door: string | null): Answer {
    if (request.credentials?.scheme === 'digest' && !request.headers.has('authorization')) {
      const first = this.#explore({ ...request, credentials: null }, door, []);
      if (first.status !== 401 || !first.wwwAuthenticate?.startsWith('Digest ')) return first;
    }
    return this.#explore(request, door, []);
  }

  /** Answers under guesses; where a guess is missing, both are tried and must agree. */
  #explore(request: ServerRequest, door: string | null, taken: readonly boolean[]): Answer {
    const guesses = new Guesses(taken);
    try {
      return this.#once(request, door, guesses);
    } catch (error) {
      if (!(error instanceof Unseen)) throw error;
      const guessed = guesses.reasons.length > taken.length;
      const unknown: Answer = { status: 'unknown', wwwAuthenticate: null, because: [error.reason] };
      if (!guessed || taken.length >= guessLimit) return unknown;
      const yes = this.#explore(request, door, [...taken, true]);
      const no = this.#explore(request, door, [...taken, false]);
      const same = yes.status === no.status && yes.wwwAuthenticate === no.wwwAuthenticate;
      return same ? no : unknown;
    }
  }

  #once(request: ServerRequest, door: string | null, guesses: Guesses): Answer {
    const known = this.#known(door);
    const mapped = known ?? this.#mapped(request, door, guesses);
    if ('status' in mapped) return mapped;
    const kept = door !== null && this.#known(door) === mapped;
    // a request that is new may have lost its login on the way
    const exchange = kept ? mappedFor(mapped, known ? request : mapped.request, guesses) : mapped;
    if (kept && exchange.approach === undefined) {
      approach(exchange);
      // what is the same for every login is done once
      if (guesses.reasons.length === 0 && !guesses.askedLogin)
        this.#mappings.set(door, mappedFor(exchange, request, guesses));
    }
    return finish(exchange);
  }

  /** A request mapped without a look at what is remembered, and without a guess. */
  #mapAlone(request: ServerRequest): Exchange | null {
    try {
      const exchange = arrive(this.#site, this.#listeners, request, new Guesses([]));
      if ('status' in exchange) return null;
      exchange.mapping = mapWholly(exchange);
      return exchange.mapping === 'mapped' ? exchange : null;
    } catch (error) {
      if (error instanceof Unseen) return null;
      throw error;
    }
  }

  /** The answer to a request that was mapped alone; under guesses where one is needed. */
  #finishAlone(exchange: Exchange): Answer {
    try {
      return finish(exchange);
    } catch (error) {
      if (error instanceof Unseen) return this.answer(exchange.request);
      throw error;
    }
  }
}

/** The answer to a request that is mapped. */
function finish(exchange: Exchange): Answer {
  const { status: ended, last } = runRequest(exchange);
  const answer = (status: Answer['status'], challenge: string | null, why?: Reason): Answer => {
    // a list of its own, as a list that has grown has room for more
    const because = why ? [...exchange.because, why] : exchange.because.slice();
    return { status, wwwAuthenticate: challenge, because };
  };
  if (ended === null && last.pendingStatus !== null) {
    const why = reason('apache-rewrite-status', 'a RewriteRule has set the status of the content', null);
    return answer(last.pendingStatus, null, why);
  }
  if (ended === null && isMissing(last)) {
    const page = errorDocument(last, 404);
    if (page.status !== 404) return answer(page.status, page.challenge);
  }
  if (ended === null) return answer('pass', null, passed);
  const { status, challenge } = errorDocument(last, ended);
  if (challenge === null || !/[\x00-\x08\x0a-\x1f\x7f]/.test(challenge)) return answer(status, challenge);
  const why = reason(
    'apache-authname-invalid',
    'AuthName has a control character, which no header may hold',
    last.settings.authn?.name?.origin ?? null,
  );
  return answer(500, null, why);
}

const passed = reason('apache-pass', 'the request is let through to content', null);

/** Directives in which a variable that is not set keeps no server from starting. */
const lenient =
  /^\s*(auth\w*|require|errordocument|header|requestheader|setenv\w*|rewrite(cond|rule)|redirect\w*|server(admin|name|alias))\s/i;

function harmless({ source, start }: Span): boolean {
  return lenient.test(source.line(source.lineOf(start)));
}
