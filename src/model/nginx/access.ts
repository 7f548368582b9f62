import type { Directive } from '../../syntax/tree.ts';
import { subnetHolds } from '../addresses.ts';
import { type Cidr, clientAddress, readCidr } from './address.ts';
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

/** The first rule that an address meets; null where none does. Source: ngx_http_access_handler. */
export function ruleFor(rules: readonly AccessRule[], remote: string): AccessRule | null {
  const client = clientAddress(remote);
  for (const rule of rules) {
    const { subnet } = rule;
    if (subnet === null) return rule;
    if (subnet === 'unix' || client === 'unix') {
      if (subnet === client) return rule;
    } else if (client && subnetHolds(subnet, client)) return rule;
  }
  return null;
}

/** Whether a level lets every address past a login that it does not ask for itself: an exemption, as people write it. */
export function isExempt({ own, settings: { access, satisfyAny } }: LocationConf): boolean {
  if (!satisfyAny?.value || !own.has('access') || own.has('realm') || own.has('authRequest')) return false;
  return access?.find(({ subnet, allow }) => subnet === null || !allow)?.allow ?? false;
}
