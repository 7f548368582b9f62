const words = (text: string): readonly string[] => text.split(/\s+/);

/** Directives whose arguments are all a size: bytes, `k` or `m`. */
const sizes = words(
  `client_body_buffer_size client_header_buffer_size connection_pool_size fastcgi_buffer_size fastcgi_busy_buffers_size
  fastcgi_max_temp_file_size fastcgi_temp_file_write_size grpc_buffer_size gzip_min_length memcached_buffer_size
  postpone_output preread_buffer_size proxy_buffer_size proxy_busy_buffers_size proxy_max_temp_file_size
  proxy_temp_file_write_size read_ahead request_pool_size scgi_buffer_size scgi_busy_buffers_size
  scgi_max_temp_file_size scgi_temp_file_write_size send_lowat sendfile_max_chunk slice ssl_buffer_size
  subrequest_output_buffer_size uwsgi_buffer_size uwsgi_busy_buffers_size uwsgi_max_temp_file_size
  uwsgi_temp_file_write_size`,
);

/** Directives whose argument may be gigabytes too. */
const offsets = words('client_max_body_size directio_alignment proxy_cache_max_range_offset worker_rlimit_core');

/** Directives whose arguments are all a time. */
const times = words(
  `accept_mutex_delay auth_delay client_body_timeout client_header_timeout fastcgi_cache_lock_age
  fastcgi_cache_lock_timeout fastcgi_connect_timeout fastcgi_next_upstream_timeout fastcgi_read_timeout
  fastcgi_send_timeout grpc_connect_timeout grpc_next_upstream_timeout grpc_read_timeout grpc_send_timeout
  keepalive_time keepalive_timeout lingering_time lingering_timeout memcached_connect_timeout memcached_read_timeout
  memcached_send_timeout open_file_cache_valid preread_timeout proxy_cache_lock_age proxy_cache_lock_timeout
  proxy_connect_timeout proxy_next_upstream_timeout proxy_read_timeout proxy_send_timeout proxy_timeout
  resolver_timeout scgi_connect_timeout scgi_read_timeout scgi_send_timeout send_timeout ssl_handshake_timeout
  ssl_session_timeout timer_resolution uwsgi_connect_timeout uwsgi_next_upstream_timeout uwsgi_read_timeout
  uwsgi_send_timeout worker_shutdown_timeout`,
);

/** Directives whose argument is a number. */
const numbers = words(
  `fastcgi_cache_min_uses gzip_comp_level http2_max_concurrent_streams keepalive_requests limit_conn_status
  limit_req_status map_hash_bucket_size map_hash_max_size max_ranges open_file_cache_min_uses proxy_cache_min_uses
  proxy_headers_hash_bucket_size proxy_headers_hash_max_size proxy_next_upstream_tries server_names_hash_bucket_size
  server_names_hash_max_size ssl_verify_depth types_hash_bucket_size types_hash_max_size variables_hash_bucket_size
  variables_hash_max_size worker_rlimit_nofile`,
);

const nextUpstream =
  'error timeout invalid_header invalid_response non_idempotent http_500 http_502 http_503 http_504 http_403 http_404 http_429 not_found updating off';
const protocols = 'SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3';

/** Directives whose arguments are words of a list, in any letter case; of all releases. */
const choices: Readonly<Record<string, string>> = {
  autoindex_format: 'html json jsonp xml',
  client_body_in_file_only: 'off on clean',
  dav_methods: 'off put delete mkcol copy move',
  fastcgi_next_upstream: nextUpstream,
  gzip_http_version: '1.0 1.1',
  gzip_proxied: 'off expired no-cache no-store private no_last_modified no_etag auth any',
  gzip_static: 'off on always',
  if_modified_since: 'off exact before',
  keepalive_disable: 'none msie6 safari',
  limit_conn_log_level: 'info notice warn error',
  limit_req_log_level: 'info notice warn error',
  lingering_close: 'off on always',
  proxy_cache_use_stale: nextUpstream,
  proxy_http_version: '1.0 1.1 2',
  proxy_next_upstream: nextUpstream,
  proxy_ssl_protocols: protocols,
  satisfy: 'all any',
  ssl_protocols: protocols,
  ssl_verify_client: 'off on optional optional_no_ca',
  uwsgi_next_upstream: nextUpstream,
};

/** A kind of value: the form that it has, and what nginx says of another. Source: ngx_parse.c, ngx_conf_file.c. */
export interface ValueKind {
  readonly form: RegExp;
  /** Complaint of a directive about a value. */
  readonly complain: (directive: string, value: string) => string;
}

const invalid: ValueKind['complain'] = (directive) => `"${directive}" directive invalid value`;
const notOffered: ValueKind['complain'] = (_, value) => `invalid value "${value}"`;

const size: ValueKind = { form: /^\d+[km]?$/i, complain: invalid };
const offset: ValueKind = { form: /^\d+[kmg]?$/i, complain: invalid };
const time: ValueKind = {
  form: /^(?=\d)(?:\d+y *)?(?:\d+M *)?(?:\d+w *)?(?:\d+d *)?(?:\d+h *)?(?:\d+m *)?(?:\d+s? *)?(?:\d+ms *)?$/,
  complain: invalid,
};
const number: ValueKind = {
  form: /^\d+$/,
  complain: (directive) => `"${directive}" directive invalid number`,
};

const choice = (list: string): ValueKind => ({
  form: new RegExp(`^(?:${words(list).join('|').replaceAll('.', '\\.')})$`, 'i'),
  complain: notOffered,
});

const kinds: ReadonlyMap<string, ValueKind> = new Map([
  ...sizes.map((name) => [name, size] as const),
  ...offsets.map((name) => [name, offset] as const),
  ...times.map((name) => [name, time] as const),
  ...numbers.map((name) => [name, number] as const),
  ...Object.entries(choices).map(([name, list]) => [name, choice(list)] as const),
]);

/** What every argument of a directive must be; null: no more than its number is known. */
export function valueKind(directive: string): ValueKind | null {
  return kinds.get(directive) ?? null;
}
