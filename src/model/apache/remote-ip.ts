import { absent, type FileHost } from '../../host/host.ts';
import type { Directive } from '../../syntax/tree.ts';
import { fromBytes } from '../../text/bytes.ts';
import { parseSubnet, type Subnet } from '../addresses.ts';

/** A proxy whose word on its client's address is taken; `internal`: on private addresses too. */
export interface TrustedProxy {
  /** Null: a name that is not looked up, or a list that cannot be seen. */
  readonly subnet: Subnet | null;
  readonly internal: boolean;
  readonly origin: Directive;
}

/** How a server tells clients behind proxies (mod_remoteip). */
export interface RemoteIp {
  /** Lower case; null: no header is looked at. */
  readonly header: string | null;
  /** None named: every client is a trusted proxy, and no internal one. */
  readonly proxies: readonly TrustedProxy[];
}

/** The words of a RemoteIP…ProxyList file (mod_remoteip.c, proxylist_read); null: it cannot be seen. */
export function readProxyList(host: FileHost, path: string): string[] | null {
  const bytes = host.read(path);
  if (absent(bytes)) return null;
  return fromBytes(bytes)
    .split('\n')
    .flatMap((line) => line.replace(/(?:^|\s)#.*/s, '').split(/\s+/))
    .filter((word) => word !== '');
}

/**
 * What the lines of a server say; what it does not say itself is the main server's. Null: nothing is said at all.
 * `listed`: the words of a list of proxies, by its name as written.
 */
export function readRemoteIp(
  named: (name: string) => readonly Directive[],
  base: RemoteIp | null,
  listed: (file: string) => readonly string[] | null,
): RemoteIp | null {
  const header = named('remoteipheader').at(-1)?.args[0]?.value.toLowerCase();
  const proxies: TrustedProxy[] = [];
  for (const name of ['remoteipinternalproxy', 'remoteiptrustedproxy']) {
    const internal = name === 'remoteipinternalproxy';
    for (const origin of named(name))
      for (const { value } of origin.args) proxies.push({ subnet: subnetOf(value), internal, origin });
    for (const origin of named(`${name}list`)) {
      const words = listed(origin.args[0]?.value ?? '');
      if (!words) proxies.push({ subnet: null, internal, origin });
      else for (const word of words) proxies.push({ subnet: subnetOf(word), internal, origin });
    }
  }
  if (header === undefined && proxies.length === 0) return base;
  proxies.sort((one, other) => one.origin.start - other.origin.start);
  return { header: header ?? base?.header ?? null, proxies: proxies.length > 0 ? proxies : (base?.proxies ?? []) };
}

function subnetOf(text: string): Subnet | null {
  const subnet = parseSubnet(text);
  return typeof subnet === 'string' ? null : subnet;
}

/** Whether an address is one that only an internal proxy is believed: private, or no global unicast of IPv6. */
export function isPrivate(address: readonly number[]): boolean {
  const [first, second] = address as [number, number];
  if (address.length === 16) return (first & 0xe0) !== 0x20;
  return (
    first === 10 ||
    first === 127 ||
    (first === 169 && second === 254) ||
    (first === 172 && (second & 0xf0) === 16) ||
    (first === 192 && second === 168)
  );
}
