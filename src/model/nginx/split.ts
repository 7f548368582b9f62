import type { Directive } from '../../syntax/tree.ts';
import type { BadRule, SplitRule } from './config.ts';
import { compileValue } from './value.ts';

/** Reads a `split_clients` block from its lines. Source: ngx_http_split_clients_module.c. */
export function splitOf(of: string, lines: readonly Directive[]): SplitRule | BadRule {
  const source = compileValue(of);
  if ('error' in source) return { error: source.error, at: null };
  const parts: { percent: number; value: string }[] = [];
  for (const { name, args, ...line } of lines) {
    const match = /^(\d*)(?:\.(\d{0,2}))?%$/.exec(name);
    const percent = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : 0;
    if (percent === 0 && name !== '*') return { error: `invalid percent value "${name}"`, at: { name, args, ...line } };
    parts.push({ percent, value: args[0]?.value ?? '' });
  }
  let sum = 0;
  let last = 0;
  const limits: SplitRule['parts'][number][] = [];
  for (const { percent, value } of parts) {
    sum = percent > 0 ? sum + percent : 10000;
    if (sum > 10000) return { error: 'percent total is greater than 100%', at: null };
    last = (last + Math.floor((percent * 0xffffffff) / 10000)) >>> 0;
    limits.push({ below: percent > 0 ? last : null, full: sum === 10000, value });
  }
  return { kind: 'split', of: source, parts: limits };
}

/** MurmurHash2 of bytes with seed 0, as split_clients takes it. Source: ngx_murmur_hash2. */
export function murmurHash2(bytes: string): number {
  const m = 0x5bd1e995;
  let hash = bytes.length | 0;
  let at = 0;
  for (; bytes.length - at >= 4; at += 4) {
    let word =
      bytes.charCodeAt(at) |
      (bytes.charCodeAt(at + 1) << 8) |
      (bytes.charCodeAt(at + 2) << 16) |
      (bytes.charCodeAt(at + 3) << 24);
    word = Math.imul(word, m);
    word ^= word >>> 24;
    hash = Math.imul(hash, m) ^ Math.imul(word, m);
  }
  const left = bytes.length - at;
  for (let index = left - 1; index >= 0; index--) hash ^= bytes.charCodeAt(at + index) << (8 * index);
  if (left > 0) hash = Math.imul(hash, m);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, m);
  return (hash ^ (hash >>> 15)) >>> 0;
}
