import type { Directive } from '../../syntax/tree.ts';
import { compilePattern } from '../apache/regex.ts';
import { type AddressRule, addressOf } from './access.ts';
import type { VariableRule } from './config.ts';
import { compileValue, plainValue, type Value } from './value.ts';

type Rule = VariableRule | { readonly error: string; readonly at: Directive };

function compiled(text: string): Value {
  const value = compileValue(text);
  return 'error' in value ? plainValue(text) : value;
}

/** Reads a `map` block. Source: ngx_http_map_module.c. */
export function mapOf(directive: Directive): Rule {
  const exact = new Map<string, Value>();
  const patterns: { pattern: NonNullable<ReturnType<typeof compilePattern>>; value: Value }[] = [];
  const hostnames: { name: string; value: Value }[] = [];
  let otherwise: Value | null = null;
  let byHost = false;
  let unseen = false;
  let volatile = false;
  for (const line of directive.children ?? []) {
    const { name, args } = line;
    if (args.length === 0 && name === 'hostnames') byHost = true;
    else if (args.length === 0 && name === 'volatile') volatile = true;
    else if (name === 'include') unseen = true;
    else if (args.length !== 1) return { error: 'invalid number of the map parameters', at: line };
    else {
      const value = compiled(args[0]!.value);
      if (name === 'default') otherwise = value;
      else if (name.startsWith('~')) {
        const insensitive = name.startsWith('~*');
        const text = name.slice(insensitive ? 2 : 1);
        const pattern = compilePattern(text, insensitive);
        if (!pattern) return { error: `pcre_compile() failed in "${text}"`, at: line };
        patterns.push({ pattern, value });
      } else if (byHost && /^(?:\*?\.|.*\.\*$)/.test(name)) hostnames.push({ name: name.toLowerCase(), value });
      else {
        const key = (name.startsWith('\\') ? name.slice(1) : name).toLowerCase();
        if (!exact.has(key)) exact.set(key, value);
      }
    }
  }
  if (unseen) return { kind: 'unknown' };
  return { kind: 'map', of: compiled(directive.args[0]!.value), exact, patterns, hostnames, otherwise, volatile };
}

/** Reads a `geo` block; ranges and includes are not followed. Source: ngx_http_geo_module.c. */
export function geoOf(directive: Directive): Rule {
  const ranges: AddressRule[] = [];
  const values: string[] = [];
  let otherwise = '';
  for (const line of directive.children ?? []) {
    const { name, args } = line;
    if (['include', 'ranges', 'proxy', 'delete', 'proxy_recursive'].includes(name)) return { kind: 'unknown' };
    if (args.length !== 1) return { error: 'invalid number of the geo parameters', at: line };
    if (name === 'default') {
      otherwise = args[0]!.value;
      continue;
    }
    const subnet = addressOf(name);
    if (subnet === null) return { error: `invalid network "${name}"`, at: line };
    ranges.push({ allow: true, subnet: subnet === 'all' ? null : subnet, origin: line });
    values.push(args[0]!.value);
  }
  const of = directive.args.length > 1 ? directive.args[0]!.value : '$remote_addr';
  return { kind: 'geo', of: compiled(of), ranges, values, otherwise };
}
