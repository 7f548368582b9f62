import { remembered } from '../../text/remembered.ts';
import { type Subnet, subnetHolds } from '../addresses.ts';

/** Four or sixteen bytes of an address; an IPv4 address written as IPv6 stays IPv6. */
export type Address = readonly number[];

/** One entry of a list of networks. */
export type Cidr = Subnet | 'unix';

/** An address as nginx reads it; null where it refuses. Source: ngx_inet_addr, ngx_inet6_addr. */
export function readAddress(text: string): Address | null {
  return ipv4(text) ?? ipv6(text);
}

function ipv4(text: string): number[] | null {
  if (!/^[\d.]*$/.test(text)) return null;
  // an octet may be empty or begin with zeros
  const octets = text.split('.').map(Number);
  if (octets.length !== 4 || octets.some((octet) => octet > 255)) return null;
  // 255.255.255.255 is nginx's word for no address
  return octets.every((octet) => octet === 255) ? null : octets;
}

function ipv6(text: string): number[] | null {
  let rest = text;
  let tail: number[] = [];
  const dot = rest.indexOf('.');
  if (dot >= 0) {
    const colon = rest.lastIndexOf(':', dot);
    const four = colon < 0 ? null : ipv4(rest.slice(colon + 1));
    if (!four) return null;
    tail = four;
    rest = rest.slice(0, colon + 1);
    if (!rest.endsWith('::')) rest = rest.slice(0, -1);
  }
  if (rest === '' && tail.length === 0) return null;
  const halves = rest.split('::');
  if (halves.length > 2) return null;
  const [left, right] = halves.map((half) => groups(half));
  if (!left || (halves.length === 2 && !right)) return null;
  if (halves.length === 1) {
    const whole = [...left, ...tail];
    return whole.length === 16 ? whole : null;
  }
  const missing = 16 - left.length - right!.length - tail.length;
  return missing > 0 ? [...left, ...new Array<number>(missing).fill(0), ...right!, ...tail] : null;
}

function groups(half: string): number[] | null {
  if (half === '') return [];
  const bytes: number[] = [];
  for (const group of half.split(':')) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return null;
    const word = Number.parseInt(group, 16);
    bytes.push(word >> 8, word & 255);
  }
  return bytes;
}

/** `address` or `address/bits`; null where nginx refuses it; low bits that the mask drops are fine. Source: ngx_ptocidr. */
export const readCidr = remembered(1000, (text): Subnet | null => {
  const slash = text.indexOf('/');
  const address = readAddress(slash < 0 ? text : text.slice(0, slash));
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
  return { address: address.map((byte, index) => byte & mask[index]!), mask };
});

/** A client's address by its text; an IPv4 address written as IPv6 counts as IPv4. */
export function clientAddress(text: string): Address | 'unix' | null {
  if (text.startsWith('unix:')) return 'unix';
  const bytes = readAddress(text);
  return bytes && isMapped(bytes) ? bytes.slice(12) : bytes;
}

/** Whether an address is an IPv4 address written as IPv6. */
export function isMapped(bytes: Address): boolean {
  return (
    bytes.length === 16 && bytes[10] === 255 && bytes[11] === 255 && bytes.slice(0, 10).every((byte) => byte === 0)
  );
}

/** Source: ngx_cidr_match. */
export function inAny(cidrs: readonly Cidr[], client: string): boolean {
  const address = clientAddress(client);
  if (address === null) return false;
  return cidrs.some((cidr) => (cidr === 'unix' || address === 'unix' ? cidr === address : subnetHolds(cidr, address)));
}

/** An address with or without a port: the address's text; null where it is none. Source: ngx_parse_addr_port. */
function addressOf(text: string): string | null {
  if (readAddress(text)) return text;
  const match = /^(?:\[([^\]]*)\]|([^:]*)):(\d+)$/.exec(text);
  const port = match ? Number(match[3]) : 0;
  const address = match ? (match[1] ?? match[2]!) : '';
  return port >= 1 && port <= 65535 && readAddress(address) ? address : null;
}

/**
 * The client behind trusted proxies, out of the values of a header, last one first; null where nothing changes.
 * Source: ngx_http_get_forwarded_addr.
 */
export function forwardedAddress(
  client: string,
  values: readonly string[],
  trusted: readonly Cidr[],
  recursive: boolean,
): string | null {
  let address: string | null = null;
  for (let index = values.length - 1; index >= 0; index--) {
    let rest = values[index]!;
    do {
      if (!inAny(trusted, address ?? client)) return address;
      rest = rest.replace(/(?<=.)[ ,]+$/, '');
      const cut = Math.max(rest.lastIndexOf(' '), rest.lastIndexOf(','));
      const next = addressOf(rest.slice(cut + 1));
      if (next === null) return address;
      address = next;
      rest = cut < 0 ? '' : rest.slice(0, cut);
    } while (recursive && rest !== '');
    if (!recursive) break;
  }
  return address;
}
