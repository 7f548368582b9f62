import { type NginxVersion, nginxVersion } from '../../catalog/nginx-versions.ts';

/** One build of nginx, as `nginx -V` tells of it. */
export interface NginxBuild {
  readonly version: NginxVersion | null;
  /** Modules by the names of their sources (`ngx_http_auth_request_module`) whose directives it does not know. */
  readonly missing: ReadonlySet<string>;
  /** Modules that it knows once a load_module line brings them. */
  readonly dynamic: ReadonlySet<string>;
  /** Modules of other people are compiled in: what directives they bring is not known. */
  readonly foreign: boolean;
}

/** Modules that are built only where an option asks for them. Source: auto/options of nginx. */
const optional =
  `http_ssl http_v2 http_v3 http_realip http_addition http_xslt http_image_filter http_geoip http_sub http_dav
  http_flv http_mp4 http_gunzip http_gzip_static http_auth_request http_random_index http_secure_link http_degradation
  http_slice http_perl http_stub_status mail_ssl stream_ssl stream_realip stream_geoip stream_ssl_preread`.split(/\s+/);
/** Modules that are built unless an option leaves them out, of those whose directives decide who gets in. */
const usual = `http_access http_auth_basic http_map http_geo http_rewrite http_proxy http_fastcgi http_uwsgi http_scgi
  http_grpc http_referer http_split_clients http_limit_req http_limit_conn http_autoindex http_mirror http_ssi
  http_charset http_gzip http_userid http_memcached http_browser http_empty_gif`.split(/\s+/);
/** Modules whose source has another name than their option. */
const filters: ReadonlySet<string> = new Set([
  'http_addition',
  'http_xslt',
  'http_sub',
  'http_gunzip',
  'http_slice',
  'http_ssi',
  'http_charset',
  'http_gzip',
  'http_userid',
]);

function sourceName(option: string): string {
  return `ngx_${option}${filters.has(option) ? '_filter' : ''}_module`;
}

/** Reads what `nginx -V` prints; null: it is not nginx's own (OpenResty, Tengine), or tells no options. */
export function nginxBuild(said: string): NginxBuild | null {
  const version = /^nginx version: nginx\/(\S+)/m.exec(said)?.[1];
  const options = /^configure arguments:(.*)$/m.exec(said)?.[1];
  if (version === undefined || options === undefined) return null;
  const missing = new Set<string>();
  const dynamic = new Set<string>();
  const has = (option: string): boolean => new RegExp(`(?:^|\\s)--${option}(?=\\s|$)`).test(options);
  for (const module of optional) {
    // http_image_filter has its whole name in the option
    const option = `with-${module}_module`;
    if (has(`${option}=dynamic`)) dynamic.add(sourceName(module));
    else if (!has(option)) missing.add(sourceName(module));
  }
  for (const module of usual) if (has(`without-${module}_module`)) missing.add(sourceName(module));
  return {
    version: nginxVersion(version),
    missing,
    dynamic,
    foreign: /(?:^|\s)--add-module=/.test(options),
  };
}
