import type { ServerConf } from '../../model/nginx/config.ts';
import { matchPattern, type Pattern } from '../../model/regex.ts';
import { remembered } from '../../text/remembered.ts';
import { hole } from '../../text/template.ts';
import type { ServerRequest } from '../answer.ts';

/** An address that no rule names: a visitor from anywhere (TEST-NET-3, RFC 5737). */
export const outsider = '203.0.113.77';
/** A name under which a server is asked for; null where it has none that can be told. */
export function nameOf({ names }: ServerConf): string | null {
  for (const { pattern, name } of names)
    if (!pattern && name !== '' && name !== '_' && !name.includes(hole)) return name;
  for (const { pattern, name } of names) {
    if (!pattern) continue;
    const host = textFor(name.slice(1)).toLowerCase();
    if (/^[\w.-]+$/.test(host) && matchPattern(pattern, host)) return host;
  }
  return null;
}

/** A name that a template puts in, as the server is known by it. */
function filledNameOf({ names }: ServerConf): string | null {
  return names.find(({ pattern, name }) => !pattern && name.includes(hole))?.name ?? null;
}

/** A stranger's request for a path of a server. */
export function requestFor(server: ServerConf, path: string, method = 'GET'): ServerRequest {
  const { port = 80, ssl = false } = server.listens[0] ?? {};
  const name = nameOf(server) ?? filledNameOf(server);
  const wild = name !== null && (name.includes('*') || name.startsWith('.'));
  const host = wild ? name.replace(/^\*?\./, 'www.').replace(/\.\*$/, '.test') : name;
  const target = escaped(path);
  return { method, host, port, tls: ssl, target, credentials: null, headers: noHeaders, remote: outsider };
}

const noHeaders: ReadonlyMap<string, readonly string[]> = new Map();

/** Text that a pattern is likely to match. */
export function textFor(pattern: string): string {
  return pattern
    .replace(/^\^|\$$/g, '')
    .replace(/\(\?P?<\w+>/g, '(')
    .replace(/\(\?[:i]+\)?/g, '(')
    .replace(/\(([^()|]*)(?:\|[^()]*)*\)[?*]?/g, '$1')
    .replace(/\(([^()|]*)(?:\|[^()]*)*\)[?*]?/g, '$1')
    .replace(/\[[^\]]*\][+*?]?/g, 'a')
    .replace(/\\d[+*]?/g, '1')
    .replace(/\\w[+*]?/g, 'a')
    .replace(/\.[+*]\??/g, 'x')
    .replace(/([^\\])[?*+]/g, '$1')
    .replace(/\\(.)/g, '$1')
    .split('|')[0]!
    .replace(/[\^$]/g, '');
}

/** Paths that a location's pattern is likely to match; ten thousand servers mostly share a few. */
export const samples = remembered(1000, (pattern): readonly string[] => {
  const plain = textFor(pattern);
  const tail = plain.startsWith('/') ? plain : `/${plain}`;
  const ending = /^\.\w+$/.test(plain) ? [`/index${plain}`] : [];
  return [...ending, tail, `/x${plain}`, `${tail}x`, `${tail}/x`, `/index.${plain}`, '/index.php', '/x'];
});

/** Paths that a pattern is likely to match with a text in the place of one of its groups, by its name or number. */
export function samplesWith({ source }: Pattern, group: string, text: string): readonly string[] {
  const literal = text.replace(/[^\w-]/g, '\\$&');
  let number = 0;
  const filled = source.replace(/\((?:\?P?<(\w+)>|(?!\?))[^()]*\)/g, (whole, name: string | undefined) => {
    number++;
    return name === group || String(number) === group ? literal : whole;
  });
  return samples(filled);
}

/** A request target for a path. */
export function escaped(path: string): string {
  if (!unsafe.test(path)) return path;
  return path.replace(
    /[\u0000-\u0020%#?\u007f-\u00ff]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** The path of a request target that `escaped` made. */
export function unescaped(target: string): string {
  return target.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const unsafe = /[\u0000-\u0020%#?\u007f-\u00ff]/;
