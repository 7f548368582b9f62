import { absent, type FileHost } from '../../host/host.ts';
import { isExempt, ruleFor } from '../../model/nginx/access.ts';
import type { LocationConf, NginxConfig, ServerConf, Settings } from '../../model/nginx/config.ts';
import { matchPattern } from '../../model/regex.ts';
import { openPasswordFile } from '../../syntax/passwords.ts';
import type { Directive } from '../../syntax/tree.ts';
import { decode } from '../../text/bytes.ts';
import { remembered } from '../../text/remembered.ts';
import { hole, withoutHoles } from '../../text/template.ts';
import type { Place, ServerRequest } from '../answer.ts';
import { findLocation } from './choose.ts';
import { Unknown } from './request.ts';
import { addressesFor, fixedText, usersWithFiles } from './visitors.ts';

/** An address that no rule names: a visitor from anywhere (TEST-NET-3, RFC 5737). */
export const outsider = '203.0.113.77';
/** User names tried as the right login of a place. */
const usersTried = 50;

/** The protected places of a configuration, each with a request that lands in it. */
export function nginxPlaces(config: NginxConfig, host: FileHost): Place[] {
  const places = new Places(config, host);
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
    return this.#places.loginsOf(this.#settings, this.request.host);
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

  constructor(config: NginxConfig, host: FileHost) {
    this.#config = config;
    this.#host = host;
  }

  addServer(server: ServerConf): void {
    this.#seen.clear();
    if (asks(server.level.settings) || saysLogin(server.level)) this.#add(server, server.level, pathOf(server), 'GET');
    if (server.saysAccess) this.#visit(server, server.level.locations);
  }

  /** An auth_request asks another place, whose users may be those of any file of the configuration. */
  loginsOf(settings: Settings, host: string | null): readonly string[] | null {
    if (!settings.authRequest?.value) return this.#usersOf(settings, host);
    this.#anybody ??= [
      ...new Set(userFilesOf(this.#config).flatMap((userFile) => this.#usersOf({ userFile }, null) ?? [])),
    ].slice(0, usersTried);
    return this.#anybody.length > 0 ? this.#anybody : null;
  }

  /** Users of the file at a place, each file read once; null where its name is not fixed. */
  #usersOf({ userFile, root }: Settings, host: string | null): readonly string[] | null {
    if (!userFile) return [];
    const text = fixedText(userFile.value, { host, root });
    if (text === null) return usersWithFiles(this.#config, this.#host, userFile.value);
    const path = text.startsWith('/') ? text : `${this.#config.confDir}/${text}`;
    let names = this.#users.get(path);
    if (!names) {
      const file = openPasswordFile(this.#host, path, 'nginx');
      names = absent(file) ? [] : file.users(usersTried);
      this.#users.set(path, names);
    }
    return names;
  }

  #visit(server: ServerConf, locations: readonly LocationConf[]): void {
    for (let index = 0; index < locations.length; index++) {
      const location = locations[index]!;
      if (location.kind !== 'named' && !location.settings.internal?.value) {
        if (saysLogin(location)) this.#add(server, location, pathInto(server, location), 'GET');
        const limited = location.limitExcept;
        if (limited && saysLogin(limited.location)) {
          const method = ['POST', 'DELETE', 'GET'].find((name) => !limited.methods.has(name)) ?? 'PATCH';
          this.#add(server, limited.location, pathInto(server, location), method);
        }
      }
      if (location.kind === 'named' && saysLogin(location))
        this.#add(server, location, pathToNamed(server, location), 'GET');
      if (location.locations.length > 0) this.#visit(server, location.locations);
    }
  }

  #add(server: ServerConf, level: LocationConf, path: string | null, method: string): void {
    if (path === null) return;
    const origin = directiveOf(level);
    const name = nameOf(server);
    // a server that is found by a pattern alone, for which no name is known
    if (name === null && server.names.length > 0 && server.names.every(({ pattern }) => pattern)) return;
    const shown = withoutHoles(`${name ?? ''}${decode(path)}`);
    // joined: a template would leave a tree of its pieces for each place
    const id = [origin.source.display, ':', origin.source.lineOf(origin.start), ':', method, ' ', shown].join('');
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    const target = method === 'GET' ? shown : `${method} ${shown}`;
    const request = requestFor(server, path, method);
    const remotes = addressesFor(this.#config, server, level);
    this.list.push(new NginxPlace({ id, where: origin, target, request, remotes }, level.settings, this));
  }
}

/**
 * A path that leads to a named location, by try_files with nothing behind it, or by the error page of an address list;
 * null: none is found.
 */
function pathToNamed(server: ServerConf, { name }: LocationConf): string | null {
  const leads = ({ kind, tryFiles, settings: { access, errorPages } }: LocationConf): boolean => {
    if (kind === 'named') return false;
    if (tryFiles !== null && 'uri' in tryFiles.fallback && tryFiles.fallback.uri.text === name) return true;
    const refused = access !== undefined && ruleFor(access, outsider)?.allow === false;
    return refused && (errorPages?.some(({ code, target }) => code === 403 && target.text === name) ?? false);
  };
  const search = (level: LocationConf): string | null => {
    const path = leads(level) ? (level.kind === 'server' ? '/' : pathInto(server, level)) : null;
    const below = `${path}${path?.endsWith('/') ? '' : '/'}authlint`;
    if (path !== null) return level.kind === 'server' || leadsTo(server, below, level) ? below : path;
    for (const inner of level.locations) {
      const found = search(inner);
      if (found !== null) return found;
    }
    return null;
  };
  return search(server.level);
}

/** A path at which the login of a whole server is asked for: not one that is answered before, or has a word of its own. */
function pathOf(server: ServerConf): string {
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

/** A name under which a server is asked for; null where it has none that can be told. */
function nameOf({ names }: ServerConf): string | null {
  for (const { pattern, name } of names)
    if (!pattern && name !== '' && name !== '_' && !name.includes(hole)) return name;
  for (const { pattern, name } of names) {
    if (!pattern) continue;
    const host = textFor(name.slice(1)).toLowerCase();
    if (/^[\w.-]+$/.test(host) && matchPattern(pattern, host)) return host;
  }
  return null;
}

/** A name that a template puts in, as the server is known by it. */
function filledNameOf({ names }: ServerConf): string | null {
  return names.find(({ pattern, name }) => !pattern && name.includes(hole))?.name ?? null;
}

/** A stranger's request for a path of a server. */
export function requestFor(server: ServerConf, path: string, method = 'GET'): ServerRequest {
  const { port = 80, ssl = false } = server.listens[0] ?? {};
  const name = nameOf(server) ?? filledNameOf(server);
  const wild = name !== null && (name.includes('*') || name.startsWith('.'));
  const host = wild ? name.replace(/^\*?\./, 'www.').replace(/\.\*$/, '.test') : name;
  const target = escaped(path);
  return { method, host, port, tls: ssl, target, credentials: null, headers: noHeaders, remote: outsider };
}

const noHeaders: ReadonlyMap<string, readonly string[]> = new Map();

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
  if (own.has('userFile') && !own.has('realm') && !settings.realm)
    return !level.locations.some((inner) => asks(inner.settings));
  if (own.has('realm') || own.has('userFile') || own.has('authRequest')) return asks(settings);
  return own.has('satisfyAny') && asks(settings) && !isExempt(level);
}

/** The directive that people would look for: the login's own, else the level's. */
function directiveOf({ settings, own, origin }: LocationConf): Directive {
  if (own.has('realm') && settings.realm) return settings.realm.origin;
  if (own.has('authRequest') && settings.authRequest) return settings.authRequest.origin;
  if (own.has('userFile') && settings.userFile) return settings.userFile.origin;
  return settings.realm?.origin ?? settings.authRequest?.origin ?? origin;
}

/** A path that a request must ask for to land in a location; null where none is found. */
export function pathInto(server: ServerConf, location: LocationConf): string | null {
  // mostly its own name leads there
  if (location.kind !== 'regex' && leadsTo(server, location.name, location)) return location.name;
  for (const path of pathsFor(location)) if (leadsTo(server, path, location)) return path;
  for (const path of pathsBelow(location)) if (leadsTo(server, path, location)) return path;
  return null;
}

/** Whether a path lands in a location. */
export function leadsTo(server: ServerConf, path: string, location: LocationConf): boolean {
  if (!path.startsWith('/')) return false;
  try {
    const found = findLocation(server.level, path);
    return found.level === location && !found.slash;
  } catch (error) {
    if (error instanceof Unknown) return false;
    throw error;
  }
}

function pathsFor({ kind, name }: LocationConf): readonly string[] {
  return kind === 'regex' ? samples(name) : [name, `${name}authlint`, `${name}/authlint`];
}

/** Paths for a pattern inside another location: those of the outer one, with its own behind or ahead. */
function pathsBelow({ kind, name, parent }: LocationConf): readonly string[] {
  if (kind !== 'regex' || !parent || parent.kind === 'server') return [];
  const plain = textFor(name);
  const inner = /^\.\w+$/.test(plain) ? `index${plain}` : plain;
  return pathsFor(parent).flatMap((outer) => {
    const below = `${outer.replace(/\/$/, '')}${inner.startsWith('/') ? '' : '/'}${inner}`;
    return [below, outer + inner, `/${inner.replace(/^\//, '')}${outer}`];
  });
}

/** Text that a pattern is likely to match. */
function textFor(pattern: string): string {
  return pattern
    .replace(/^\^|\$$/g, '')
    .replace(/\(\?P?<\w+>/g, '(')
    .replace(/\(\?[:i]+\)?/g, '(')
    .replace(/\(([^()|]*)(?:\|[^()]*)*\)[?*]?/g, '$1')
    .replace(/\(([^()|]*)(?:\|[^()]*)*\)[?*]?/g, '$1')
    .replace(/\[[^\]]*\][+*?]?/g, 'a')
    .replace(/\\d[+*]?/g, '1')
    .replace(/\\w[+*]?/g, 'a')
    .replace(/\.[+*]\??/g, 'x')
    .replace(/([^\\])[?*+]/g, '$1')
    .replace(/\\(.)/g, '$1')
    .split('|')[0]!
    .replace(/[\^$]/g, '');
}

/** Paths that a location's pattern is likely to match; ten thousand servers mostly share a few. */
export const samples = remembered(1000, (pattern): readonly string[] => {
  const plain = textFor(pattern);
  const tail = plain.startsWith('/') ? plain : `/${plain}`;
  const ending = /^\.\w+$/.test(plain) ? [`/index${plain}`] : [];
  return [...ending, tail, `/x${plain}`, `${tail}x`, `${tail}/x`, `/index.${plain}`, '/index.php', '/x'];
});

function userFilesOf({ servers }: NginxConfig): NonNullable<Settings['userFile']>[] {
  const below = (level: LocationConf): NonNullable<Settings['userFile']>[] => [
    ...(level.own.has('userFile') && level.settings.userFile ? [level.settings.userFile] : []),
    ...level.locations.flatMap(below),
  ];
  return servers.flatMap(({ level }) => below(level));
}

function escaped(path: string): string {
  if (!unsafe.test(path)) return path;
  return path.replace(
    /[\u0000-\u0020%#?\u007f-\u00ff]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

const unsafe = /[\u0000-\u0020%#?\u007f-\u00ff]/;
