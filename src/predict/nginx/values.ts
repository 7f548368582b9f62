import { behaves } from '../../catalog/nginx-versions.ts';
import { isAbsolute } from '../../host/paths.ts';
import { forwardedAddress } from '../../model/nginx/address.ts';
import type { NginxConfig, VariableRule } from '../../model/nginx/config.ts';
import { geoValue } from '../../model/nginx/geo.ts';
import { murmurHash2 } from '../../model/nginx/split.ts';
import type { Value } from '../../model/nginx/value.ts';
import { matchPattern, type Pattern } from '../../model/regex.ts';
import type { Where } from '../../text/source.ts';
import { type Flow, Unknown } from './request.ts';
import { builtinVariable, untold } from './variables.ts';

/** Evaluates a value for a request. */
export function valueFor(config: NginxConfig, flow: Flow, value: Value): string {
  if (!value.parts) return value.text;
  let out = '';
  for (const part of value.parts) out += typeof part === 'string' ? part : variableFor(config, flow, part.variable);
  return out;
}

/** A variable's value; empty where it is not set. Source: ngx_http_get_flushed_variable. */
function variableFor(config: NginxConfig, flow: Flow, written: string): string {
  const name = written.toLowerCase();
  if (/^[1-9]$/.test(name)) return flow.captures[Number(name)] ?? '';
  const own = flow.variables.get(name);
  if (own !== undefined) return own ?? untold(written);
  const rule = config.variables.get(name);
  if (rule) {
    const value = byRule(config, flow, rule, name);
    // the value is kept for the rest of the request, internal redirects and subrequests included
    if (!('volatile' in rule && rule.volatile)) flow.variables.set(name, value);
    return value;
  }
  const known = builtinVariable(config, flow, name) ?? (config.defined.has(name) ? '' : untold(written));
  if (kept.has(name)) flow.variables.set(name, known);
  return known;
}

/** Variables of nginx's own that are worked out once, and may change later. */
const kept: ReadonlySet<string> = new Set([
  'remote_addr',
  'binary_remote_addr',
  'realip_remote_addr',
  'invalid_referer',
]);

/** Depth of variables made of each other: nginx ends such a circle with an error (NGX_HTTP_VAR_... depth 100). */
const deepest = 100;

function byRule(config: NginxConfig, flow: Flow, rule: VariableRule, name: string): string {
  if (rule.kind === 'unknown' || flow.variableDepth > deepest) return untold(name);
  flow.variableDepth++;
  try {
    switch (rule.kind) {
      case 'map':
        return byMap(config, flow, rule);
      case 'geo': {
        const start = rule.of === null ? flow.client.address : valueFor(config, flow, rule.of);
        const lines = flow.headers.get('x-forwarded-for') ?? [];
        const behind =
          rule.trusted.length > 0 && lines.length > 0
            ? forwardedAddress(start, lines, rule.trusted, rule.recursive)
            : null;
        return geoValue(rule, behind ?? start);
      }
      default: {
        const hash = murmurHash2(valueFor(config, flow, rule.of));
        const whole = behaves(config.version, 'whole splits');
        const part = rule.parts.find(({ below, full }) => below === null || (whole && full) || hash < below);
        return part?.value ?? '';
      }
    }
  } finally {
    flow.variableDepth--;
  }
}

/** Source: ngx_http_map_variable, ngx_http_map_find. */
function byMap(config: NginxConfig, flow: Flow, rule: Extract<VariableRule, { kind: 'map' }>): string {
  let key = valueFor(config, flow, rule.of);
  if (rule.hostnames && key.endsWith('.')) key = key.slice(0, -1);
  const found = rule.names.get(key.toLowerCase());
  if (found) return valueFor(config, flow, found);
  // no pattern is tried on an empty text
  for (const { pattern, value } of key === '' ? [] : rule.patterns) {
    if (matched(flow, pattern, key, null)) return valueFor(config, flow, value);
  }
  return rule.otherwise ? valueFor(config, flow, rule.otherwise) : '';
}

/** Whether a pattern matches; its groups become $1 to $9 and the variables of their names. Source: ngx_http_regex_exec. */
export function matched(flow: Flow, pattern: Pattern, text: string, where: Where | null): boolean {
  const match = matchPattern(pattern, text);
  if (match === undefined)
    throw new Unknown({ code: 'nginx-unseen', message: 'whether a pattern matches cannot be told', where });
  if (match) capture(flow, pattern, match);
  return match !== null;
}

export function capture(flow: Flow, pattern: Pattern, match: readonly (string | undefined)[]): void {
  flow.captures = match;
  for (const [group, name] of pattern.names) flow.variables.set(name.toLowerCase(), match[group] ?? '');
}

/** The file of a URI; `tail`: what follows the root or alias in its place. Source: ngx_http_map_uri_to_path. */
export function pathFor(config: NginxConfig, flow: Flow, uri: string, tail?: string): string {
  const root = flow.level.settings.root?.value;
  const written = root ? valueFor(config, flow, root.path) : 'html';
  const whole = isAbsolute(written) ? written : `${config.prefix}/${written}`;
  const alias = root?.alias ?? 0;
  const base = alias === 0 && (root?.path.text.endsWith('/') ?? false) ? whole.replace(/\/$/, '') : whole;
  if (tail !== undefined) return base + tail;
  if (alias === 0) return base + uri;
  if (alias < 0) return flow.afterAlias ? base + uri : base;
  return base + uri.slice(alias);
}
