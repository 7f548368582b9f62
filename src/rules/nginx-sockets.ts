import type { Listen, NginxConfig, ServerConf } from '../model/nginx/config.ts';
import { oncePer } from '../once.ts';

/** Whether only the machine itself reaches a socket. */
export function isLocal({ address }: Listen): boolean {
  return /^(?:unix:|127\.|\[::1\]|localhost$)/.test(address);
}

/** The server of a socket that answers whoever asks for a name that none of them has: the default one, or the first. */
export function defaultOf(servers: readonly ServerConf[], { address, port }: Listen): ServerConf | null {
  const there = servers.flatMap((server) =>
    server.listens
      .filter((listen) => listen.address === address && listen.port === port)
      .map(({ isDefault }) => ({ server, isDefault })),
  );
  return (there.find(({ isDefault }) => isDefault) ?? there[0])?.server ?? null;
}

/** Whether a server is the one that answers on one of its sockets whatever name is asked for. */
export function isDefault(server: ServerConf, servers: readonly ServerConf[]): boolean {
  return server.listens.some((listen) => defaultOf(servers, listen) === server);
}

/** An earlier server with the same name on the same socket; nginx takes that one and only warns about the other. */
interface Namesake {
  readonly winner: ServerConf;
  /** Empty: neither has a name. */
  readonly name: string;
  readonly port: number;
}

const unnamed: ServerConf['names'] = [{ name: '', pattern: null }];

/** Servers with a name that an earlier one has on the same socket, each with the first such name. */
export const namesakes = oncePer(({ servers }: NginxConfig): ReadonlyMap<ServerConf, Namesake> => {
  /** The first server by address and port, then by name. */
  const first = new Map<string, Map<string, ServerConf>>();
  const found = new Map<ServerConf, Namesake>();
  for (const server of servers) {
    // of the branches of a template one is put out
    if (server.origin.source.template) continue;
    const names = server.names.length > 0 ? server.names : unnamed;
    for (const { address, port } of server.listens) {
      const socket = `${address}:${port}`;
      const there = first.get(socket) ?? new Map<string, ServerConf>();
      if (there.size === 0) first.set(socket, there);
      for (const { name, pattern } of names) {
        if (pattern) continue;
        const winner = there.get(name);
        if (!winner) there.set(name, server);
        else if (winner !== server && !found.has(server)) found.set(server, { winner, name, port });
      }
    }
  }
  return found;
});
