import type { Directive } from '../../syntax/tree.ts';
import { subnetHolds } from '../addresses.ts';
import { type Address, type Cidr, clientAddress, readCidr } from './address.ts';
import type { LocationConf } from './config.ts';

/** One allow or deny. */
export interface AccessRule {
  readonly allow: boolean;
  /** Null: everybody. `unix`: clients of a Unix socket. */
  readonly subnet: Cidr | null;
  readonly origin: Directive;
}

/** Reads `all`, `unix:`, an address or address/bits; undefined where nginx refuses it. Source: ngx_http_access_rule. */
export function accessSubnet(text: string): Cidr | null | undefined {
  if (text === 'all') return null;
  if (text === 'unix:') return 'unix';
  return readCidr(text) ?? undefined;
}

/**
 * The first rule that an address meets; null where none does. `asIpv6`: an IPv4 client has come over a socket of both
 * kinds. Source: ngx_http_access_handler.
 */
export function ruleFor(rules: readonly AccessRule[], remote: string, asIpv6 = false): AccessRule | null {
  const client = addressFor(rules, remote, asIpv6);
  for (const rule of rules) {
    const { subnet } = rule;
    if (subnet === null) return rule;
    if (subnet === 'unix' || client === 'unix') {
      if (subnet === client) return rule;
    } else if (client && subnetHolds(subnet, client)) return rule;
  }
  return null;
}

/** A client's address as it is looked for: one of IPv4 written as IPv6 counts as IPv4 where any rule is for that. */
function addressFor(rules: readonly AccessRule[], remote: string, asIpv6: boolean): Address | 'unix' | null {
  const client = clientAddress(remote);
  if (client === null || client === 'unix' || client.length === 16 || !(asIpv6 || remote.includes(':'))) return client;
  return isForIpv4(rules) ? client : [...ipv4AsIpv6, ...client];
}

const ipv4AsIpv6: Address = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255];

/** Whether any of the rules is for IPv4 addresses, as those for all are. */
export function isForIpv4(rules: readonly AccessRule[]): boolean {
  return rules.some(({ subnet }) => subnet === null || (subnet !== 'unix' && subnet.address.length === 4));
}

/** Whether a level lets every address past a login that it does not ask for itself: an exemption, as people write it. */
export function isExempt({ own, settings: { access, satisfyAny } }: LocationConf): boolean {
  if (!satisfyAny?.value || !own.has('access') || own.has('realm') || own.has('authRequest')) return false;
  return access?.find(({ subnet, allow }) => subnet === null || !allow)?.allow ?? false;
}
