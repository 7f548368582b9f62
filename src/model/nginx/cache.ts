import type { Directive } from '../../syntax/tree.ts';
import type { LocationConf, NginxConfig } from './config.ts';
import { inEffect } from './levels.ts';

const visitor = /\$\{?(?:http_|cookie_|remote_|binary_remote_addr|realip_|ssl_client|arg_|jwt_|proxy_protocol_addr)/;

/**
 * The directive by which a location keeps answers of its upstream under a key that holds nothing of the visitor; null
 * where there is none. Source: ngx_http_upstream_cache; the default keys name the upstream and the path alone.
 */
export function sharedCache(config: NginxConfig, level: LocationConf): Directive | null {
  const kind = level.handler?.kind;
  if (!kind) return null;
  const [cache] = inEffect(level, `${kind}_cache`);
  if (!cache || cache.args[0]?.value === 'off') return null;
  const [key] = inEffect(level, `${kind}_cache_key`);
  const text = key?.args.map(({ value }) => value).join('') ?? '';
  // a variable that the configuration makes may stand for the visitor
  const made = [...text.matchAll(/\$\{?(\w+)/g)].some(([, name]) => config.variables.has(name!.toLowerCase()));
  const bypassed = inEffect(level, `${kind}_cache_bypass`).some(({ args }) =>
    args.some(({ value }) => visitor.test(value)),
  );
  return visitor.test(text) || made || bypassed ? null : (key ?? cache);
}
