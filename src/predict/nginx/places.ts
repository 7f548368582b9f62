import { WRONG_PASSWORD } from '../../hash/password.ts';
import { absent, type FileHost } from '../../host/host.ts';
import { isExempt } from '../../model/nginx/access.ts';
import type { LocationConf, NginxConfig, ServerConf, Setting, Settings } from '../../model/nginx/config.ts';
import type { Value } from '../../model/nginx/value.ts';
import { openPasswordFile } from '../../syntax/passwords.ts';
import type { Directive } from '../../syntax/tree.ts';
import { decode } from '../../text/bytes.ts';
import { withoutHoles } from '../../text/template.ts';
import type { Answer, Place, ServerRequest } from '../answer.ts';
import { somebody } from '../judge.ts';
import { decidingVisitors, isAsked, type Visitor, visitorsFor } from './choices.ts';
import { findLocation } from './choose.ts';
import { leadsTo, pathInto } from './paths.ts';
import { type Trail, Unknown } from './request.ts';
import { nameOf, requestFor, samplesWith, unescaped } from './samples.ts';
import { Tracing } from './tracing.ts';
import { addressesFor, namesWithFiles } from './visitors.ts';
import { waysInto } from './ways.ts';

/** User names tried as the right login of a place. */
const usersTried = 50;

/** What places may ask of the predictor. */
export interface Asking {
  answer(request: ServerRequest): Answer;
  /** What of a login counts on the way of a request. */
  trailOf(request: ServerRequest): Trail;
}

/** The protected places of a configuration, each with a request that lands in it. */
export function nginxPlaces(config: NginxConfig, host: FileHost, asking: Asking): Place[] {
  const places = new Places(config, host, asking);
  for (const server of config.servers) places.addServer(server);
  return places.list;
}

/** A class, since a closure for the users of each of thousands of places takes more room than the rest of it. */
class NginxPlace implements Place {
  readonly id: string;
  readonly where: Place['where'];
  readonly target: string;
  readonly request: ServerRequest;
  readonly remotes: readonly string[];
  readonly #settings: Settings;
  readonly #places: Places;

  constructor({ id, where, target, request, remotes }: Omit<Place, 'users'>, settings: Settings, places: Places) {
    this.id = id;
    this.where = where;
    this.target = target;
    this.request = request;
    this.remotes = remotes;
    this.#settings = settings;
    this.#places = places;
  }

  users(): readonly string[] | null {
    return this.#places.loginsOf(this.#settings, this.request);
  }
}

class Places {
  readonly list: Place[] = [];
  readonly #config: NginxConfig;
  readonly #host: FileHost;
  readonly #users = new Map<string, readonly string[]>();
  /** Users of all files, for places whose login another place checks. */
  #anybody: readonly string[] | null = null;
  /** The places of the server at hand. */
  readonly #seen = new Set<string>();

  readonly #asking: Asking;

  constructor(config: NginxConfig, host: FileHost, asking: Asking) {
    this.#config = config;
    this.#host = host;
    this.#asking = asking;
  }

  addServer(server: ServerConf): void {
    this.#seen.clear();
    if (asks(server.level.settings) || saysLogin(server.level)) this.#add(server, server.level, pathOf(server), 'GET');
    if (server.saysAccess) this.#visit(server, server.level.locations);
  }

