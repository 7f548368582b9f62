import type { Directive } from '../../syntax/tree.ts';
import { compilePattern, type Pattern } from '../regex.ts';
import type { BadRule, MapRule } from './config.ts';
import { HostNames } from './hostnames.ts';
import { compileValue, type Value } from './value.ts';

/** Reads a `map` block from its lines. Source: ngx_http_map_module.c. */
export function mapOf(of: string, lines: readonly Directive[]): MapRule | BadRule {
  const source = compileValue(of);
  if ('error' in source) return { error: source.error, at: null };
  const names = new HostNames<Value>();
  const patterns: { pattern: Pattern; value: Value }[] = [];
  let otherwise: Value | null = null;
  let hostnames = false;
  let volatile = false;
  for (const line of lines) {
    const { name, args } = line;
    if (args.length === 0 && name === 'hostnames') hostnames = true;
    else if (args.length === 0 && name === 'volatile') volatile = true;
    else if (args.length !== 1) return { error: 'invalid number of the map parameters', at: line };
    else {
      const value = compileValue(args[0]!.value);
      if ('error' in value) return { error: value.error, at: line };
      if (name === 'default') {
        if (otherwise) return { error: 'duplicate default map parameter', at: line };
        otherwise = value;
      } else if (name.startsWith('~')) {
        const insensitive = name.startsWith('~*');
        const text = name.slice(insensitive ? 2 : 1);
        const pattern = compilePattern(text, insensitive);
        if (!pattern) return { error: `pcre_compile() failed in "${text}"`, at: line };
        patterns.push({ pattern, value });
      } else {
        const key = name.startsWith('\\') ? name.slice(1) : name;
        const bad = names.add(key, value, hostnames);
        if (bad) return { error: `${bad} "${bad.startsWith('conf') ? key.toLowerCase() : key}"`, at: line };
      }
    }
  }
  return { kind: 'map', of: source, names, patterns, hostnames, otherwise, volatile };
}
