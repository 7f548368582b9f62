import type { NginxConfig } from '../../model/nginx/config.ts';
import { oncePer } from '../../once.ts';
import type { Directive } from '../../syntax/tree.ts';

/** How far servers can pass a request on to each other before the worker has no connection left. */
export interface Room {
  readonly hops: number;
  /** 500: none is left to connect with; 502: none to accept with, so that the upstream is cut off. */
  readonly status: 500 | 502;
}

/** Hops that are followed: more nest too deep here. */
const mostHops = 600;

/**
 * The room of a lone worker for one client; null: it depends on more than can be told.
 * Source: ngx_event_process_init, ngx_get_connection, ngx_event_accept.
 */
export const roomFor = oncePer(({ directives, servers, http, partial }: NginxConfig): Room | null => {
  const main = new Map(directives.map((directive) => [directive.name, directive]));
  const worker = first(main.get('worker_processes')) ?? '1';
  if (partial || http === null || worker !== '1' || main.has('stream') || main.has('mail')) return null;
  const events = main.get('events')?.children ?? [];
  const connections = Number(first(events.find(({ name }) => name === 'worker_connections')) ?? 512);
  // one more for the channel from the master, and one for the client
  const channel = first(main.get('master_process')) === 'off' ? 0 : 1;
  const free = connections - sockets(servers) - channel - 1;
  const hops = Math.floor(free / 2);
  return free >= 0 && hops <= mostHops ? { hops, status: free % 2 === 0 ? 500 : 502 } : null;
});

/** Listening sockets: an address of its own needs none where all addresses of its port are listened on. */
function sockets(servers: NginxConfig['servers']): number {
  const all = new Set(servers.flatMap(({ listens }) => listens.map(({ address, port }) => `${address}:${port}`)));
  return [...all].filter((one) => !/^\d/.test(one) || !all.has(one.replace(/^[^:]*/, '*'))).length;
}

function first(directive: Directive | undefined): string | null {
  return directive?.args[0]?.value ?? null;
}
