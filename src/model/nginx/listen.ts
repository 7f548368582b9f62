import type { NginxDirective } from '../../syntax/nginx.ts';
import { addressBytes } from '../addresses.ts';
import { compilePattern } from '../regex.ts';
import type { Listen, ServerName } from './config.ts';
import { byWriting } from './written.ts';

const flags =
  /^(?:default_server|default|bind|ssl|http2|http3|quic|spdy|proxy_protocol|deferred|reuseport|multipath|setfib=\S+|fastopen=\S+|backlog=-?\d+|rcvbuf=\S+|sndbuf=\S+|accept_filter=\S+|ipv6only=(?:on|off)|so_keepalive=\S+)$/;

type Socket = Omit<Listen, 'origin'>;

/** Reads a `listen` line; a text is nginx's complaint. Source: ngx_http_core_listen, ngx_parse_url. */
export function listenOf(directive: NginxDirective): Listen | string {
  const socket = socketOf(directive);
  if (typeof socket === 'string') return socket;
  const { address, port, isDefault, ssl, both } = socket;
  return { address, port, isDefault, ssl, both, origin: directive };
}

const socketOf = byWriting(({ args }): Socket | string => {
  const [url, ...words] = args.map(({ value }) => value);
  for (const value of words) if (!flags.test(value)) return `invalid parameter "${value}"`;
  const place = placeOf(url!);
  if (typeof place === 'string') return `${place} in "${url}" of the "listen" directive`;
  return {
    ...place,
    isDefault: words.includes('default_server') || words.includes('default'),
    ssl: words.includes('ssl') || words.includes('quic'),
    both: place.address.startsWith('[') && words.includes('ipv6only=off'),
  };
});

function placeOf(url: string): { address: string; port: number } | string {
  if (url.startsWith('unix:')) return url.length > 5 ? { address: url, port: 0 } : 'no path in the unix domain socket';
  let address = '*';
  let port = '80';
  if (url.startsWith('[')) {
    const end = url.indexOf(']');
    if (end < 0) return 'invalid host';
    address = url.slice(0, end + 1);
    if (!addressBytes(url.slice(1, end))) return 'invalid IPv6 address';
    if (url.length > end + 1) {
      if (url[end + 1] !== ':') return 'invalid host';
      port = url.slice(end + 2);
    }
  } else {
    const colon = url.indexOf(':');
    if (colon >= 0) {
      address = url.slice(0, colon);
      port = url.slice(colon + 1);
    } else if (/^\d+$/.test(url)) port = url;
    else address = url;
  }
  if (!/^\d+(?:-\d+)?$/.test(port)) return 'invalid port';
  const number = Number(port.split('-')[0]);
  if (number < 1 || number > 65535) return 'invalid port';
  if (address === '') return 'no host';
  if (address === '0.0.0.0') address = '*';
  // resolved at start; that it also stands for ::1 changes nothing here
  if (address === 'localhost') address = '127.0.0.1';
  return { address: address.toLowerCase(), port: number };
}

/** Reads one name of `server_name`; a text is nginx's complaint. Source: ngx_http_core_server_name. */
export function serverNameOf(text: string): ServerName | string {
  if (text.startsWith('~')) {
    if (text.length === 1) return 'empty regex in server name "~"';
    // names are lower-cased before they are matched; a pattern with capitals is case-insensitive
    const pattern = compilePattern(text.slice(1), /[A-Z]/.test(text));
    return pattern ? { name: text, pattern } : `pcre_compile() failed in "${text.slice(1)}"`;
  }
  const stars = text.indexOf('*') >= 0;
  const lead = text.startsWith('*');
  const bad =
    (lead && (text.length < 3 || text[1] !== '.')) ||
    (stars && !lead && !text.endsWith('.*')) ||
    (stars && text.indexOf('*') !== text.lastIndexOf('*')) ||
    (text.startsWith('.') && text.length < 2);
  if (bad) return `server name "${text}" is invalid`;
  return { name: text.toLowerCase(), pattern: null };
}