  /** An auth_request asks another place, whose users may be those of any file of the configuration. */
  loginsOf({ authRequest, userFile }: Settings, request: ServerRequest): readonly string[] | null {
    if (!authRequest?.value) return userFile ? this.#usersOf(userFile, request) : [];
    this.#anybody ??= [...new Set(userFilesOf(this.#config).flatMap((file) => this.#usersOf(file, null) ?? []))].slice(
      0,
      usersTried,
    );
    return this.#anybody.length > 0 ? this.#anybody : null;
  }

  /** Users of the file at a place, each file read once; null where its name cannot be told without the request, or hangs on the user. */
  #usersOf({ value }: Setting<Value>, request: ServerRequest | null): readonly string[] | null {
    const named = namesWithFiles(this.#config, this.#host, value, (variable) => variable === 'remote_user');
    if (named) return named;
    const path = value.parts ? request && this.#fileFor(request) : value.text;
    if (path === null) return null;
    let names = this.#users.get(path);
    if (!names) {
      const file = openPasswordFile(this.#host, path, 'nginx');
      names = absent(file) ? [] : file.users(usersTried);
      this.#users.set(path, names);
    }
    return names;
  }

  /** The password file that variables lead to for a request, whoever logs in; null: that cannot be told. */
  #fileFor(request: ServerRequest): string | null {
    const credentials = { scheme: 'basic', user: somebody, password: WRONG_PASSWORD } as const;
    const { file, named } = this.#asking.trailOf({ ...request, credentials });
    return named ? null : file;
  }

  #visit(server: ServerConf, locations: readonly LocationConf[]): void {
    for (let index = 0; index < locations.length; index++) {
      const location = locations[index]!;
      if (location.kind === 'named' || location.settings.internal?.value) {
        if (saysLogin(location)) this.#addInner(server, location);
      } else {
        if (saysLogin(location)) this.#add(server, location, pathInto(server, location), 'GET');
        const limited = location.limitExcept;
        if (limited && saysLogin(limited.location)) {
          const method = ['POST', 'DELETE', 'GET'].find((name) => !limited.methods.has(name)) ?? 'PATCH';
          this.#add(server, limited.location, pathInto(server, location), method);
        }
      }
      if (location.locations.length > 0) this.#visit(server, location.locations);
    }
  }

  /** A named or internal location, by the first request that is found to lead to it. */
  #addInner(server: ServerConf, location: LocationConf): void {
    const origin = directiveOf(location);
    const reaches = (request: ServerRequest): boolean =>
      this.#asking.answer(request).because.some(({ where }) => where === origin);
    for (const { path, tests } of waysInto(server, location)) {
      const plain = requestFor(server, path);
      if (tests === null || reaches(plain)) {
        this.#add(server, location, path, 'GET');
        return;
      }
      const tracing = new Tracing(this.#config, server.level.steps);
      for (const test of tests) tracing.condition(test);
      const visitor = visitorsFor(tracing, server, plain).find(({ request }) => reaches(request));
      if (visitor) {
        this.#put(server, location, visitor.request, shownFor(visitor, server, path));
        return;
      }
    }
  }

  #add(server: ServerConf, level: LocationConf, path: string | null, method: string): void {
    if (path === null) return;
    const plain = requestFor(server, path, method);
    const { realm, userFile } = level.settings;
    const varies = realm?.value.parts || userFile?.value.parts;
    const visitors = varies ? this.#askedAt(server, level, this.#byFile(server, level) ?? plain) : [];
    if (visitors.length === 0) this.#put(server, level, plain, `${nameOf(server) ?? ''}${decode(path)}`);
    for (const visitor of visitors) this.#put(server, level, visitor.request, shownFor(visitor, server, path));
  }

  /** A request for which a group of the location's pattern names a password file that is there; null: none does. */
  #byFile(server: ServerConf, level: LocationConf): ServerRequest | null {
    const { pattern, settings } = level;
    if (!pattern || !settings.userFile) return null;
    let group = '';
    const names = namesWithFiles(this.#config, this.#host, settings.userFile.value, (variable) => {
      group = variable;
      return /^[1-9]$/.test(variable) || [...pattern.names.values()].includes(variable);
    });
    for (const name of names ?? []) {
      const path = samplesWith(pattern, group, name).find((one) => leadsTo(server, one, level));
      if (path !== undefined) return requestFor(server, path);
    }
    return null;
  }

  /**
   * Visitors who are asked for a login that hangs on variables: a plain one, or one for another host, path or method
   * where that one is not asked; and one for each further password file that the variables lead to.
   */
  #askedAt(server: ServerConf, level: LocationConf, plain: ServerRequest): readonly Visitor[] {
    const { realm, userFile } = level.settings;
    if (!realm) return [];
    const all: readonly Visitor[] = [
      { kind: 'path', by: '', request: plain },
      ...decidingVisitors(this.#config, server, level, plain),
    ];
    const asked = all.filter(({ request }) => isAsked(this.#asking.answer(request), realm.origin));
    const first = asked.find(({ kind }) => kind === 'host' || kind === 'path' || kind === 'method');
    if (!first) return [];
    if (!userFile?.value.parts) return [first];
    const byFile = new Map([[this.#fileFor(first.request), first]]);
    for (const visitor of asked) {
      // a name that nobody gives the server needs no file of its own
      if (visitor.kind === 'other host') continue;
      const file = this.#fileFor(visitor.request);
      if (file !== null && !byFile.has(file)) byFile.set(file, visitor);
    }
    return [...byFile.values()];
  }

  #put(server: ServerConf, level: LocationConf, request: ServerRequest, written: string): void {
    const origin = directiveOf(level);
    // a server that is found by a pattern alone, for which no name is known
    if (server.names.length > 0 && server.names.every(({ pattern }) => pattern) && nameOf(server) === null) return;
    const { method } = request;
    const shown = withoutHoles(written);
    // joined: a template would leave a tree of its pieces for each place
    const id = [origin.source.display, ':', origin.source.lineOf(origin.start), ':', method, ' ', shown].join('');
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    const target = method === 'GET' ? shown : `${method} ${shown}`;
    const remotes = addressesFor(this.#config, server, level);
    this.list.push(new NginxPlace({ id, where: origin, target, request, remotes }, level.settings, this));
  }
}

/** What people call a place as one visitor comes to it. */
function shownFor({ kind, by, request }: Visitor, server: ServerConf, path: string): string {
  const host = kind === 'host' ? request.host : nameOf(server);
  const shown = `${host ?? ''}${decode(kind === 'path' ? unescaped(request.target) : path)}`;
  return kind === 'host' || kind === 'path' || kind === 'method' ? shown : `${shown} (${by})`;
}

/** A path at which the login of a whole server is asked for: not one that is answered before, or has a word of its own. */
export function pathOf(server: ServerConf): string {
  const inherits = (level: LocationConf): boolean =>
    asks(level.settings) && !saysLogin(level) && !level.settings.internal?.value && !isExempt(level);
  const isFit = (path: string): boolean => {
    try {
      const { level } = findLocation(server.level, path);
      return (level.kind === 'server' || inherits(level)) && level.steps.every((step) => step.do !== 'return');
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      return false;
    }
  };
  if (server.level.steps.some((step) => step.do === 'return')) return '/';
  if (isFit('/')) return '/';
  for (const location of server.level.locations) {
    if (location.kind === 'named' || !inherits(location)) continue;
    const path = pathInto(server, location);
    if (path !== null && isFit(path)) return path;
  }
  return isFit('/authlint') ? '/authlint' : '/';
}

/** Whether anything at a level is meant to ask for a login. */
export function asks(settings: Settings): boolean {
  const { realm, userFile, authRequest } = settings;
  if (realm !== undefined) {
    const { text } = realm.value;
    const off = userFile ? text === 'off' : text === '' || text.toLowerCase() === 'off';
    if (!off) return true;
  }
  return Boolean(authRequest?.value);
}

/** Whether a level itself has a word on logins, and one that asks for any. */
function saysLogin(level: LocationConf): boolean {
  const { own, settings } = level;
  if (own.size === 0) return false;
  if (own.has('unseen') && isForeignLogin(settings.unseen!.origin)) return true;
  if (own.has('userFile') && !own.has('realm') && !settings.realm)
    return !level.locations.some((inner) => asks(inner.settings));
  if (own.has('realm') || own.has('userFile') || own.has('authRequest')) return asks(settings);
  return own.has('satisfyAny') && asks(settings) && !isExempt(level);
}

/** Whether a directive of a module that is not nginx's own asks for a login. */
function isForeignLogin({ name, args }: Directive): boolean {
  return /^(?:auth_|access_by_lua|jwt|shib_request)/.test(name) && args[0]?.value !== 'off';
}

/** The directive that people would look for: the login's own, else the level's. */
function directiveOf({ settings, own, origin }: LocationConf): Directive {
  if (own.has('realm') && settings.realm) return settings.realm.origin;
  if (own.has('authRequest') && settings.authRequest) return settings.authRequest.origin;
  if (own.has('userFile') && settings.userFile) return settings.userFile.origin;
  return settings.realm?.origin ?? settings.authRequest?.origin ?? settings.unseen?.origin ?? origin;
}

function userFilesOf({ servers }: NginxConfig): NonNullable<Settings['userFile']>[] {
  const below = (level: LocationConf): NonNullable<Settings['userFile']>[] => [
    ...(level.own.has('userFile') && level.settings.userFile ? [level.settings.userFile] : []),
    ...level.locations.flatMap(below),
  ];
  return servers.flatMap(({ level }) => below(level));
}
