import type { Listen, ServerConf } from '../model/nginx/config.ts';

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
