import { matchPattern } from '../../model/apache/regex.ts';
import { ruleFor } from '../../model/nginx/access.ts';
import type { NginxConfig, VariableRule } from '../../model/nginx/config.ts';
import type { Value } from '../../model/nginx/value.ts';
import { printable } from '../../text/printable.ts';
import { hole } from '../../text/template.ts';
import { basicUser, type Flow, Unknown } from './request.ts';

/** Evaluates a value for a request. */
export function valueFor(config: NginxConfig, flow: Flow, value: Value): string {
  if (!value.parts) return value.text;
  let out = '';
  for (const part of value.parts) out += typeof part === 'string' ? part : variableFor(config, flow, part.variable);
  return out;
}

function unknown(name: string): never {
  throw new Unknown({
    code: 'nginx-unseen',
    message:
      name === hole ? 'what the template puts in cannot be told' : `what $${printable(name, 60)} holds cannot be told`,
    where: null,
  });
}

/** A variable's value; empty where it is not set. Source: ngx_http_variables.c. */
export function variableFor(config: NginxConfig, flow: Flow, name: string): string {
  if (/^[1-9]$/.test(name)) return flow.captures[Number(name)] ?? '';
  const own = flow.variables.get(name);
  if (own !== undefined) return own;
  const rule = config.variables.get(name);
  if (rule) {
    const value = byRule(config, flow, rule, name);
    // a map keeps its value for the rest of the request, internal redirects and subrequests included
    if (rule.kind !== 'map' || !rule.volatile) flow.variables.set(name, value);
    return value;
  }
  if (name.startsWith('http_')) return header(flow, name.slice(5).replaceAll('_', '-'));
  if (name.startsWith('arg_')) return argument(flow.args, name.slice(4));
  if (name.startsWith('cookie_')) return cookie(header(flow, 'cookie'), name.slice(7));
  const known = Object.hasOwn(builtin, name) ? builtin[name]!(flow, config) : null;
  return known ?? (name in emptyAtAccess ? '' : unknown(name));
}

const emptyAtAccess: Readonly<Record<string, true>> = {
  invalid_referer: true,
  ssl_client_s_dn: true,
  uid_got: true,
  uid_set: true,
};

type Builtin = (flow: Flow, config: NginxConfig) => string;

const builtin: Readonly<Record<string, Builtin>> = {
  uri: ({ uri }) => uri,
  document_uri: ({ uri }) => uri,
  request_uri: ({ request }) => request.target,
  args: ({ args }) => args,
  query_string: ({ args }) => args,
  is_args: ({ args }) => (args ? '?' : ''),
  // a subrequest shows the method of the request that it serves; an error page has made that one GET
  request_method: ({ outerMethod, method }) => outerMethod ?? method,
  host: ({ hostHeader, server }) => hostHeader.toLowerCase().replace(/:\d+$/, '') || (server.names[0]?.name ?? ''),
  remote_addr: ({ remote }) => remote,
  realip_remote_addr: ({ remote }) => remote,
  scheme: ({ request }) => (request.tls ? 'https' : 'http'),
  https: ({ request }) => (request.tls ? 'on' : ''),
  server_name: ({ server }) => server.names[0]?.name ?? '',
  server_port: ({ server, request }) => String(request.port ?? server.listens[0]?.port ?? 80),
  server_protocol: () => 'HTTP/1.1',
  remote_user: ({ authorization }) => basicUser(authorization)?.user ?? '',
  content_type: (flow) => header(flow, 'content-type'),
  content_length: (flow) => header(flow, 'content-length'),
  document_root: (flow, config) =>
    flow.level.settings.root ? valueFor(config, flow, flow.level.settings.root.value.path) : `${config.prefix}/html`,
  request_filename: (flow, config) => pathFor(config, flow, flow.uri),
  proxy_add_x_forwarded_for: (flow) => [header(flow, 'x-forwarded-for'), flow.remote].filter(Boolean).join(', '),
  binary_remote_addr: ({ remote }) => remote,
};

function header(flow: Flow, name: string): string {
  if (name === 'host') return flow.hostHeader;
  if (name === 'authorization') return flow.authorization ?? '';
  return flow.headers.get(name)?.join(', ') ?? '';
}

function argument(args: string, name: string): string {
  for (const pair of args.split('&')) {
    const at = pair.indexOf('=');
    if (at >= 0 && pair.slice(0, at).toLowerCase() === name.toLowerCase()) return pair.slice(at + 1);
  }
  return '';
}

function cookie(line: string, name: string): string {
  for (const pair of line.split(/[;,]\s*/)) {
    const at = pair.indexOf('=');
    if (at >= 0 && pair.slice(0, at).trim().toLowerCase() === name.toLowerCase()) return pair.slice(at + 1).trim();
  }
  return '';
}

function byRule(config: NginxConfig, flow: Flow, rule: VariableRule, name: string): string {
  if (rule.kind === 'unknown') return unknown(name);
  if (flow.variables.size > 500) return unknown(name);
  const of = valueFor(config, flow, rule.of);
  if (rule.kind === 'geo') {
    // the most specific network counts, wherever it stands
    let best = -1;
    let width = -1;
    for (const [index, range] of rule.ranges.entries()) {
      if (!ruleFor([range], of)) continue;
      const bits =
        range.subnet === null || range.subnet === 'unix'
          ? 0
          : range.subnet.mask.reduce((sum, byte) => sum + ones(byte), 0);
      if (bits > width) [best, width] = [index, bits];
    }
    return best < 0 ? rule.otherwise : rule.values[best]!;
  }
  const exact = rule.exact.get(of.toLowerCase());
  if (exact) return valueFor(config, flow, exact);
  const host = of.toLowerCase();
  let longest: (typeof rule.hostnames)[number] | null = null;
  for (const entry of rule.hostnames) {
    const { name: pattern } = entry;
    const matches = pattern.startsWith('.')
      ? host === pattern.slice(1) || host.endsWith(pattern)
      : pattern.startsWith('*')
        ? host.endsWith(pattern.slice(1))
        : host.startsWith(pattern.slice(0, -1));
    if (matches && (!longest || pattern.length > longest.name.length)) longest = entry;
  }
  if (longest) return valueFor(config, flow, longest.value);
  for (const { pattern, value } of rule.patterns) {
    const match = matchPattern(pattern, of);
    if (match === undefined) return unknown(name);
    if (!match) continue;
    const before = flow.captures;
    flow.captures = match;
    const out = valueFor(config, flow, value);
    flow.captures = value.parts ? match : before;
    return out;
  }
  return rule.otherwise ? valueFor(config, flow, rule.otherwise) : '';
}

function ones(byte: number): number {
  let count = 0;
  for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/** The file of a URI. Source: ngx_http_map_uri_to_path. */
export function pathFor(config: NginxConfig, flow: Flow, uri: string): string {
  const root = flow.level.settings.root?.value;
  if (!root) return `${config.prefix}/html${uri}`;
  const base = valueFor(config, flow, root.path);
  if (root.alias === 0) return base.replace(/\/$/, '') + uri;
  return root.alias < 0 ? base : base + uri.slice(root.alias);
}
