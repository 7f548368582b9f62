import { behaves } from '../../catalog/nginx-versions.ts';
import type { NginxConfig } from '../../model/nginx/config.ts';
import { printable } from '../../text/printable.ts';
import { hole } from '../../text/template.ts';
import { pathInfo, scriptName } from './fastcgi.ts';
import { invalidReferer } from './referer.ts';
import { basicUser, type Flow, Unknown } from './request.ts';
import { pathFor, valueFor } from './values.ts';

export function untold(name: string): never {
  throw new Unknown({
    code: 'nginx-unseen',
    message:
      name === hole ? 'what the template puts in cannot be told' : `what $${printable(name, 60)} holds cannot be told`,
    where: null,
  });
}

type Builtin = (flow: Flow, config: NginxConfig) => string;

const builtin: Readonly<Record<string, Builtin>> = {
  uri: ({ uri }) => uri,
  document_uri: ({ uri }) => uri,
  request_uri: ({ asked }) => asked,
  request: ({ request, depth }) => (depth > 0 ? untold('request') : `${request.method} ${request.target} HTTP/1.1`),
  args: ({ args }) => args,
  query_string: ({ args }) => args,
  is_args: ({ args }) => (args ? '?' : ''),
  // a subrequest shows the method of the request that it serves; an error page has made that one GET
  request_method: ({ outerMethod, method }) => outerMethod ?? method,
  host: ({ host, server }) => told(host) || serverName(server),
  remote_addr: ({ client }) => client.address,
  realip_remote_addr: ({ client }) => client.original,
  scheme: ({ request }) => (request.tls ? 'https' : 'http'),
  https: ({ request }) => (request.tls ? 'on' : ''),
  server_name: ({ server }) => serverName(server),
  server_port: ({ server, request }) => String(request.port ?? server.listens[0]?.port ?? 80),
  // a proxy's own requests are of the version that it is told, or of its release
  server_protocol: ({ depth }) => (depth > 0 ? untold('server_protocol') : 'HTTP/1.1'),
  remote_user: (flow) => basicUser(authorizationIn(flow))?.user ?? '',
  content_type: (flow, config) => headerOf(config, flow, 'content-type'),
  content_length: (flow, config) => headerOf(config, flow, 'content-length'),
  document_root: (flow, config) =>
    flow.level.settings.root ? valueFor(config, flow, flow.level.settings.root.value.path) : `${config.prefix}/html`,
  request_filename: (flow, config) => pathFor(config, flow, flow.uri),
  fastcgi_script_name: scriptName,
  fastcgi_path_info: pathInfo,
  proxy_add_x_forwarded_for: (flow, config) =>
    [headerOf(config, flow, 'x-forwarded-for'), flow.client.address].filter(Boolean).join(', '),
  binary_remote_addr: ({ client }) => client.address,
  status: ({ errStatus }) => String(errStatus).padStart(3, '0'),
  upstream_status: ({ upstreamStatus }) => upstreamStatus ?? untold('upstream_status'),
  invalid_referer: (flow) => (invalidReferer(flow) ? '1' : ''),
  // what no request of these has before its content is made, as they come without a certificate
  ssl_client_verify: ({ request }) => (request.tls ? 'NONE' : ''),
  ssl_client_s_dn: () => '',
  uid_got: () => '',
  uid_set: () => '',
};

/** The first name of a server, as $server_name gives it. Source: ngx_http_core_merge_srv_conf. */
function serverName({ names }: Flow['server']): string {
  return told(names[0]?.name.replace(/^\./, '') ?? '');
}

/** A name, unless a template puts it in. */
function told(name: string): string {
  return name.includes(hole) ? untold(hole) : name;
}

/** A variable that nginx itself makes: its value now; null: there is no variable of that name. */
export function builtinVariable(config: NginxConfig, flow: Flow, name: string): string | null {
  if (name.startsWith('http_')) return headerOf(config, flow, name.slice(5).replaceAll('_', '-'));
  if (name.startsWith('arg_')) return argument(flow.args, name.slice(4));
  if (name.startsWith('cookie_')) {
    const commas = !behaves(config.version, 'cookies by semicolon');
    return cookie(headerOf(config, flow, 'cookie'), name.slice(7), commas);
  }
  // what the upstream of a request sends is not followed; there is none before content
  if (name.startsWith('upstream_http_')) return flow.upstreamStatus === '' ? '' : null;
  return Object.hasOwn(builtin, name) ? builtin[name]!(flow, config) : null;
}

/** The login as it was sent, which counts by what it says from now on. */
function authorizationIn(flow: Flow): string | null {
  flow.trail.named = true;
  return flow.authorization;
}

/** A request header: the first line of that name, or what nginx makes of several. Source: ngx_http_variable_header. */
function headerOf({ version }: NginxConfig, flow: Flow, name: string): string {
  if (name === 'host') return flow.hostHeader;
  if (name === 'authorization') return authorizationIn(flow) ?? '';
  const lines = flow.headers.get(name) ?? [];
  if (name === 'cookie') return lines.join('; ');
  return name === 'x-forwarded-for' || behaves(version, 'joins headers') ? lines.join(', ') : (lines[0] ?? '');
}

/** Source: ngx_http_arg. */
function argument(args: string, name: string): string {
  for (const pair of args.split('&')) {
    const at = pair.indexOf('=');
    if (at >= 0 && pair.slice(0, at).toLowerCase() === name.toLowerCase()) return pair.slice(at + 1);
  }
  return '';
}

/** Source: ngx_http_parse_multi_header_lines: a comma parts cookies as well, but ends no value. */
function cookie(line: string, name: string, commas: boolean): string {
  for (const { 0: part, index: start } of line.matchAll(commas ? /[^;,]*(?:[;,] *|$)/g : /[^;]*(?:; *|$)/g)) {
    if (part.slice(0, name.length).toLowerCase() !== name.toLowerCase()) continue;
    const value = /^ *= *([^;]*)/.exec(line.slice(start + name.length));
    if (value) return value[1]!;
  }
  return '';
}
