import { addressBytes, subnetHolds } from '../../model/addresses.ts';
import { isPrivate, type RemoteIp, type TrustedProxy } from '../../model/apache/remote-ip.ts';
import type { ServerRequest } from '../answer.ts';
import { reason, Unseen } from './exchange.ts';

/**
 * The request as it is after mod_remoteip (remoteip_modify_request): with the address of the client behind the proxies
 * that are trusted, and the header without what was believed. Throws Unseen where a name would have to be looked up.
 */
export function behindProxies(request: ServerRequest, { header, proxies }: RemoteIp): ServerRequest {
  const given = header === null ? undefined : request.headers.get(header);
  if (given === undefined || given.length === 0) return request;
  let rest: string | null = given.join(', ');
  let { remote } = request;
  let internal = false;
  while (rest !== null) {
    if (proxies.length > 0) {
      const proxy = proxyAt(remote, proxies);
      if (!proxy) break;
      internal = proxy.internal;
    }
    const comma: number = rest.lastIndexOf(',');
    const text = rest.slice(comma + 1).replace(/^ +| +$/g, '');
    const address = addressBytes(text);
    if (!address && /^[\w-]+\.[\w.-]*[a-z]|^localhost$/i.test(text))
      throw new Unseen(reason('apache-condition-unseen', `the address of a name in ${header} cannot be told`, null));
    if (!address || (!internal && isPrivate(address))) break;
    remote = address.length === 4 ? address.join('.') : text.toLowerCase();
    rest = comma < 0 ? null : rest.slice(0, comma);
  }
  if (remote === request.remote) return request;
  const headers = new Map(request.headers);
  if (rest === null) headers.delete(header!);
  else headers.set(header!, [rest]);
  return { ...request, remote, headers };
}

/** The first line that trusts a client; null: none does. */
function proxyAt(remote: string, proxies: readonly TrustedProxy[]): TrustedProxy | null {
  const address = addressBytes(remote);
  for (const proxy of proxies) {
    if (proxy.subnet === null)
      throw new Unseen(reason('apache-condition-unseen', 'which proxies are trusted cannot be told', proxy.origin));
    if (address && subnetHolds(proxy.subnet, address)) return proxy;
  }
  return null;
}
