import { matchPattern } from '../../model/apache/regex.ts';
import type { LocationConf, NginxConfig, ServerConf } from '../../model/nginx/config.ts';
import { type Content, contentsOf } from '../../model/nginx/content.ts';
import { valueInEffect } from '../../model/nginx/levels.ts';
import type { Answer, ServerRequest } from '../answer.ts';
import { findLocation } from './choose.ts';
import { asks, pathInto, requestFor, samples } from './places.ts';
import { Unknown } from './request.ts';

/** A location that gives a stranger what another one asks a login for. */
export interface SecondDoor {
  /** The level that asks for a login, and its server. */
  readonly closed: LocationConf;
  readonly closedServer: ServerConf;
  /** The level that asks for none, and its server. */
  readonly open: LocationConf;
  readonly openServer: ServerConf;
  /** A path that the open one answers. */
  readonly path: string;
  /**
   * How it takes the request: a regular expression that wins over the closed prefix, or stands before the closed
   * pattern; a longer path inside the closed one; all but the exact path that is closed; another path or server.
   */
  readonly how: 'regex' | 'longer' | 'inexact' | 'elsewhere' | 'server';
  readonly content: Content['kind'];
}

/** More searches than this are not made for one server, against thousands of locations of each sort. */
const searches = 5_000;
/** Of servers with the very same content as many are looked at. */
const twins = 10;

interface Level {
  readonly server: ServerConf;
  readonly level: LocationConf;
}

/** Finds the second doors of a configuration; `answer` tells what a stranger's request gets. */
export function secondDoors(config: NginxConfig, answer: (request: ServerRequest) => Answer): readonly SecondDoor[] {
  const doors: SecondDoor[] = [];
  const closed: Level[] = [];
  /** Levels that ask for no login, by what their own path stands for. */
  const byTarget = new Map<string, Level[]>();
  const openOnes = new Map<LocationConf, readonly LocationConf[]>();
  /** Servers that others than their own machine reach. */
  const publicOnes = new Set(config.servers.filter(isPublic));
  let left = searches;
  let counted: ServerConf | null = null;

  for (const server of config.servers) sort(server, server.level);
  if (closed.length === 0) return doors;
  for (const server of config.servers) addOpen(server, server.level);
  for (const one of closed) {
    if (!refuses(one)) continue;
    const { server, level } = one;
    if (server !== counted) left = searches;
    counted = server;
    // those of the server and of the levels around it
    for (let at = level.parent; at && left > 0; at = at.parent)
      for (const sibling of openIn(at)) if (left-- > 0) beside(one, sibling);
    for (const content of contentsOf(config, server, level)) otherPaths(one, content);
  }
  return doors;

  function sort(server: ServerConf, level: LocationConf): void {
    const { own, settings } = level;
    const says = own.has('realm') || own.has('userFile') || own.has('authRequest');
    if (level.kind !== 'named' && !settings.internal?.value && asks(settings) && (says || level.kind === 'server'))
      closed.push({ server, level });
    for (const inner of level.locations) sort(server, inner);
  }

  function addOpen(server: ServerConf, level: LocationConf): void {
    const { kind, settings } = level;
    const reachable = kind === 'server' || kind === 'prefix' || kind === 'noregex' || kind === 'exact';
    if (reachable && !asks(settings) && !settings.internal?.value) {
      for (const content of contentsOf(config, server, level)) {
        const target = content.target(nameOf(level));
        const list = byTarget.get(target);
        if (list) list.push({ server, level });
        else byTarget.set(target, [{ server, level }]);
      }
    }
    for (const inner of level.locations) addOpen(server, inner);
  }

  function refuses({ server, level }: Level): boolean {
    const path = level.kind === 'server' ? '/' : pathInto(server, level);
    // a pattern that no request reaches is closed to nobody
    if (path === null) return level.kind === 'regex';
    const { status } = answer(requestFor(server, path));
    return status !== 'pass' && status !== 'unknown';
  }

  /** The locations of a level that ask for no login and say nothing of one. */
  function openIn(level: LocationConf): readonly LocationConf[] {
    let list = openOnes.get(level);
    if (!list) {
      list = level.locations.filter(
        ({ kind, own, settings }) =>
          kind !== 'named' &&
          !settings.internal?.value &&
          !asks(settings) &&
          !own.has('realm') &&
          !own.has('authRequest'),
      );
      openOnes.set(level, list);
    }
    return list;
  }

  /** A level of the same server that takes requests which the closed one seems to cover. */
  function beside({ server, level }: Level, open: LocationConf): void {
    if (open === level || insideOf(open, level)) return;
    const name = nameOf(level);
    if (open.kind === 'regex') {
      for (const path of pathsBelow(level, open)) {
        if (
          left-- > 0 &&
          lands(server, path) === open &&
          sameContent(server, level, open, path) &&
          passes(server, path)
        ) {
          const content = open.handler && open.handler.kind !== 'fastcgi' ? 'upstream' : 'files';
          add({ server, level }, { server, level: open }, path, 'regex', content);
          return;
        }
      }
      return;
    }
    if (level.kind === 'regex') return;
    if (level.kind === 'exact') {
      if (name !== '/' || open.kind === 'exact' || open.name !== '/') return;
      const path = pathInto(server, open) ?? '/';
      const shared = sharedContent(server, level, open, name);
      if (shared && passes(server, path)) add({ server, level }, { server, level: open }, path, 'inexact', shared);
      return;
    }
    if (!open.name.startsWith(name)) return;
    const path = pathInto(server, open);
    if (path === null) return;
    const shared = sharedContent(server, level, open, path);
    if (shared && passes(server, path)) add({ server, level }, { server, level: open }, path, 'longer', shared);
  }

  /** Other paths, of this server or another, under which the same content is open. */
  function otherPaths({ server, level }: Level, content: Content): void {
    if (level.kind === 'regex') return;
    // a login for writing says nothing of who may read
    const writes = (valueInEffect(level, 'dav_methods') ?? 'off') !== 'off';
    const target = content.target(nameOf(level));
    for (let end = target.length; end > 0; end = end > 1 ? target.lastIndexOf('/', end - 2) + 1 : 0) {
      for (const open of byTarget.get(target.slice(0, end))?.slice(0, twins) ?? []) {
        if (open.level === level || left-- <= 0) continue;
        if (writes && (valueInEffect(open.level, 'dav_methods') ?? 'off') === 'off') continue;
        // what only the machine itself reaches is no way in, and asking costs more than looking
        if (open.server !== server && !publicOnes.has(open.server)) continue;
        const path = nameOf(open.level) + target.slice(end);
        // an exact location takes nothing but its own path
        if (open.level.kind === 'exact' && path !== open.level.name) continue;
        if (open.server === server && path === nameOf(level)) continue;
        if (lands(open.server, path) !== open.level || !passes(open.server, path)) continue;
        add({ server, level }, open, path, open.server === server ? 'elsewhere' : 'server', content.kind);
      }
    }
  }

  function add(one: Level, other: Level, path: string, how: SecondDoor['how'], content: Content['kind']): void {
    if (other.server !== one.server && !publicOnes.has(other.server)) return;
    doors.push({
      closed: one.level,
      closedServer: one.server,
      open: other.level,
      openServer: other.server,
      path,
      how,
      content,
    });
  }

  function passes(server: ServerConf, path: string): boolean {
    return answer(requestFor(server, path)).status === 'pass';
  }

  function sharedContent(
    server: ServerConf,
    level: LocationConf,
    open: LocationConf,
    path: string,
  ): Content['kind'] | null {
    const targets = new Set(contentsOf(config, server, level).map((content) => content.target(path)));
    return contentsOf(config, server, open).find((content) => targets.has(content.target(path)))?.kind ?? null;
  }

  /** Scripts of a folder are its content, whoever runs them. */
  function sameContent(server: ServerConf, level: LocationConf, open: LocationConf, path: string): boolean {
    if (sharedContent(server, level, open, path)) return true;
    const files = contentsOf(config, server, level).some(({ kind }) => kind === 'files');
    return files && scripts.test(open.name) && open.handler !== null && open.handler.kind !== 'fastcgi';
  }
}

