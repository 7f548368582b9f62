import { absent, type FileHost } from '../../host/host.ts';
import { normalize } from '../../host/paths.ts';
import { ruleFor } from '../../model/nginx/access.ts';
import type { LocationConf, NginxConfig, ServerConf } from '../../model/nginx/config.ts';
import { type Content, contentsOf, targetOf } from '../../model/nginx/content.ts';
import { valueInEffect } from '../../model/nginx/levels.ts';
import { matchPattern } from '../../model/regex.ts';
import { remembered, rememberedWith } from '../../text/remembered.ts';
import type { Answer, ServerRequest } from '../answer.ts';
import { scriptEnding } from '../scripts.ts';
import { levelFor } from './choose.ts';
import { pathInto } from './paths.ts';
import { asks } from './places.ts';
import { outsider, requestFor, samples } from './samples.ts';

/** A location that gives a stranger what another one asks a login for, or keeps for some addresses. */
export interface SecondDoor {
  /** The level that asks for a login or looks at the address, and its server. */
  readonly closed: LocationConf;
  readonly closedServer: ServerConf;
  /** The level that asks for none, and its server. */
  readonly open: LocationConf;
  readonly openServer: ServerConf;
  /** A path that the open one answers. */
  readonly path: string;
  /**
   * How it takes the request: a regular expression that wins over the closed prefix, or stands before the closed
   * pattern; a longer path inside the closed one, to the same content or to other files; what lies below the exact path
   * that is closed; the name of the script that makes the content, before the path; another path or server.
   */
  readonly how: 'regex' | 'longer' | 'inside' | 'inexact' | 'script' | 'elsewhere' | 'server';
  readonly content: Content['kind'];
}

/** More searches than this are not made for one server, against thousands of locations of each sort. */
const searches = 5_000;
/** Of servers with the very same content as many are looked at. */
const twins = 10;

const none: readonly Content[] = [];

interface Level {
  readonly server: ServerConf;
  readonly level: LocationConf;
}

/** A level that keeps strangers out, with what it gives. */
interface Closed extends Level {
  readonly contents: readonly Content[];
}

/** A level that asks for no login. */
interface Open extends Level {
  /** Others than its own machine reach it. */
  readonly fromOutside: boolean;
}

/** Finds the second doors of a configuration; `answer` tells what a stranger's request gets. */
export function secondDoors(
  config: NginxConfig,
  host: FileHost,
  answer: (request: ServerRequest) => Answer,
): readonly SecondDoor[] {
  return new DoorFinder(config, host, answer).find();
}

class DoorFinder {
  readonly #config: NginxConfig;
  readonly #host: FileHost;
  readonly #answer: (request: ServerRequest) => Answer;
  readonly #doors: SecondDoor[] = [];
  readonly #closed: Closed[] = [];
  /** Locations that take the login of a level around them: other servers may have the same without it. */
  readonly #inheriting: Closed[] = [];
  /** Levels that ask for no login, by what their own path stands for, as far as it may lead to a closed one. */
  readonly #byTarget = new Map<string, Open[]>();
  /** The locations of a level that say nothing of a login. */
  readonly #openOnes = new Map<LocationConf, readonly LocationConf[]>();
  /** Searches that may still be made for the server at hand. */
  #left = searches;

  constructor(config: NginxConfig, host: FileHost, answer: (request: ServerRequest) => Answer) {
    this.#config = config;
    this.#host = host;
    this.#answer = answer;
  }

