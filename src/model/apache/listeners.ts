import { wildcardMatches } from '../fnmatch.ts';
import type { ApacheConfig } from './config.ts';
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
  readonly #servers: Server[] = [];
  /** Of each server: 0 for any. */
  readonly #ports: number[] = [];
  /** Indexes by name, for as many servers as are known by name: they are taken in when one is asked for. */
  readonly #names = new Map<string, number | number[]>();
  readonly #wild: { readonly pattern: string; readonly index: number }[] = [];
  #known = 0;

  constructor(first: Server) {
    this.first = first;
  }

  add(server: Server, port: number): void {
    this.#servers.push(server);
    this.#ports.push(port);
  }

  /** The first server in the configuration's order that has the name; null: none has. */
  named(host: string, port: number): Server | null {
    this.#learn();
    const fits = (index: number): boolean => this.#ports[index] === 0 || this.#ports[index] === port;
    const found = this.#names.get(host) ?? -1;
    let best = typeof found === 'number' ? (fits(found) ? found : -1) : (found.find(fits) ?? -1);
    for (const { pattern, index } of this.#wild) {
      if (best >= 0 && index >= best) break;
      if (fits(index) && wildcardMatches(pattern, host, 'caseless')) best = index;
    }
    return best < 0 ? null : this.#servers[best]!;
  }

  /** Takes in the names of the servers added since. */
  #learn(): void {
    for (; this.#known < this.#servers.length; this.#known++) {
      const { name, aliases } = this.#servers[this.#known]!;
      if (name !== null) this.#name(name, this.#known);
      for (const alias of aliases) this.#name(alias, this.#known);
    }
  }

  #name(name: string, index: number): void {
    if (/[*?]/.test(name)) {
      this.#wild.push({ pattern: name, index });
      return;
    }
    const known = this.#names.get(name);
    if (known === undefined) this.#names.set(name, index);
    else if (typeof known === 'number') this.#names.set(name, [known, index]);
    else known.push(index);
  }
}

/** Sockets and servers: which server a connection and a Host header lead to (server/vhost.c). */
export class Listeners {
  readonly #main: Server;
  readonly #sockets: readonly { readonly ip: string | null; readonly port: number }[];
  readonly #chains = new Map<string, Chain>();
  readonly #ips: ReadonlySet<string>;
  /** Ports to try where none is asked for, by whether the connection is TLS; and what is known of ports and addresses. */
  readonly #usualPorts: { readonly plain: readonly number[]; readonly tls: readonly number[] };
  readonly #givenByPort = new Map<number, readonly string[] | null>();
  readonly #found = new Map<number, Map<string, Chain | null>>();

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
    this.#usualPorts = { plain: usualPorts(sockets, 80, 443), tls: usualPorts(sockets, 443, 80) };
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

  #ports({ port, tls }: Connection): readonly number[] {
    if (port !== null) return [port];
    return tls ? this.#usualPorts.tls : this.#usualPorts.plain;
  }

  /** Local addresses that the connection may have come to, likeliest first. */
  #addresses(port: number, host: string, { remote }: Connection): readonly string[] {
    if (this.#ips.has(host)) return [host];
    const given = this.#given(port);
    if (given) return given;
    return /^127\.|^::1$/.test(remote) ? ['127.0.0.1', ...this.#ips] : [...this.#ips, '0.0.0.0'];
  }

  /** The addresses at which a port is listened on; null: at any. */
  #given(port: number): readonly string[] | null {
    let given = this.#givenByPort.get(port);
    if (given === undefined) {
      const ips = this.#sockets.filter((socket) => socket.port === port).map(({ ip }) => ip);
      const named = ips.filter((ip) => ip !== null);
      given = named.length > 0 && named.length === ips.length ? named : null;
      this.#givenByPort.set(port, given);
    }
    return given;
  }

  #chain(ip: string, port: number): Chain | null {
    let known = this.#found.get(port);
    if (!known) {
      known = new Map();
      this.#found.set(port, known);
    }
    let chain = known.get(ip);
    if (chain === undefined) {
      const keys = [`${ip} ${port}`, `${ip} 0`, `* ${port}`, '* 0'];
      chain = this.#chains.get(keys.find((key) => this.#chains.has(key)) ?? '') ?? null;
      known.set(ip, chain);
    }
    return chain;
  }
}

/** Ports that are listened on, the usual one first. */
function usualPorts(sockets: readonly { readonly port: number }[], usual: number, other: number): readonly number[] {
  const all = [...new Set(sockets.map(({ port }) => port))];
  const rank = (one: number): number => (one === usual ? 0 : one === other ? 2 : 1);
  all.sort((a, b) => rank(a) - rank(b));
  return all.length > 0 ? all : [usual];
}
