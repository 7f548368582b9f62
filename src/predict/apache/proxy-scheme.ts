import type { Directive } from '../../syntax/tree.ts';
import { type Ended, type Exchange, end, reason } from './exchange.ts';
import { proxyRule } from './translate.ts';

/** Modules that can speak to a backend, by the scheme of its URL: any one of them will do. */
const speakers: Readonly<Record<string, readonly string[]>> = {
  http: ['mod_proxy_http'],
  https: ['mod_proxy_http'],
  ws: ['mod_proxy_wstunnel', 'mod_proxy_http'],
  wss: ['mod_proxy_wstunnel', 'mod_proxy_http'],
  h2: ['mod_proxy_http2'],
  h2c: ['mod_proxy_http2'],
  fcgi: ['mod_proxy_fcgi'],
  scgi: ['mod_proxy_scgi'],
  uwsgi: ['mod_proxy_uwsgi'],
  ajp: ['mod_proxy_ajp'],
  balancer: ['mod_proxy_balancer'],
};

/** Where no loaded module speaks to a backend, or none for TLS, a proxied request ends with 500. Source: mod_proxy.c, proxy_handler. */
export function unspoken(exchange: Exchange): Ended | null {
  const { proxy, site } = exchange;
  const { modules } = site.config;
  const scheme = /^(?:unix:[^|]*\|)?(\w+):/i.exec(proxy ?? '')?.[1]?.toLowerCase() ?? '';
  const able = Object.hasOwn(speakers, scheme) ? speakers[scheme]! : null;
  // what is not visible may be loaded
  if (modules === null || able === null) return null;
  const secure = scheme === 'https' || scheme === 'wss';
  const missing = !able.some((module) => modules.has(module))
    ? able[0]!
    : secure && !modules.has('mod_ssl')
      ? 'mod_ssl'
      : null;
  if (missing === null) return null;
  const message = `${missing} is not loaded, which would speak to ${scheme}: backends`;
  return end(exchange, 500, reason('apache-proxy-module-missing', message, lineOf(exchange)));
}

/** The line that sends a request to its backend; null: a RewriteRule does. */
function lineOf(exchange: Exchange): Directive | null {
  return exchange.settings.rare.proxy?.origin ?? proxyRule(exchange)?.rule.origin ?? null;
}
