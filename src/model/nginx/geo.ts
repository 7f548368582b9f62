import { behaves, type NginxVersion } from '../../catalog/nginx-versions.ts';
import type { Directive } from '../../syntax/tree.ts';
import { type Address, type Cidr, clientAddress, readAddress, readCidr } from './address.ts';
import type { BadRule, GeoRule } from './config.ts';
import { compileValue } from './value.ts';

/** Networks with a value each; the narrowest that holds an address counts. Source: ngx_radix_tree.c. */
export class Networks {
  readonly #values = new Map<string, string>();
  /** Prefix lengths in use, longest first, for IPv4 and IPv6. */
  readonly #lengths: Readonly<Record<number, number[]>> = { 4: [], 16: [] };

  /** A later value for the same network takes the place of an earlier one. */
  set({ address, mask }: Exclude<Cidr, 'unix'>, value: string): void {
    const bits = bitsOf(mask);
    const lengths = this.#lengths[address.length]!;
    if (!lengths.includes(bits)) lengths.push(bits);
    lengths.sort((a, b) => b - a);
    this.#values.set(`${bits}/${address}`, value);
  }

  delete({ address, mask }: Exclude<Cidr, 'unix'>): void {
    this.#values.delete(`${bitsOf(mask)}/${address}`);
  }

  values(): Iterable<string> {
    return this.#values.values();
  }

  get(address: Address): string | null {
    for (const bits of this.#lengths[address.length]!) {
      const masked = address.map((byte, index) => byte & (0xff00 >> Math.max(0, Math.min(8, bits - index * 8))));
      const found = this.#values.get(`${bits}/${masked.map((byte) => byte & 255)}`);
      if (found !== undefined) return found;
    }
    return null;
  }
}

function bitsOf(mask: Address): number {
  return mask.reduce((sum, byte) => sum + ones(byte), 0);
}

function ones(byte: number): number {
  let count = 0;
  for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Ranges of IPv4 addresses, kept apart for each 65,536 of them as nginx does. */
export class Ranges {
  readonly #blocks = new Map<number, Range[]>();

  /**
   * Adds a range, or takes one away (`value` null). A new one may lie inside an older one and cut it in pieces; one
   * that reaches over an older one's end is refused: the older one is given back.
   * Source: ngx_http_geo_add_range, ngx_http_geo_delete_range.
   */
  change(start: number, end: number, value: string | null): string | null {
    for (let from = start; from <= end; ) {
      const high = Math.floor(from / 65536);
      const to = Math.min(end, high * 65536 + 65535);
      const block = this.#blocks.get(high) ?? [];
      this.#blocks.set(high, block);
      // a growing sequence is added at the end without a search
      let at = block.length - 1;
      while (at >= 0 && block[at]!.start > to) at--;
      const old = block[at];
      if (value === null) {
        if (old && old.start === from && old.end === to) block.splice(at, 1);
      } else if (!old || old.end < from) block.splice(at + 1, 0, { start: from, end: to, value });
      else if (from < old.start || to > old.end) return `${dotted(old.start)}-${dotted(old.end)}`;
      else {
        const pieces = [
          { start: old.start, end: from - 1, value: old.value },
          { start: from, end: to, value },
          { start: to + 1, end: old.end, value: old.value },
        ];
        block.splice(at, 1, ...pieces.filter((piece) => piece.start <= piece.end));
      }
      from = to + 1;
    }
    return null;
  }

  *values(): Iterable<string> {
    for (const block of this.#blocks.values()) for (const { value } of block) yield value;
  }

  get(address: number): string | null {
    const block = this.#blocks.get(Math.floor(address / 65536));
    return block?.find(({ start, end }) => start <= address && address <= end)?.value ?? null;
  }
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address / 2 ** shift) & 255).join('.');
}

function numberOf(address: Address): number {
  return address.reduce((sum, byte) => sum * 256 + byte, 0);
}

const everywhere = [4, 16].map((length) => {
  const zeros = new Array<number>(length).fill(0);
  return { address: zeros, mask: zeros };
});
const broadcast = { address: [255, 255, 255, 255], mask: [255, 255, 255, 255] };

/** Reads a `geo` block from its lines. Source: ngx_http_geo_module.c. */
export function geoOf(of: string | null, lines: readonly Directive[], version: NginxVersion | null): GeoRule | BadRule {
  const networks = new Networks();
  const ranges = new Ranges();
  const trusted: Cidr[] = [];
  let ranged = false;
  let plain = false;
  let otherwise = '';
  let recursive = false;
  let volatile = false;
  for (const line of lines) {
    const { name, args } = line;
    const refuse = (error: string): BadRule => ({ error, at: line });
    if (args.length === 0 && name === 'ranges') {
      if (plain) return refuse('the "ranges" directive must be the first directive inside "geo" block');
      ranged = true;
    } else if (args.length === 0 && name === 'proxy_recursive') recursive = true;
    else if (args.length === 0 && name === 'volatile' && behaves(version, 'geo volatile')) volatile = true;
    else if (args.length !== 1) return refuse('invalid number of the geo parameters');
    else {
      const value = args[0]!.value;
      const [written, removed] = name === 'delete' ? [value, true] : [name, false];
      if (name === 'proxy') {
        const subnet = value === '255.255.255.255' ? broadcast : readCidr(value);
        if (!subnet) return refuse(`invalid network "${value}"`);
        trusted.push(subnet);
        continue;
      }
      plain ||= !ranged;
      if (name === 'default') {
        otherwise = value;
        for (const subnet of everywhere) networks.set(subnet, value);
      } else if (ranged) {
        const range = rangeOf(written);
        if (!range) return refuse(`invalid range "${written}"`);
        const over = ranges.change(...range, removed ? null : value);
        if (over) return refuse(`range "${written}" overlaps "${over}"`);
      } else {
        const subnet = written === '255.255.255.255' ? broadcast : readCidr(written);
        if (!subnet) return refuse(`invalid network "${written}"`);
        if (removed) networks.delete(subnet);
        else networks.set(subnet, value);
      }
    }
  }
  // only a variable may be looked up, not a text with some
  const source = of === null ? null : compileValue(of);
  if (source && 'error' in source) return { error: source.error, at: null };
  return { kind: 'geo', of: source, networks, ranges: ranged ? ranges : null, trusted, recursive, otherwise, volatile };
}

function rangeOf(text: string): [start: number, end: number] | null {
  const dash = text.indexOf('-');
  if (dash < 0) return null;
  const [start, end] = [readAddress(text.slice(0, dash)), readAddress(text.slice(dash + 1))];
  if (start?.length !== 4 || end?.length !== 4) return null;
  const range: [number, number] = [numberOf(start), numberOf(end)];
  return range[0] <= range[1] ? range : null;
}

/** The value of an address's text. What is no IPv4 or IPv6 address counts as 255.255.255.255. */
export function geoValue({ networks, ranges, otherwise }: GeoRule, text: string): string {
  const client = clientAddress(text);
  const address = client === null || client === 'unix' ? broadcast.address : client;
  if (!ranges) return networks.get(address) ?? '';
  return ranges.get(address.length === 4 ? numberOf(address) : 0xffffffff) ?? otherwise;
}