/** Patterns of what a server runs and does not send as it is. */
export const scripts = /\.(?:\(.*)?(?:php|cgi|pl|py|rb|asp|jsp|do)/i;

function nameOf({ kind, name }: LocationConf): string {
  return kind === 'server' ? '/' : name;
}

function insideOf(level: LocationConf, outer: LocationConf): boolean {
  for (let at = level.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** Paths that both a closed level and an open pattern seem to match. */
function pathsBelow(level: LocationConf, open: LocationConf): string[] {
  const { pattern } = level;
  if (level.kind === 'regex')
    return samples(level.name)
      .map((path) => (path.startsWith('/') ? path : `/${path}`))
      .filter((path) => pattern && matchPattern(pattern, path));
  // beside its own path, one that leads to the same script
  if (level.kind === 'exact')
    return scripts.test(level.name) && open.handler?.kind === 'fastcgi' ? [`${level.name}/x`] : [];
  const base = level.name.endsWith('/') ? level.name : `${level.name}/`;
  const tails = samples(open.name);
  if (/^\^?\(?\/(?!\.)/.test(open.name) && open.name.startsWith('^'))
    return tails.filter((path) => path.startsWith(level.name));
  return [...tails.map((path) => base + path.replace(/^\/+/, '')), ...tails.filter((path) => path.startsWith(base))];
}

/** The level that a path lands on; null where that cannot be told, or a redirect adds a slash. */
function lands(server: ServerConf, path: string): LocationConf | null {
  try {
    const { level, slash } = findLocation(server.level, path);
    return slash ? null : level;
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
    return null;
  }
}

/** Whether a server listens where others than its own machine reach it. */
function isPublic({ listens }: ServerConf): boolean {
  return listens.some(({ address }) => !/^(?:unix:|127\.|\[::1\]|localhost$)/.test(address));
}
