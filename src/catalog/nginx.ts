import { detached } from '../text/bytes.ts';
import { lines } from './nginx-directives.generated.ts';
import { linesOf } from './table.ts';

/** One module's form of a directive. Source: the command tables of nginx's modules. */
export interface NginxCommand {
  readonly module: string;
  readonly contexts: readonly string[];
  readonly block: boolean;
  readonly args: readonly string[];
}

/** What was asked for, as a configuration names few directives, and often; names of none too, as far as they are few. */
const known = new Map<string, readonly NginxCommand[] | null>();
const mostKnown = 4096;

/** The forms of a directive by its exact name (names are case-sensitive); null: no module of nginx has it. */
export function nginxCommands(name: string): readonly NginxCommand[] | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  const own = linesOf(lines, name, '|');
  const commands = own.length > 0 ? own.map(commandOf) : null;
  if (commands || known.size < mostKnown) known.set(detached(name), commands);
  return commands;
}

function commandOf(line: string): NginxCommand {
  const [, module, contexts, block, args] = line.split('|');
  return { module: module!, contexts: contexts!.split(','), block: block !== '', args: args!.split(',') };
}

let names: ReadonlySet<string> | null = null;

/** Names of all directives. */
export function nginxNames(): Iterable<string> {
  names ??= new Set(Array.from(lines.matchAll(/^[^|]+/gm), ([name]) => name));
  return names;
}

/** Least and greatest number of arguments by argument class. */
export const argumentCounts: Readonly<Record<string, readonly [number, number]>> = {
  NOARGS: [0, 0],
  FLAG: [1, 1],
  TAKE1: [1, 1],
  TAKE2: [2, 2],
  TAKE3: [3, 3],
  TAKE12: [1, 2],
  TAKE13: [1, 3],
  TAKE23: [2, 3],
  TAKE123: [1, 3],
  TAKE1234: [1, 4],
  '1MORE': [1, Number.POSITIVE_INFINITY],
  '2MORE': [2, Number.POSITIVE_INFINITY],
  ANY: [0, Number.POSITIVE_INFINITY],
};

/** Directives of well-known builds beside nginx itself: the commercial edition (refused by the open one). */
export const commercial: ReadonlySet<string> = new Set([
  'auth_jwt',
  'auth_jwt_claim_set',
  'auth_jwt_header_set',
  'auth_jwt_key_cache',
  'auth_jwt_key_file',
  'auth_jwt_key_request',
  'auth_jwt_leeway',
  'auth_jwt_require',
  'auth_jwt_type',
  'auth_oidc',
  'oidc_provider',
  'status_zone',
  'api',
  'health_check',
  'keyval',
  'keyval_zone',
  'session_log',
  'zone_sync',
]);

