import { absent, type FileHost } from '../../host/host.ts';
import { below, dirname, join, normalize } from '../../host/paths.ts';
import type { Server } from '../../model/apache/servers.ts';
import { wildcardMatches } from '../../model/fnmatch.ts';
import { matchPattern, type Pattern } from '../../model/regex.ts';
import { once } from '../../once.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Site } from './exchange.ts';
import { userRoots, userWays, virtualRoots, virtualWays } from './named-roots.ts';
import { samplePattern, sampleWildcard } from './samples.ts';
import { substitute } from './translate.ts';

/** A URL of a server; `host`: the name that it is called by, where that tells the folder. */
export interface Target {
  readonly server: Server;
  readonly url: string;
  readonly host?: string;
}

/** One way to a folder that a server or an Alias gives out, and the line that makes it. */
export interface Root extends Target {
  readonly where: Directive | null;
}

/** A URL of a server that leads to a folder, with its slash; `root` is the URL of the Root that it goes through. */
export interface Way extends Target {
  readonly root: string;
  readonly folder: string;
}

/** How many names are looked at for links or what a pattern matches, and how deep below a root. */
const nameLimit = 5000;
const folderDepth = 3;

/** How many ways to one folder are kept and looked at. */
export const wayLimit = 8;

const withoutSlash = (folder: string): string => folder.replace(/(.)\/+$/, '$1');

/** Where the URLs of a configuration lead. */
export class Ways {
  /** The folders that servers and Aliases give out. */
  readonly roots = new Map<string, Root[]>();
  readonly #host: FileHost;
  readonly #servers: readonly Server[];

  /** `fragment`: paths of files are taken as URLs where no DocumentRoot is given. */
  constructor(servers: readonly Server[], { host, accounts }: Pick<Site, 'host' | 'accounts'>, fragment: boolean) {
    this.#servers = servers;
    this.#host = host;
    for (const server of servers) {
      for (const [folder, root] of rootsOf(server)) this.#add(folder, root);
      for (const [folder, root] of virtualRoots(server, host)) this.#add(folder, root);
      if (fragment && !server.documentRoot()) this.#add('/', { server, url: '/', where: server.origin });
    }
    // the homes are the same for all hosts, of which there may be many
    for (const server of servers.slice(0, wayLimit))
      for (const [folder, root] of userRoots(server, host, accounts)) this.#add(folder, root);
  }

