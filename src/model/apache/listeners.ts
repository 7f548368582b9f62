import type { ApacheConfig } from './config.ts';
import { wildcardMatches } from './fnmatch.ts';
import { type Server, splitAddress } from './servers.ts';

interface Connection {
  readonly host: string | null;
  readonly port: number | null;
  readonly tls: boolean;
  readonly remote: string;
}

/** Servers that share an address, by name (name_chain of server/vhost.c). */
class Chain {
  readonly first: Server;
  readonly #members: { readonly server: Server; readonly port: number }[] = [];
  readonly #names = new Map<string, number[]>();
  readonly #wild: { readonly pattern: string; readonly index: number }[] = [];

  constructor(first: Server) {
    this.first = first;
  }

  add(server: Server, port: number): void {
    const index = this.#members.length;
    this.#members.push({ server, port });
    const names = [...(server.name === null ? [] : [server.name]), ...server.aliases];
    for (const name of names) {
      if (/[*?]/.test(name)) this.#wild.push({ pattern: name, index });
      else {
        const list = this.#names.get(name);
        if (list) list.push(index);
        else this.#names.set(name, [index]);
      }
    }
  }

  /** The first server in the configuration's order that has the name; null: none has. */
  named(host: string, port: number): Server | null {
    const fits = (index: number): boolean => {
      const member = this.#members[index]!;
      return member.port === 0 || member.port === port;
    };
    let best = this.#names.get(host)?.find(fits) ?? -1;
    for (const { pattern, index } of this.#wild) {
      if (best >= 0 && index >= best) break;
      if (fits(index) && wildcardMatches(pattern, host, false, true)) best = index;
    }
    return best < 0 ? null : this.#members[best]!.server;
  }
}

/** Sockets and servers: which server a connection and a Host header lead to (server/vhost.c). */
export class Listeners {
  readonly #main: Server;
  readonly #sockets: readonly { readonly ip: string | null; readonly port: number }[];
  readonly #chains = new Map<string, Chain>();
  readonly #ips: ReadonlySet<string>;

  constructor(config: ApacheConfig, servers: readonly Server[]) {
    this.#main = servers[0]!;
    const sockets: { ip: string | null; port: number }[] = [];
    for (const directive of config.directives) {
      if (directive.name.toLowerCase() !== 'listen') continue;
      const text = directive.args[0]?.value ?? '';
      const { host, port } = /^\d+$/.test(text) ? { host: '', port: Number(text) } : splitAddress(text);
      sockets.push({ ip: host === '' || host === '*' || host === '0.0.0.0' || host === '::' ? null : host, port });
    }
    this.#sockets = sockets;
    const ips = new Set<string>();
    for (const server of servers.slice(1)) {
      for (const { ip, port } of server.addresses) {
        const key = `${ip ?? '*'} ${port}`;
        let chain = this.#chains.get(key);
        if (!chain) {
          chain = new Chain(server);
          this.#chains.set(key, chain);
        }
        chain.add(server, port);
        if (ip !== null) ips.add(ip);
      }
    }
    this.#ips = ips;
  }

  /** The server for a request, and the port that it came to. */
  choose(host: string, connection: Connection): { readonly server: Server; readonly port: number } {
    const ports = this.#ports(connection);
    let fallback: { server: Server; port: number } | null = null;
    for (const port of ports) {
      for (const ip of this.#addresses(port, host, connection)) {
        const chain = this.#chain(ip, port);
        const named = chain?.named(host, port) ?? null;
        if (named) return { server: named, port };
        fallback ??= { server: chain?.first ?? this.#main, port };
      }
    }
    return fallback ?? { server: this.#main, port: ports[0] ?? 80 };
  }

  /** The port of a virtual host; null: any. */
  portOf(server: Server): number | null {
    return server.addresses.find(({ port }) => port !== 0)?.port ?? null;
  }

  /** Ports to try: the one asked for, else the usual one first. */
  #ports({ port, tls }: Connection): number[] {
    if (port !== null) return [port];
    const all = [...new Set(this.#sockets.map((socket) => socket.port))];
    const usual = tls ? 443 : 80;
    const other = tls ? 80 : 443;
    const rank = (one: number): number => (one === usual ? 0 : one === other ? 2 : 1);
    all.sort((a, b) => rank(a) - rank(b));
    return all.length > 0 ? all : [usual];
  }

  /** Local addresses that the connection may have come to, likeliest first. */
  #addresses(port: number, host: string, { remote }: Connection): string[] {
    if (this.#ips.has(host)) return [host];
    const sockets = this.#sockets.filter((socket) => socket.port === port);
    const given = sockets.flatMap(({ ip }) => (ip === null ? [] : [ip]));
    if (given.length > 0 && !sockets.some(({ ip }) => ip === null)) return given;
    const loopback = /^127\.|^::1$/.test(remote);
    return loopback ? ['127.0.0.1', ...this.#ips] : [...this.#ips, '0.0.0.0'];
  }

  #chain(ip: string, port: number): Chain | null {
    for (const key of [`${ip} ${port}`, `${ip} 0`, `* ${port}`, '* 0']) {
      const chain = this.#chains.get(key);
      if (chain) return chain;
    }
    return null;
  }
}
