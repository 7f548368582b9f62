import type { ServerConf } from '../../model/nginx/config.ts';
import { type Referers, refererHosts } from '../../model/nginx/referers.ts';
import { matchPattern, type Pattern } from '../../model/regex.ts';
import { type Flow, Unknown } from './request.ts';

/** Hosts longer than this are never fine. */
const longestHost = 256;

/** Whether a request's Referer is none of those that are fine. Source: ngx_http_referer_variable. */
export function invalidReferer({ headers, level, server }: Flow): boolean {
  const referers = level.settings.referers?.value;
  if (!referers) return false;
  const header = headers.get('referer')?.[0];
  if (header === undefined) return !referers.none;
  const scheme = header.length >= 'http://i.ru'.length ? /^https?:\/\//i.exec(header) : null;
  if (!scheme) return !referers.blocked;
  const rest = header.slice(scheme[0].length);
  const host = rest.split(/[/:]/, 1)[0]!.toLowerCase();
  if (host.length > longestHost) return true;
  const found = hostsFor(referers, server).get(host);
  if (found) {
    const slash = rest.indexOf('/', host.length);
    return found.path !== null && !(slash >= 0 && rest.startsWith(found.path, slash));
  }
  const patterns = referers.serverPatterns ? server.names.flatMap(({ pattern }) => pattern ?? []) : [];
  return !patterns.some((pattern) => matches(pattern, host)) && !referers.patterns.some((one) => matches(one, rest));
}

const tables = new WeakMap<Referers, Exclude<ReturnType<typeof refererHosts>, string>>();

function hostsFor(referers: Referers, { names }: ServerConf): Exclude<ReturnType<typeof refererHosts>, string> {
  let table = tables.get(referers);
  if (!table) {
    const made = refererHosts(referers, names);
    // nginx does not start with such a list
    if (typeof made === 'string') throw new Unknown({ code: 'nginx-unseen', message: made, where: null });
    table = made;
    tables.set(referers, table);
  }
  return table;
}

function matches(pattern: Pattern, text: string): boolean {
  const match = matchPattern(pattern, text);
  if (match === undefined)
    throw new Unknown({ code: 'nginx-unseen', message: 'whether a pattern matches cannot be told', where: null });
  return match !== null;
}