  find(): readonly SecondDoor[] {
    let counted: ServerConf | null = null;
    const { servers } = this.#config;
    for (let index = 0; index < servers.length; index++) this.#sort(servers[index]!, servers[index]!.level);
    if (this.#closed.length === 0) return this.#doors;
    for (const one of this.#closed) if (asks(one.level.settings)) this.#want(one);
    for (const one of this.#inheriting) this.#want(one);
    for (let index = 0; index < servers.length; index++) {
      const server = servers[index]!;
      const fromOutside = isPublic(server);
      // to what only the machine itself reaches there is no way in but from the same server
      if (server.saysAccess || fromOutside) this.#addOpen(server, server.level, fromOutside);
    }
    for (const one of this.#closed) {
      if (!this.#refuses(one)) continue;
      const { server, level, contents } = one;
      if (server !== counted) this.#left = searches;
      counted = server;
      // those of the server and of the levels around it
      for (let at = level.parent; at && this.#left > 0; at = at.parent)
        for (const sibling of this.#openIn(at)) if (this.#left-- > 0) this.#beside(one, sibling);
      this.#below(one);
      this.#slashed(one);
      this.#behindScript(one);
      // an address list says what a path is for, and not who may see its content
      if (!asks(level.settings)) continue;
      for (let index = 0; index < contents.length; index++) this.#otherPaths(one, contents[index]!);
    }
    for (const one of this.#inheriting) {
      if (one.server !== counted) this.#left = searches;
      counted = one.server;
      if (this.#refuses(one)) for (const content of one.contents) this.#otherPaths(one, content, true);
    }
    return this.#doors;
  }

  #sort(server: ServerConf, level: LocationConf): void {
    const { kind, own, settings } = level;
    const asking = asks(settings);
    const says = own.size > 0 && (own.has('realm') || own.has('userFile') || own.has('authRequest'));
    const shut = asking ? says || kind === 'server' : own.has('access') && refusesStrangers(level);
    if (kind !== 'named' && !settings.internal?.value) {
      // where locations take every path, the server itself gives nothing
      const gives = kind !== 'server' || levelFor(server, '/authlint') === level;
      if (shut) this.#closed.push({ server, level, contents: gives ? contentsOf(this.#config, server, level) : none });
      else if (asking && this.#config.servers.length > 1) this.#inherit(server, level);
    }
    if (!server.saysAccess) return;
    const { locations } = level;
    for (let index = 0; index < locations.length; index++) this.#sort(server, locations[index]!);
  }

  /** Files that many sites share, as pictures, are no secret: what counts is what lies at / and what is passed on. */
  #inherit(server: ServerConf, level: LocationConf): void {
    const contents = contentsOf(this.#config, server, level).filter(
      ({ kind }) => kind === 'upstream' || level.name === '/',
    );
    if (contents.length > 0) this.#inheriting.push({ server, level, contents });
  }

  /** Notes each name by which a level that stands for it leads to the closed one. */
  #want({ level, contents }: Closed): void {
    if (level.kind === 'regex') return;
    for (const content of contents) {
      const target = targetOf(content, nameOf(level));
      for (let end = target.length; end > 0; end = endAbove(target, end)) {
        const name = target.slice(0, end);
        // with it are those above it
        if (this.#byTarget.has(name)) break;
        this.#byTarget.set(name, []);
      }
    }
  }

  #addOpen(server: ServerConf, level: LocationConf, fromOutside: boolean): void {
    const { kind, settings } = level;
    const reachable = kind === 'server' || kind === 'prefix' || kind === 'noregex' || kind === 'exact';
    if (reachable && !asks(settings) && !settings.internal?.value) {
      const contents = contentsOf(this.#config, server, level);
      for (let index = 0; index < contents.length; index++)
        this.#byTarget.get(targetOf(contents[index]!, nameOf(level)))?.push({ server, level, fromOutside });
    }
    const { locations } = level;
    for (let index = 0; index < locations.length; index++) this.#addOpen(server, locations[index]!, fromOutside);
  }

  #refuses({ server, level }: Level): boolean {
    const path = level.kind === 'server' ? '/' : pathInto(server, level);
    // one that no request reaches is meant to refuse as much; inside a pattern that is another mistake
    if (path === null) return level.kind === 'regex' || level.parent?.kind !== 'regex';
    const { status, because } = this.#answer(requestFor(server, path));
    // a service that cannot be seen is there to refuse a stranger
    if (status === 'unknown') return because.at(-1)?.code === 'nginx-auth-request-unseen';
    return status !== 'pass';
  }

  /** The locations of a level that ask for no login and say nothing of one. */
  #openIn(level: LocationConf): readonly LocationConf[] {
    let list = this.#openOnes.get(level);
    if (!list) {
      list = level.locations.filter(
        (location) => location.kind !== 'named' && !location.settings.internal?.value && !saysOrAsks(location),
      );
      this.#openOnes.set(level, list);
    }
    return list;
  }

  /** A level of the same server that takes requests which the closed one seems to cover. */
  #beside(closed: Closed, open: LocationConf): void {
    const { server, level } = closed;
    if (open === level || insideOf(open, level)) return;
    const name = nameOf(level);
    if (open.kind === 'regex') {
      for (const path of pathsBelow(level, open)) {
        if (
          this.#left-- > 0 &&
          levelFor(server, path) === open &&
          this.#sameContent(closed, open, path) &&
          this.#passes(server, path)
        ) {
          // there is no script below a path that try_files makes up
          if (open.handler?.kind === 'fastcgi' && scriptBehind(level) && this.#isGone(closed)) return;
          const content = open.handler && open.handler.kind !== 'fastcgi' ? 'upstream' : 'files';
          this.#add(closed, { server, level: open }, path, 'regex', content);
          return;
        }
      }
      return;
    }
    if (level.kind === 'regex' || level.kind === 'exact' || letsNobodyIn(level)) return;
    if (!open.name.startsWith(name)) return;
    const path = pathInto(server, open);
    if (path === null) return;
    const shared = this.#sharedContent(closed, open, path);
    // what lies below / has often nothing to do with it
    const other = name !== '/' && open.settings.root?.value.alias !== undefined && !open.handler;
    if ((!shared && !other) || !this.#passes(server, path)) return;
    this.#add(closed, { server, level: open }, path, shared ? 'longer' : 'inside', shared ?? 'files');
  }

  /** What lies below the path of a folder, of which an exact location closes no more than itself. */
  #below(closed: Closed): void {
    const { server, level } = closed;
    if (level.kind !== 'exact' || letsNobodyIn(level)) return;
    const slash = level.name.endsWith('/');
    if (!slash && !this.#isFolder(closed)) return;
    const path = `${level.name}${slash ? '' : '/'}authlint`;
    const open = levelFor(server, path);
    if (!open || open.kind === 'exact' || open.kind === 'regex' || saysOrAsks(open)) return;
    const shared = this.#sharedContent(closed, open, level.name);
    if (shared && this.#passes(server, path)) this.#add(closed, { server, level: open }, path, 'inexact', shared);
  }

  /** Whether a path without a slash at its end is that of a folder, to which nginx redirects. */
  #isFolder({ level, contents }: Closed): boolean {
    return contents.some((content) => {
      const stat = content.kind === 'files' ? this.#host.stat(targetOf(content, level.name)) : 'missing';
      return !absent(stat) && stat.kind === 'directory';
    });
  }

  /** The path with a slash more, which leads to the same file where the server does not merge slashes. */
  #slashed(closed: Closed): void {
    const { server, level } = closed;
    if (server.mergeSlashes || level.kind === 'server' || level.kind === 'regex' || level.name === '/') return;
    const path = `/${level.name}`;
    const open = levelFor(server, path);
    if (!open || open === level || this.#sharedContent(closed, open, level.name) !== 'files') return;
    if (this.#passes(server, path)) this.#add(closed, { server, level: open }, path, 'elsewhere', 'files');
  }

  /** The script that try_files gives the closed path to, asked for without the slash, and by its name with the path behind it. */
  #behindScript(closed: Closed): void {
    const { server, level } = closed;
    const { name } = level;
    const script = name === '/' || level.kind === 'regex' ? null : scriptBehind(level);
    if (script === null) return;
    for (const path of [...(name.endsWith('/') ? [name.slice(0, -1)] : []), script + name]) {
      const open = levelFor(server, path);
      if (!open || saysOrAsks(open)) continue;
      const runs = open.handler?.kind === 'fastcgi' || scriptBehind(open) === script;
      if (runs && this.#passes(server, path)) this.#add(closed, { server, level: open }, path, 'script', 'files');
    }
  }

  /** Other paths, of this server or another, under which the same content is open. */
  #otherPaths({ server, level }: Level, content: Content, elsewhere = false): void {
    if (level.kind === 'regex') return;
    const target = targetOf(content, nameOf(level));
    for (let end = target.length; end > 0; end = endAbove(target, end)) {
      const list = this.#byTarget.get(target.slice(0, end))!;
      for (let index = 0; index < list.length && index < twins; index++) {
        const open = list[index]!;
        if (open.level === level || (elsewhere && open.server === server) || this.#left-- <= 0) continue;
        // what only the machine itself reaches is no way in, and asking costs more than looking
        if (open.server !== server && !open.fromOutside) continue;
        // a login for writing says nothing of who may read
        if (writes(level) && !writes(open.level)) continue;
        const path = nameOf(open.level) + target.slice(end);
        // an exact location takes nothing but its own path
        if (open.level.kind === 'exact' && path !== open.level.name) continue;
        if (open.server === server && path === nameOf(level)) continue;
        if (levelFor(open.server, path) !== open.level || !this.#passes(open.server, path)) continue;
        this.#add({ server, level }, open, path, open.server === server ? 'elsewhere' : 'server', content.kind);
      }
    }
  }

  #add(one: Level, other: Level, path: string, how: SecondDoor['how'], content: Content['kind']): void {
    if (other.server !== one.server && !isPublic(other.server)) return;
    this.#doors.push({
      closed: one.level,
      closedServer: one.server,
      open: other.level,
      openServer: other.server,
      path,
      how,
      content,
    });
  }

  #passes(server: ServerConf, path: string): boolean {
    return this.#answer(requestFor(server, path)).status === 'pass';
  }

  #sharedContent({ server, contents }: Closed, open: LocationConf, path: string): Content['kind'] | null {
    for (const content of contentsOf(this.#config, server, open)) {
      const target = targetOf(content, path);
      if (contents.some((own) => targetOf(own, path) === target)) return content.kind;
    }
    return null;
  }

  /** Whether no file or folder is surely there for the path of a level. */
  #isGone({ level, contents }: Closed): boolean {
    return contents.every((content) => {
      const target = targetOf(content, nameOf(level));
      return content.kind === 'files' && !target.includes('$') && this.#host.stat(normalize(target)) === 'missing';
    });
  }

  /** Scripts of a folder are its content, whoever runs them. */
  #sameContent(closed: Closed, open: LocationConf, path: string): boolean {
    if (this.#sharedContent(closed, open, path)) return true;
    const files = closed.contents.some(({ kind }) => kind === 'files');
    return files && scripts.test(open.name) && open.handler !== null && open.handler.kind !== 'fastcgi';
  }
}

/** Whether a level asks for a login, or has a word of its own on who gets in. */
function saysOrAsks({ own, settings }: LocationConf): boolean {
  return asks(settings) || own.has('realm') || own.has('authRequest') || own.has('access');
}

/** Whether a location lets in some addresses and no others, or nobody. */
function refusesStrangers({ kind, settings: { access } }: LocationConf): boolean {
  return access !== undefined && kind !== 'server' && ruleFor(access, outsider)?.allow === false;
}

/** Whether a location is closed to everybody, so that one inside it is an exception that people mean. */
function letsNobodyIn({ settings }: LocationConf): boolean {
  return !asks(settings) && !settings.access?.some(({ allow }) => allow);
}

/** Whether files can be written at a level. */
function writes(level: LocationConf): boolean {
  return (valueInEffect(level, 'dav_methods') ?? 'off') !== 'off';
}

/** Where the name of the folder around a name ends; 0: there is none. */
function endAbove(target: string, end: number): number {
  return end > 1 ? target.lastIndexOf('/', end - 2) + 1 : 0;
}

/** Patterns of what a server runs and does not send as it is. */
export const scripts = /\.(?:\(.*)?(?:php|cgi|pl|py|rb|asp|jsp|do)/i;

function nameOf({ kind, name }: LocationConf): string {
  return kind === 'server' ? '/' : name;
}

/** The script to which try_files gives what has no file of its own; null: none. */
function scriptBehind({ tryFiles }: LocationConf): string | null {
  const fallback = tryFiles && 'uri' in tryFiles.fallback ? tryFiles.fallback.uri.text : '';
  const path = fallback.split('?', 1)[0]!;
  return path.startsWith('/') && !path.includes('$') && scriptEnding.test(path) ? path : null;
}

function insideOf(level: LocationConf, outer: LocationConf): boolean {
  for (let at = level.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** Paths that both a closed level and an open pattern seem to match. */
function pathsBelow(level: LocationConf, open: LocationConf): readonly string[] {
  const { pattern } = level;
  if (level.kind === 'regex')
    return samples(level.name)
      .map((path) => (path.startsWith('/') ? path : `/${path}`))
      .filter((path) => pattern && matchPattern(pattern, path));
  // beside its own path, one that leads to the same script
  if (level.kind === 'exact')
    return scripts.test(level.name) && open.handler?.kind === 'fastcgi' ? [`${level.name}/x`] : [];
  return pathsInside(level.name, open.name);
}

/** Paths inside a prefix that a pattern seems to match: many servers have the same few. */
const pathsInside = rememberedWith(1000, (prefix, pattern: string): readonly string[] => {
  const base = prefix.endsWith('/') ? prefix : `${prefix}/`;
  const tails = samples(pattern);
  const own = [prefix, `${base}authlint`];
  if (/^\^?\(?\/(?!\.)/.test(pattern) && pattern.startsWith('^'))
    return [...tails.filter((path) => path.startsWith(prefix)), ...own];
  const inside = tails.map((path) => base + path.replace(/^\/+/, ''));
  return [...inside, ...tails.filter((path) => path.startsWith(base)), ...own];
});

/** Whether a server listens where others than its own machine reach it. */
function isPublic({ listens }: ServerConf): boolean {
  for (let index = 0; index < listens.length; index++) if (!isLocal(listens[index]!.address)) return true;
  return false;
}

/** Whether only the machine itself reaches a listening address. */
const isLocal = remembered(1000, (address) => /^(?:unix:|127\.|\[::1\]|localhost$)/.test(address));
