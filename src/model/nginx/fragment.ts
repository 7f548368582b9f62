import type { Directive } from '../../syntax/tree.ts';

const httpOnly: ReadonlySet<string> = new Set([
  'server',
  'upstream',
  'map',
  'geo',
  'split_clients',
  'limit_req_zone',
  'limit_conn_zone',
  'log_format',
  'proxy_cache_path',
  'types',
  'server_names_hash_bucket_size',
]);
const serverOnly: ReadonlySet<string> = new Set(['location', 'listen', 'server_name', 'if', 'ssl_certificate']);

/** The level that a fragment's directives fit; null: it is a whole configuration. */
export function contextOf(directives: readonly Directive[]): 'http' | 'server' | 'location' | null {
  const names = new Set(directives.map(({ name }) => name));
  if (names.has('http') || names.has('events')) return null;
  for (const name of names) if (httpOnly.has(name)) return 'http';
  for (const name of names) if (serverOnly.has(name)) return 'server';
  return 'location';
}
