/** IP subnets as APR reads and tests them (apr_ipsubnet_create, apr_ipsubnet_test). */
export interface Subnet {
  /** 4 or 16 bytes. */
  readonly address: readonly number[];
  readonly mask: readonly number[];
}

/** The bytes of an address (4 or 16; an IPv4-mapped IPv6 address counts as IPv4), or null. */
export function addressBytes(text: string): readonly number[] | null {
  if (text.includes(':')) {
    const bytes = ipv6(text);
    if (!bytes) return null;
    const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
    return mapped ? bytes.slice(12) : bytes;
  }
  return ipv4(text);
}

function ipv4(text: string): number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  const bytes: number[] = [];
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || (part.length > 1 && part[0] === '0')) return null;
    const byte = Number(part);
    if (byte > 255) return null;
    bytes.push(byte);
  }
  return bytes;
}

function ipv6(text: string): number[] | null {
  let source = text;
  let tail: number[] = [];
  const dotted = /(?:^|:)(\d+\.\d+\.\d+\.\d+)$/.exec(source);
  if (dotted) {
    const four = ipv4(dotted[1]!);
    if (!four) return null;
    tail = four;
    source = source.slice(0, source.length - dotted[1]!.length);
    if (source.endsWith(':') && !source.endsWith('::')) source = source.slice(0, -1);
  }
  const halves = source.split('::');
  if (halves.length > 2) return null;
  const groups = (half: string): number[] | null => {
    if (half === '') return [];
    const bytes: number[] = [];
    for (const group of half.split(':')) {
      if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return null;
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    }
    return bytes;
  };
  const left = groups(halves[0]!);
  if (!left) return null;
  if (halves.length === 1) {
    const all = [...left, ...tail];
    return all.length === 16 ? all : null;
  }
  const right = groups(halves[1]!);
  if (!right) return null;
  const missing = 16 - left.length - right.length - tail.length;
  return missing >= 0 ? [...left, ...new Array<number>(missing).fill(0), ...right, ...tail] : null;
}

const bits = (count: number, length: number): number[] =>
  Array.from({ length }, (_, index) => (0xff00 >> Math.max(0, Math.min(8, count - index * 8))) & 0xff);

/** What APR says of an address or mask that it cannot read; EINVAL is its word for what does not look like an address. */
export type SubnetError = 'not-an-address' | 'bad-address' | 'bad-mask';

/** Reads `address`, `address/bits`, `address/netmask` or, without a mask, a partial IPv4 address (`10.1`). */
export function parseSubnet(text: string): Subnet | SubnetError {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const mask = slash < 0 ? null : text.slice(slash + 1);
  if (address === '' || (!address.includes(':') && !/^[0-9.]+$/.test(address))) return 'not-an-address';
  let subnet: Subnet | null = null;
  const plain = ipv4(address) ?? (address.includes(':') ? ipv6(address) : null);
  if (plain) {
    // an IPv4-mapped IPv6 address is refused
    if (plain.length === 16 && addressBytes(address)!.length === 4) return 'bad-address';
    subnet = { address: plain, mask: bits(plain.length * 8, plain.length) };
  } else if (mask === null) subnet = partialSubnet(address);
  if (!subnet) return 'bad-address';
  if (mask === null) return subnet;
  const width = subnet.address.length;
  let full: readonly number[] | null = null;
  if (/^\d+$/.test(mask) && Number(mask) > 0 && Number(mask) <= width * 8) full = bits(Number(mask), width);
  else if (width === 4) full = ipv4(mask);
  if (!full) return 'bad-mask';
  const used = full;
  return { address: subnet.address.map((byte, index) => byte & used[index]!), mask: used };
}

/** `10`, `10.1`, `10.1.2`, with or without a last dot: the rest is free (parse_network). */
function partialSubnet(text: string): Subnet | null {
  if (text.length > 15 || !/^\d+(\.\d+){0,3}\.?$/.test(text)) return null;
  const parts = text.replace(/\.$/, '').split('.').map(Number);
  if (parts.some((part) => part > 255)) return null;
  return { address: [...parts, 0, 0, 0, 0].slice(0, 4), mask: bits(parts.length * 8, 4) };
}

export function subnetHolds(subnet: Subnet, address: readonly number[]): boolean {
  if (subnet.address.length !== address.length) return false;
  return address.every((byte, index) => (byte & subnet.mask[index]!) === subnet.address[index]);
}

/** An address inside a subnet: the first that is not the network's own, where there is one. */
export function sampleAddress(subnet: Subnet): string {
  const bytes = [...subnet.address];
  const last = bytes.length - 1;
  if (subnet.mask[last] !== 255) bytes[last] = bytes[last]! | 1;
  if (bytes.length === 4) return bytes.join('.');
  const groups: string[] = [];
  for (let at = 0; at < 16; at += 2) groups.push(((bytes[at]! << 8) | bytes[at + 1]!).toString(16));
  return groups.join(':');
}
