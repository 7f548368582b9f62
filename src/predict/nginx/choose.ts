import { matchPattern, type Pattern } from '../../model/apache/regex.ts';
import type { LocationConf, LocationTable, NginxConfig, ServerConf } from '../../model/nginx/config.ts';
import { HostNames } from '../../model/nginx/hostnames.ts';
import { tableOf } from '../../model/nginx/location.ts';
import { spanOf } from '../../syntax/tree.ts';
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

/** Finds the server of a request. Source: ngx_http_find_virtual_server. */
export class ServerChoice {
  readonly #sockets = new Map<string, Socket>();
  readonly #byPort = new Map<number, Socket[]>();

  constructor(config: NginxConfig) {
    for (const server of config.servers) {
      for (const { address, port, isDefault } of server.listens) {
        const socket = this.#socket(address, port, server);
        if (isDefault) socket.fallback = server;
        for (const name of server.names) {
          if (name.pattern) socket.patterns.push({ server, name });
          // the first server of a name keeps it, with a warning
          else socket.names.add(name.name, server, true);
        }
        if (server.names.length === 0) socket.names.add('', server, true);
      }
    }
  }

  #socket(address: string, port: number, server: ServerConf): Socket {
    const key = `${address}:${port}`;
    const known = this.#sockets.get(key);
    if (known) return known;
    const socket: Socket = { port, address, fallback: server, names: new HostNames(), patterns: [] };
    this.#sockets.set(key, socket);
    const same = this.#byPort.get(port);
    if (same) same.push(socket);
    else this.#byPort.set(port, [socket]);
    return socket;
  }

  get ports(): readonly number[] {
    return [...this.#byPort.keys()];
  }

  /** The listening address by which one of the tree's own servers is reached at an address; null: none is. */
  reached(address: string, port: number): string | null {
    if (address.startsWith('unix:')) return this.#sockets.has(`${address}:0`) ? address : null;
    const local = /^(?:127\.|localhost$|0\.0\.0\.0$|\[::1?\]$)/.test(address);
    const sockets = this.#byPort.get(port) ?? [];
    const exact = sockets.find((socket) => socket.address === address);
    const any = sockets.find(({ address: all }) => local && (all === '*' || all === '[::]'));
    return (exact ?? any)?.address ?? null;
  }

  /** Sockets of a port, or of the usual one; `address` narrows them to one. */
  #candidates(port: number | null, tls: boolean, address: string | null): readonly Socket[] {
    if (address !== null) {
      const one = this.#sockets.get(`${address}:${address.startsWith('unix:') ? 0 : port}`);
      return one ? [one] : [];
    }
    const wanted = port ?? (this.#byPort.has(tls ? 443 : 80) ? (tls ? 443 : 80) : this.ports[0]);
    return wanted === undefined ? [] : (this.#byPort.get(wanted) ?? []);
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
  const { level: found, slash } = search(level, uri, onMatch);
  return { level: found, slash };
}

/** `final`: an exact or regular expression match, which nothing else may replace. */
function search(level: LocationConf, uri: string, onMatch: OnMatch | null): Located & { readonly final: boolean } {
  const table = tableOf(level);
  const exact = table.exact.get(uri);
  if (exact) return { level: exact, slash: false, final: true };
  let prefix: LocationConf | null = null;
  for (const length of table.lengths) {
    if (length > uri.length) continue;
    const found = table.prefix.get(uri.slice(0, length));
    if (!found) continue;
    prefix = found;
    break;
  }
  // of an exact and a prefix location with the slash, the exact one answers
  const withSlash = prefix?.name === uri ? undefined : slashLocation(table, uri);
  if (withSlash) return { level: withSlash, slash: true, final: true };
  const inside = prefix ? search(prefix, uri, onMatch) : null;
  if (inside?.final) return inside;
  for (const location of prefix?.kind === 'noregex' ? [] : table.regex) {
    const match = matchPattern(location.pattern!, uri);
    if (match === undefined)
      throw new Unknown({
        code: 'nginx-unseen',
        message: 'whether a pattern matches cannot be told',
        where: spanOf(location.origin),
      });
    if (!match) continue;
    onMatch?.(location.pattern!, match);
    return { level: search(location, uri, onMatch).level, slash: false, final: true };
  }
  return inside ?? { level: prefix ?? level, slash: false, final: false };
}

const redirecting: ReadonlySet<string> = new Set(['proxy', 'fastcgi', 'uwsgi', 'scgi', 'grpc', 'memcached']);

/** A location of the URI with a slash behind it whose upstream wants the slash (`auto_redirect`). */
function slashLocation(table: LocationTable, uri: string): LocationConf | undefined {
  const candidates = [table.exact.get(`${uri}/`), table.prefix.get(`${uri}/`)].filter((one) => one !== undefined);
  const wants = candidates.some(({ handler }) => handler !== null && redirecting.has(handler.kind));
  return wants ? candidates[0] : undefined;
}