/** Lines that only configurations of the commercial edition have: its other directives are fine beside them. */
export const commercialLine =
  /^[ \t]*(?:(?:status_zone|health_check|keyval|keyval_zone|zone_sync|zone_sync_\w+|upstream_conf|queue|sticky|ntlm|session_log|session_log_zone|state|mgmt|license_token|app_protect_\w+)\b[^;{\n]*[;{]|api(?:[ \t]+write=\w+)?[ \t]*;|status[ \t]*;|match[ \t]+\w+[ \t]*\{)/m;

/** Names of third-party directives by their beginning: a build or a loaded module may have them. */
export const thirdParty =
  /^(?:lua_|.*_by_lua(?:_block|_file)?$|more_|auth_(?:pam|ldap|digest|gss|spnego|cookie|hmac|token|totp)|ldap_server|upload$|h264|aws_|s3_|limit_upload|proxy_connect|upsync|app_protect|datadog|appdynamics|newrelic|tfs_|session_sticky|req_status|jsonp|small_light|video_|mruby_|clojure|jvm_|cookie_flag|ip2location|ip2proxy|length_hiding|sysguard|waf|fair$|brotli|pagespeed|modsecurity|passenger_|vod_|rtmp|js_|perl_|echo|headers_more|set_(?:md5|sha|escape|unescape|encode|decode|random|secure|misc|form|quote|hex)|geoip2?|naxsi|fancyindex|vhost_traffic|upload_|push_stream|nchan|srcache|redis|drizzle|postgres|memc_|array_|eval_|subs_filter|substitutions|testcookie|otel_|opentracing|security_rules|cache_purge|fastcgi_cache_purge|proxy_cache_purge|dav_ext|xss_|iconv_|accounting|sorted_querystring|concat|slowfs|sticky|check|ajp_|wasm|njs|image_filter|jwt|shib_request|quic|http3|zstd|unbrotli)/;

/** What such modules only prepare, write down or add to an answer. */
const beside =
  /^(?:lua_|init_|exit_|log_by_|balancer_by_|(?:header|body)_filter_by_|ssl_\w+_by_|js_(?!access|content)|auth_ldap_cache_|auth_digest_(?:shm|evasion|maxtries|timeout|expires|replays|drop))/;

/** Whether a directive of a module that is not nginx's own may refuse a request, or make its answer. */
export function mayRefuse(name: string): boolean {
  return /auth|access|lua|jwt|perl|js_|shib_request/.test(name) && !beside.test(name);
}

/** Variables of nginx's core. Source: ngx_http_core_variables. */
const coreVariables: ReadonlySet<string> = new Set(
  `http_host http_user_agent http_referer http_via http_x_forwarded_for http_cookie content_length content_type
  host binary_remote_addr remote_addr remote_port proxy_protocol_addr proxy_protocol_port
  proxy_protocol_server_addr proxy_protocol_server_port server_addr server_port server_protocol scheme https
  request_port is_request_port request_uri uri document_uri request document_root realpath_root query_string args
  is_args request_filename server_name request_method remote_user bytes_sent body_bytes_sent pipe
  request_completion request_body request_body_file request_length request_time request_id status limit_rate
  connection connection_requests connection_time nginx_version hostname pid msec time_iso8601 time_local
  tcpinfo_rtt tcpinfo_rttvar tcpinfo_snd_cwnd tcpinfo_rcv_space`.split(/\s+/),
);

/** Variables that nginx's own modules define. Source: their ngx_http_variable_t tables. */
export const knownVariables: ReadonlySet<string> = new Set([
  ...coreVariables,
  ...`upstream_addr upstream_status upstream_connect_time upstream_header_time upstream_response_time
  upstream_response_length upstream_bytes_received upstream_bytes_sent upstream_cache_status
  upstream_cache_last_modified upstream_cache_etag proxy_host proxy_port proxy_add_x_forwarded_for
  proxy_internal_body_length proxy_internal_chunked fastcgi_script_name fastcgi_path_info ancient_browser
  modern_browser msie date_local date_gmt gzip_ratio invalid_referer secure_link secure_link_expires uid_got
  uid_set uid_reset realip_remote_addr realip_remote_port slice_range connections_active connections_reading
  connections_writing connections_waiting http2 http3 limit_req_status limit_conn_status ssl_protocol ssl_cipher
  ssl_ciphers ssl_curve ssl_curves ssl_session_id ssl_session_reused ssl_early_data ssl_server_name
  ssl_alpn_protocol ssl_client_cert ssl_client_raw_cert ssl_client_escaped_cert ssl_client_s_dn ssl_client_i_dn
  ssl_client_s_dn_legacy ssl_client_i_dn_legacy ssl_client_serial ssl_client_fingerprint ssl_client_verify
  ssl_client_v_start ssl_client_v_end ssl_client_v_remain ssl_sigalg memcached_key geoip_country_code
  geoip_country_code3 geoip_country_name geoip_city geoip_region geoip_region_name geoip_org`.split(/\s+/),
]);

/** Variables of the core that a configuration may give another value. */
const changeable: ReadonlySet<string> = new Set(['args', 'limit_rate']);
/** Headers that the core has variables of its own for. */
const sentHeaders =
  /^sent_http_(?:content_type|content_length|location|last_modified|connection|keep_alive|transfer_encoding|cache_control|link)$/;

/** Whether nginx has a variable of this name that nothing else may set. Source: ngx_http_core_variables and others. */
export function isFixedVariable(name: string): boolean {
  const lower = name.toLowerCase();
  const upstream = lower.startsWith('upstream_') && knownVariables.has(lower);
  return (coreVariables.has(lower) && !changeable.has(lower)) || upstream || sentHeaders.test(lower);
}

/** Beginnings that make any name a variable. */
export const variablePrefixes =
  /^(?:http_|sent_http_|sent_trailer_|cookie_|arg_|upstream_http_|upstream_trailer_|upstream_cookie_|proxy_protocol_tlv_|jwt_claim_|jwt_header_)/;