  #add(folder: string, root: Root): void {
    const known = this.roots.get(folder);
    if (!known) this.roots.set(folder, [root]);
    else if (known.length < wayLimit) known.push(root);
  }

  /** The ways to a folder through the roots at or above it, the longest first. */
  to(folder: string): Way[] {
    const clean = withoutSlash(folder);
    const ways: Way[] = [];
    for (let at = clean; ; at = dirname(at)) {
      for (const root of this.roots.get(at) ?? []) ways.push(wayInto(clean, at, root));
      if (at === '/' || !at.startsWith('/')) return ways;
    }
  }

  /** The ways to what lies below a folder to which no URL leads itself. */
  below(folder: string): Way[] {
    const clean = withoutSlash(folder);
    const inside = clean === '/' ? '/' : `${clean}/`;
    const ways: Way[] = [];
    for (const [at, roots] of this.roots) {
      if (!at.startsWith(inside)) continue;
      for (const root of roots) ways.push(wayInto(at, at, root));
    }
    return ways;
  }

  /**
   * The ways on which a `<Directory>` of a server counts: to its folder, else below it. A section of the main server
   * counts for every host; a host has its own URLs, and the main server's Aliases.
   */
  forSection(folder: string, server: Server): Way[] {
    const clean = withoutSlash(folder);
    const main = this.#servers[0]!;
    const mine = (ways: readonly Way[]): Way[] => {
      if (server.origin === null) return [...ways];
      return ways.flatMap((way) => {
        if (way.server === server) return way;
        return way.server === main && (way.root !== '/' || server.ownRoot() === null) ? { ...way, server } : [];
      });
    };
    const straight = mine(this.to(folder));
    if (straight.length > 0) return straight;
    // of hosts that share a folder only some are kept for it
    const own = server.origin === null ? [] : [...rootsOf(server)];
    const direct = own.flatMap(([at, root]) => (below(clean, at) === null ? [] : wayInto(clean, at, root)));
    if (direct.length > 0) return direct;
    const under = mine(this.below(folder));
    if (under.length > 0) return under;
    const inside = own.flatMap(([at, root]) => (below(at, clean) === null ? [] : wayInto(at, at, root)));
    if (inside.length > 0) return inside;
    return [...userWays(clean, server), ...virtualWays(clean, server), ...this.#matched(folder, server)];
  }

  /** A folder that a pattern of `<Directory>` matches, at or below a root; null: none is there. */
  matching(pattern: Pattern): string | null {
    let looked = 0;
    let open = [...this.roots.keys()].filter((root) => root !== '/' && this.#host.kind(root) === 'directory');
    for (let depth = 0; depth <= folderDepth && open.length > 0; depth++) {
      const found = open.find((folder) => matchPattern(pattern, `${folder}/`));
      if (found !== undefined) return found;
      open = open.flatMap((folder) => {
        const names = this.#host.list(folder);
        if (absent(names)) return [];
        looked += names.length;
        if (looked > nameLimit) return [];
        return names.map((name) => `${folder}/${name}`).filter((path) => this.#host.kind(path) === 'directory');
      });
    }
    return null;
  }

  /** Ways to a folder that only symbolic links lead to: `folder` is the path by which httpd goes then. */
  linked(folder: string, server: Server): Way[] {
    const clean = withoutSlash(folder);
    return this.#links().flatMap(([target, link]) => {
      if (clean === target || clean.startsWith(`${target}/`))
        return this.forSection(link + clean.slice(target.length), server);
      return target.startsWith(`${clean}/`) ? this.forSection(link, server) : [];
    });
  }

  /** Links to folders at and below the roots, after what they lead to. */
  readonly #links = once(() => {
    const links: [target: string, link: string][] = [];
    let looked = 0;
    const look = (folder: string, depth: number): void => {
      const real = behindLinks(this.#host, folder);
      if (real !== null && real !== folder) links.push([real, folder]);
      const names = this.#host.list(folder);
      if (absent(names) || depth === folderDepth) return;
      for (const name of names) {
        if (looked++ > nameLimit) return;
        const path = `${folder}/${name}`;
        if (this.#host.kind(path) !== 'directory') continue;
        if (this.#host.link(path) === null) look(path, depth + 1);
        else look(path, folderDepth);
      }
    };
    for (const root of this.roots.keys()) if (root !== '/') look(root, 0);
    return links;
  });

  /** The folders, else the files, that a wildcard of `<Directory>` means; one that it could mean where none is there. */
  folders(pattern: string): string[] {
    let found = [''];
    for (const name of withoutSlash(pattern).split('/').slice(1)) {
      found = found.flatMap((at) => {
        if (!/[*?[\\]/.test(name)) return `${at}/${name}`;
        const names = this.#host.list(at === '' ? '/' : at);
        if (absent(names)) return [];
        const fitting = names.filter((one) => wildcardMatches(name, one, 'path')).map((one) => `${at}/${one}`);
        const folders = fitting.filter((one) => this.#host.kind(one) === 'directory');
        return (folders.length > 0 ? folders : fitting).slice(0, wayLimit);
      });
    }
    const there = found.filter((one) => !absent(this.#host.stat(one))).slice(0, wayLimit);
    return there.length > 0 ? there : [withoutSlash(sampleWildcard(pattern))];
  }

  /** What an AliasMatch makes of a URL that it obviously matches, where that lies in the folder. */
  #matched(folder: string, server: Server): Way[] {
    const inside = `${withoutSlash(folder)}/`;
    return server.parts().aliases.flatMap(({ pattern, to }) => {
      const url = pattern && to !== null ? samplePattern(pattern.source) : null;
      const groups = url === null ? null : matchPattern(pattern!, url);
      if (!groups) return [];
      const file = substitute(to!, groups);
      if (!file.startsWith(inside)) return [];
      return { server, url: url!.slice(0, url!.lastIndexOf('/') + 1), root: url!, folder: dirname(file) };
    });
  }
}

/** A path without the links on its way; null: they lead in circles. */
export function behindLinks(host: FileHost, path: string): string | null {
  let left = path.split('/').slice(1);
  let at = '';
  for (let hops = 0; left.length > 0; ) {
    const [name, ...rest] = left as [string, ...string[]];
    const target = host.link(`${at}/${name}`);
    left = rest;
    if (target === null) at += `/${name}`;
    else {
      if (hops++ > 40) return null;
      const whole = normalize(join(at === '' ? '/' : at, target));
      left = [...whole.split('/').slice(1), ...rest];
      at = '';
    }
  }
  return at;
}

/** The way to a folder at or below the folder `at` that a root gives out. */
function wayInto(folder: string, at: string, { server, url, host }: Root): Way {
  const rest = folder.slice(at === '/' ? 1 : at.length + 1);
  const way = { server, url: url + (rest === '' ? '' : `${rest}/`), root: url, folder };
  return host === undefined ? way : { ...way, host };
}

function* rootsOf(server: Server): Iterable<readonly [folder: string, root: Root]> {
  const root = server.ownRoot();
  if (root && !server.virtualRoot()) yield [withoutSlash(root.value), { server, url: '/', where: server.origin }];
  for (const { pattern, from, to, origin } of server.ownAliases()) {
    if (pattern || to === null) continue;
    yield [withoutSlash(to), { server, url: from.endsWith('/') ? from : `${from}/`, where: origin }];
  }
}
