import type { LocationConf, NginxConfig, ServerConf } from '../../model/nginx/config.ts';
import { HostNames } from '../../model/nginx/hostnames.ts';
import { type LocationTable, tableOf } from '../../model/nginx/table.ts';
import { matchPattern, type Pattern } from '../../model/regex.ts';
import { Unknown } from './request.ts';

/** Told of each pattern that matched on the way, with its groups. */
export type OnMatch = (pattern: Pattern, match: readonly (string | undefined)[]) => void;

/** The servers of one listening socket, as they are searched by name. */
interface Socket {
  readonly port: number;
  readonly address: string;
  fallback: ServerConf;
  readonly names: HostNames<ServerConf>;
  readonly patterns: { readonly server: ServerConf; readonly name: ServerConf['names'][number] }[];
}

interface Port {
  readonly sockets: Socket[];
  readonly byAddress: Map<string, Socket>;
}

/** Finds the server of a request. Source: ngx_http_find_virtual_server. */
export class ServerChoice {
  readonly #ports = new Map<number, Port>();
  /** The first port that a browser can reach: that of unix sockets is 0. */
  #firstPort: number | null = null;

  constructor(config: NginxConfig) {
    for (const server of config.servers) {
      const { listens, names } = server;
      for (let at = 0; at < listens.length; at++) {
        const { address, port, isDefault } = listens[at]!;
        const socket = this.#socket(address, port, server);
        if (isDefault) socket.fallback = server;
        for (let index = 0; index < names.length; index++) {
          const name = names[index]!;
          if (name.pattern) socket.patterns.push({ server, name });
          // the first server of a name keeps it, with a warning
          else socket.names.add(name.name, server, true);
        }
        if (names.length === 0) socket.names.add('', server, true);
      }
    }
  }

  #socket(address: string, port: number, server: ServerConf): Socket {
    let same = this.#ports.get(port);
    if (!same) {
      same = { sockets: [], byAddress: new Map() };
      this.#ports.set(port, same);
      if (port !== 0) this.#firstPort ??= port;
    }
    let socket = same.byAddress.get(address);
    if (!socket) {
      socket = { port, address, fallback: server, names: new HostNames(), patterns: [] };
      same.sockets.push(socket);
      same.byAddress.set(address, socket);
    }
    return socket;
  }

  #at(address: string, port: number | null): Socket | undefined {
    return port === null ? undefined : this.#ports.get(port)?.byAddress.get(address);
  }

  /** The listening address by which one of the tree's own servers is reached at an address; null: none is. */
  reached(address: string, port: number): string | null {
    if (address.startsWith('unix:')) return this.#at(address, 0) ? address : null;
    const local = /^(?:127\.|localhost$|0\.0\.0\.0$|\[::1?\]$)/.test(address);
    const exact = this.#at(address, port);
    const any = this.#ports.get(port)?.sockets.find(({ address: all }) => local && (all === '*' || all === '[::]'));
    return (exact ?? any)?.address ?? null;
  }

  /** Whether a server has the very name. */
  has(name: string): boolean {
    return [...this.#ports.values()].some(({ sockets }) => sockets.some(({ names }) => names.get(name)));
  }

  /** Sockets of a port, or of the usual one; `address` narrows them to one. */
  #candidates(port: number | null, tls: boolean, address: string | null): readonly Socket[] {
    if (address !== null) {
      const one = this.#at(address, address.startsWith('unix:') ? 0 : port);
      return one ? [one] : [];
    }
    const usual = tls ? 443 : 80;
    const first = port === null && !this.#ports.has(usual) ? this.#firstPort : null;
    return this.#ports.get(port ?? first ?? usual)?.sockets ?? [];
  }

  /** The default server of the socket that a request comes to, under which its request line is read. */
  reader(host: string | null, port: number | null, tls: boolean, address: string | null): ServerConf | null {
    const sockets = this.#candidates(port, tls, address);
    const named = host === null ? undefined : sockets.find((socket) => byName(socket, host, null) !== null);
    return (named ?? sockets[0])?.fallback ?? null;
  }

  /** The server of a name on the sockets of a reader; the reader itself where none has the name. */
  find(host: string, port: number | null, tls: boolean, address: string | null, onMatch: OnMatch): ServerConf | null {
    const sockets = this.#candidates(port, tls, address);
    for (const socket of sockets) {
      const named = byName(socket, host, onMatch);
      if (named) return named;
    }
    return sockets[0]?.fallback ?? null;
  }
}

function byName(socket: Socket, host: string, onMatch: OnMatch | null): ServerConf | null {
  const named = socket.names.get(host);
  if (named) return named;
  if (host === '') return null;
  for (const { server, name } of socket.patterns) {
    const match = matchPattern(name.pattern!, host);
    if (!match) continue;
    onMatch?.(name.pattern!, match);
    return server;
  }
  return null;
}

export interface Located {
  readonly level: LocationConf;
  /** The URI lacks only the slash of a proxied folder: 301. */
  readonly slash: boolean;
}

/** Finds the location of a URI below a level. Source: ngx_http_core_find_location. */
export function findLocation(level: LocationConf, uri: string, onMatch: OnMatch | null = null): Located {
  return search(level, uri, onMatch);
}

/** The level that a path of a server lands on, before any rewrite; null where that cannot be told, or a redirect adds a slash. */
export function levelFor(server: ServerConf, path: string): LocationConf | null {
  try {
    const { level, slash } = findLocation(server.level, path);
    return slash ? null : level;
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

/** `final`: an exact or regular expression match, which nothing else may replace. */
function search(level: LocationConf, uri: string, onMatch: OnMatch | null): Located & { readonly final: boolean } {
  const table = tableOf(level);
  const exact = table.exact(uri);
  if (exact) return { level: exact, slash: false, final: true };
  const prefix = table.prefix(uri);
  const withSlash = prefix?.name === uri ? null : slashLocation(table, uri);
  if (withSlash) return { level: withSlash, slash: true, final: true };
  const inside = prefix && prefix.locations.length > 0 ? search(prefix, uri, onMatch) : null;
  if (inside?.final) return inside;
  if (prefix?.kind === 'noregex') return inside ?? { level: prefix, slash: false, final: false };
  for (const location of table.regex) {
    const match = matchPattern(location.pattern!, uri);
    if (match === undefined)
      throw new Unknown({
        code: 'nginx-unseen',
        message: 'whether a pattern matches cannot be told',
        where: location.origin,
      });
    if (!match) continue;
    onMatch?.(location.pattern!, match);
    const level = location.locations.length > 0 ? search(location, uri, onMatch).level : location;
    return { level, slash: false, final: true };
  }
  return inside ?? { level: prefix ?? level, slash: false, final: false };
}

const redirecting: ReadonlySet<string> = new Set(['proxy', 'fastcgi', 'uwsgi', 'scgi', 'grpc', 'memcached']);

/** A location of the URI with a slash behind it whose upstream wants the slash (`auto_redirect`). */
function slashLocation(table: LocationTable, uri: string): LocationConf | null {
  const name = `${uri}/`;
  const exact = table.exact(name);
  const plain = table.plain(name);
  // of an exact and a prefix location the exact one answers, whichever of them wants it
  return redirects(exact) || redirects(plain) ? (exact ?? plain) : null;
}

function redirects(location: LocationConf | null): boolean {
  return location !== null && location.handler !== null && redirecting.has(location.handler.kind);
}
