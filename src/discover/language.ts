import { readNginxFile } from '../syntax/nginx.ts';
import { readTemplate } from '../syntax/template.ts';
import type { Directive } from '../syntax/tree.ts';
import { Source } from '../text/source.ts';
import { hole } from '../text/template.ts';

/** Directives of a server: whether a name is one of them. */
export type Knows = (name: string) => boolean;

/** Names of httpd's directives that many other programs have too: alone they prove nothing. */
const common: ReadonlySet<string> = new Set(
  `user group port listen include timeout protocol options require script action define use error loglevel pidfile
  keepalive allow deny order alias redirect header mutex limit protocols bindaddress name files proxy location set
  servername`.split(/\s+/),
);

/** Lines that only programs with a configuration like httpd's have. */
const relatives =
  /^[ \t]*(?:ServerType|DefaultServer|MaxInstances|RequireValidShell|AllowOverwrite|LoadPlugin|TypesDB|<Anonymous|<Global>|<Plugin|<source>|<match\b|<filter\b|Storage[ \t]*\{|Director[ \t]*\{)/m;

/** Folders and names by which people call a server's files. */
export const namesServer: Readonly<Record<'apache' | 'nginx', RegExp>> = {
  apache: /apache|httpd|htaccess|vhost|sites-(?:enabled|available)/i,
  nginx: /nginx|openresty|tengine|angie|freenginx|sites-(?:enabled|available)/i,
};

/** Whether more of a file is httpd's language than is not. */
export function isApache(path: string, text: string, knows: Knows): boolean {
  if (relatives.test(text)) return false;
  const plain = readTemplate(path, text, 'apache')?.text ?? text;
  let own = 0;
  let shared = 0;
  let foreign = 0;
  const holes = plain.includes(hole);
  let follows = false;
  for (let at = 0; at <= plain.length; ) {
    const feed = plain.indexOf('\n', at);
    const end = feed < 0 ? plain.length : feed;
    const name = follows || (holes && plain.slice(at, end).includes(hole)) ? '' : nameIn(plain, at, end);
    if (name === null || (name !== '' && !knows(name))) foreign++;
    else if (common.has(name)) shared++;
    else if (name !== '') own++;
    const last = end > at && plain.charCodeAt(end - 1) === 13 ? end - 2 : end - 1;
    follows = last >= at && plain.charCodeAt(last) === 92;
    at = end + 1;
  }
  if (namesServer.apache.test(path)) return own + shared > 0 && own * 4 + shared >= foreign;
  return own > 0 ? own + shared >= foreign : shared > 0 && foreign === 0;
}

/**
 * The name of a directive of httpd on a line, lower case; empty: the line says nothing, ends a section, or is none that
 * could be told; null: it begins with none.
 */
function nameIn(text: string, from: number, end: number): string | null {
  let at = from;
  while (at < end && isWhite(text.charCodeAt(at))) at++;
  const first = text.charCodeAt(at);
  if (at === end || first === 35 || (first === 60 && text.charCodeAt(at + 1) === 47)) return '';
  const start = first === 60 ? at + 1 : at;
  let stop = start;
  while (stop < end && isWordCode(text.charCodeAt(stop))) stop++;
  let next = stop;
  while (next < end && (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9)) next++;
  const indented = text.slice(from, at);
  const isName =
    isLetter(text.charCodeAt(start)) &&
    (stop === end || text.charCodeAt(stop) === 62 || isWhite(text.charCodeAt(stop))) &&
    !(next < end && '=:({'.includes(text[next]!)) &&
    (indented === '' || /^[ \t]*$/.test(indented));
  return isName ? text.slice(at, stop).toLowerCase() : null;
}

function isWhite(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isWordCode(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === 95;
}

/** Whether more of a file is nginx's language than is not. */
export function isNginx(path: string, text: string, knows: Knows): boolean {
  const plain = readTemplate(path, text, 'nginx')?.text ?? text;
  let own = 0;
  let foreign = 0;
  const look = (directives: readonly Directive[]): void => {
    for (const { name, args, children } of directives) {
      if (name.includes(hole)) continue;
      if (knows(name) && args[0]?.value !== '=') own++;
      else foreign++;
      if (children && knows(name) && !data.has(name)) look(children);
    }
  };
  look(readNginxFile(new Source(path, plain)).directives);
  return own > 0 && (own >= foreign || (namesServer.nginx.test(path) && own * 4 >= foreign));
}

/** Blocks whose lines are no directives. */
const data: ReadonlySet<string> = new Set(['types', 'map', 'geo', 'split_clients', 'charset_map', 'match', 'upstream']);

/** What knows the directives of a server, loaded when a file needs it. */
export async function knowledgeOf(server: 'apache' | 'nginx'): Promise<Knows> {
  if (server === 'apache') {
    const { commandsNamed } = await import('../catalog/apache.ts');
    return (name) => commandsNamed(name).length > 0;
  }
  const { nginxCommands, thirdParty, commercial } = await import('../catalog/nginx.ts');
  return (name) => nginxCommands(name) !== null || thirdParty.test(name) || commercial.has(name);
}
