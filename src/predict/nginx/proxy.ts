import type { Handler } from '../../model/nginx/config.ts';
import type { ServerRequest } from '../answer.ts';
import type { Server } from './phases.ts';
import type { Flow } from './request.ts';
import { valueFor } from './values.ts';

/** The request that reaches another server block of the same tree; null where the upstream is somewhere else. */
export function proxied(server: Server, flow: Flow, handler: Handler): ServerRequest | null {
  const url = valueFor(server.config, flow, handler.to);
  const match = /^(https?):\/\/([^/?]+)([/?].*)?$/i.exec(url);
  if (!match) return null;
  const authority = match[2]!;
  const tls = match[1]!.toLowerCase() === 'https';
  const address = upstreamAddress(server, authority, tls);
  if (!address || !server.choice.listens(address.host, address.port)) return null;
  const headers = new Map(flow.level.settings.passRequestHeaders?.value === false ? [] : flow.headers);
  headers.delete('authorization');
  if (flow.authorization !== null && flow.level.settings.passRequestHeaders?.value !== false)
    headers.set('authorization', [flow.authorization]);
  let host = authority;
  for (const { name, value } of flow.level.settings.proxySetHeader ?? []) {
    const text = valueFor(server.config, flow, value);
    if (name === 'host') host = text;
    else if (text === '') headers.delete(name);
    else headers.set(name, [text]);
  }
  return {
    method: flow.method,
    host: host.replace(/:\d+$/, ''),
    port: address.port,
    tls,
    target: targetOf(flow, match[3] ?? '', handler),
    credentials: null,
    headers,
    remote: '127.0.0.1',
  };
}

function upstreamAddress(server: Server, authority: string, tls: boolean): { host: string; port: number } | null {
  const members = server.config.upstreams.get(authority);
  const target = members ? members[0] : authority;
  if (target === undefined || (members && members.length > 1 && new Set(members).size > 1)) return null;
  const match = /^(\[[^\]]*\]|[^:]+)(?::(\d+))?$/.exec(target);
  if (!match) return null;
  return { host: match[1]!.toLowerCase(), port: match[2] ? Number(match[2]) : tls ? 443 : 80 };
}

/** Path and query that are passed on. Source: ngx_http_proxy_create_request. */
function targetOf(flow: Flow, uri: string, handler: Handler): string {
  const query = flow.args ? `?${flow.args}` : '';
  if (handler.to.parts) return uri || escapeUri(flow.uri) + query;
  const untouched = !flow.internal && flow.uri === rawPath(flow.request.target);
  if (uri === '') return untouched ? flow.request.target : escapeUri(flow.uri) + query;
  const cut = flow.level.kind === 'regex' || flow.level.kind === 'named' ? 0 : flow.level.name.length;
  return uri + escapeUri(flow.uri.slice(cut)) + query;
}

function rawPath(target: string): string {
  const question = target.indexOf('?');
  return question < 0 ? target : target.slice(0, question);
}

function escapeUri(uri: string): string {
  return uri.replace(
    /[\u0000-\u0020#%?\u007f-\u00ff]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
