import type { Directive } from '../../syntax/tree.ts';
import { addressBytes, type Subnet, subnetHolds } from '../apache/addresses.ts';

/** One allow or deny, or one range of a geo block. */
export interface AddressRule {
  readonly allow: boolean;
  /** Null: everybody. `unix:`: clients of a Unix socket. */
  readonly subnet: Subnet | 'unix' | null;
  readonly origin: Directive;
}

/** Reads `all`, `unix:`, an address or address/bits; null where nginx refuses it. Source: ngx_ptocidr. */
export function addressOf(text: string): Subnet | 'unix' | 'all' | null {
  if (text === 'all') return 'all';
  if (text === 'unix:') return 'unix';
  const slash = text.indexOf('/');
  const address = addressBytes(slash < 0 ? text : text.slice(0, slash));
  if (!address) return null;
  const width = address.length * 8;
  let bits = width;
  if (slash >= 0) {
    const written = text.slice(slash + 1);
    if (!/^\d+$/.test(written)) return null;
    bits = Number(written);
    if (bits > width) return null;
  }
  const mask = address.map((_, index) => (0xff00 >> Math.max(0, Math.min(8, bits - index * 8))) & 0xff);
  // low bits that the mask does not cover are dropped with a warning
  return { address: address.map((byte, index) => byte & mask[index]!), mask };
}

/** The first rule that an address meets; null where none does. Source: ngx_http_access_inet. */
export function ruleFor(rules: readonly AddressRule[], remote: string): AddressRule | null {
  const unix = remote.startsWith('unix:');
  const bytes = unix ? null : addressBytes(remote);
  for (const rule of rules) {
    if (rule.subnet === null) return rule;
    if (rule.subnet === 'unix') {
      if (unix) return rule;
    } else if (bytes && subnetHolds(rule.subnet, bytes)) return rule;
  }
  return null;
}
