import { matchPattern } from '../../model/apache/regex.ts';
import type { LocationConf, NginxConfig, ServerConf } from '../../model/nginx/config.ts';
import { tableOf } from '../../model/nginx/location.ts';
import { spanOf } from '../../syntax/tree.ts';
import { Unknown } from './request.ts';

/** The servers of one listening socket, as they are searched by name. */
interface Socket {
  readonly port: number;
  readonly address: string;
  fallback: ServerConf;
  readonly exact: Map<string, ServerConf>;
  /** Names that begin with `*.` or a dot, without the star; names that end in `.*`, without it. */
  readonly leading: Map<string, ServerConf>;
  readonly trailing: Map<string, ServerConf>;
  readonly patterns: { readonly server: ServerConf; readonly name: ServerConf['names'][number] }[];
}

/** Finds the server of a request. Source: ngx_http_find_virtual_server, ngx_hash_find_combined. */
export class ServerChoice {
  readonly #sockets = new Map<string, Socket>();
  readonly #byPort = new Map<number, Socket[]>();

  constructor(config: NginxConfig) {
    for (const server of config.servers) {
      for (const { address, port, isDefault } of server.listens) {
        const key = `${address}:${port}`;
        let socket = this.#sockets.get(key);
        if (!socket) {
          socket = {
            port,
            address,
            fallback: server,
            exact: new Map(),
            leading: new Map(),
            trailing: new Map(),
            patterns: [],
          };
          this.#sockets.set(key, socket);
          const same = this.#byPort.get(port);
          if (same) same.push(socket);
          else this.#byPort.set(port, [socket]);
        }
        if (isDefault) socket.fallback = server;
        for (const name of server.names) addName(socket, server, name);
        if (server.names.length === 0 && !socket.exact.has('')) socket.exact.set('', server);
      }
    }
  }

  get ports(): readonly number[] {
    return [...this.#byPort.keys()];
  }

  /** Whether one of the tree's own servers listens there. */
  listens(address: string, port: number): boolean {
    const local = /^(?:127\.|localhost$|0\.0\.0\.0$|\[::1?\]$)/.test(address);
    return (this.#byPort.get(port) ?? []).some(
      (socket) =>
        socket.address === address ||
        (local && (socket.address === '*' || socket.address === '[::]' || socket.address === address)),
    );
  }

  /** The server of a request and the default one of its socket, under which the request line was read. */
  find(host: string, port: number | null, tls: boolean): { server: ServerConf; reader: ServerConf } | null {
    const wanted = port ?? (this.#byPort.has(tls ? 443 : 80) ? (tls ? 443 : 80) : this.ports[0]);
    const sockets = wanted === undefined ? [] : (this.#byPort.get(wanted) ?? []);
    for (const socket of sockets) {
      const named = byName(socket, host);
      if (named) return { server: named, reader: socket.fallback };
    }
    const fallback = sockets[0]?.fallback;
    return fallback ? { server: fallback, reader: fallback } : null;
  }
}

function addName(socket: Socket, server: ServerConf, name: ServerConf['names'][number]): void {
  const put = (table: Map<string, ServerConf>, key: string): void => {
    // the first server of a name keeps it, with a warning
    if (!table.has(key)) table.set(key, server);
  };
  const text = name.name;
  if (name.pattern) socket.patterns.push({ server, name });
  else if (text.startsWith('*.')) put(socket.leading, text.slice(1));
  else if (text.startsWith('.')) {
    put(socket.exact, text.slice(1));
    put(socket.leading, text);
  } else if (text.endsWith('.*')) put(socket.trailing, text.slice(0, -1));
  else put(socket.exact, text);
}

function byName(socket: Socket, host: string): ServerConf | null {
  const exact = socket.exact.get(host);
  if (exact) return exact;
  if (host === '') return null;
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
    const found = dot > 0 ? socket.leading.get(host.slice(dot)) : undefined;
    if (found) return found;
  }
  for (let dot = host.lastIndexOf('.'); dot > 0; dot = host.lastIndexOf('.', dot - 1)) {
    const found = socket.trailing.get(host.slice(0, dot + 1));
    if (found) return found;
  }
  for (const { server, name } of socket.patterns) {
    if (matchPattern(name.pattern!, host)) return server;
  }
  return null;
}

export interface Located {
  readonly level: LocationConf;
  /** The URI lacks only the slash of a proxied folder: 301. */
  readonly slash: boolean;
  readonly captures: readonly (string | undefined)[] | null;
}

/** Finds the location of a URI below a level. Source: ngx_http_core_find_location. */
export function findLocation(level: LocationConf, uri: string): Located {
  const table = tableOf(level);
  const exact = table.exact.get(uri);
  if (exact) return { level: exact, slash: false, captures: null };
  let prefix: LocationConf | null = null;
  const withSlash = table.prefix.get(`${uri}/`) ?? table.exact.get(`${uri}/`);
  for (const length of table.lengths) {
    if (length > uri.length) continue;
    const found = table.prefix.get(uri.slice(0, length));
    if (!found) continue;
    prefix = found;
    break;
  }
  if (withSlash?.handler && withSlash.handler.kind !== 'other' && prefix?.name !== uri) {
    return { level: withSlash, slash: true, captures: null };
  }
  let inside: Located | null = null;
  if (prefix) {
    inside = findLocation(prefix, uri);
    // an exact or regular expression match inside is final
    if (inside.slash || inside.captures !== null || inside.level.kind === 'exact') return inside;
  }
  const noregex = prefix?.kind === 'noregex';
  for (const location of noregex ? [] : table.regex) {
    const match = matchPattern(location.pattern!, uri);
    if (match === undefined)
      throw new Unknown({
        code: 'nginx-unseen',
        message: 'whether a pattern matches cannot be told',
        where: spanOf(location.origin),
      });
    if (!match) continue;
    const deeper = findLocation(location, uri);
    return { level: deeper.level, slash: deeper.slash, captures: deeper.captures ?? match };
  }
  return inside ?? { level: prefix ?? level, slash: false, captures: null };
}
