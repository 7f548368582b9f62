import { readNginxFile } from '../syntax/nginx.ts';
import { readTemplate } from '../syntax/template.ts';
import type { Directive } from '../syntax/tree.ts';
import { Source } from '../text/source.ts';
import { hole } from '../text/template.ts';

/** Directives of a server: whether a name is one of them. */
export type Knows = (name: string) => boolean;

/** Names of httpd's directives that many other programs have too: in small letters alone they prove nothing. */
const common: ReadonlySet<string> = new Set(
  `user group port listen include timeout protocol options require script action define use error loglevel pidfile
  keepalive allow deny order alias redirect header mutex limit protocols bindaddress name files proxy location set
  servername`.split(/\s+/),
);

/** Lines that only programs with a configuration like httpd's have. */
const relatives =
  /^[ \t]*(?:ServerType|DefaultServer|MaxInstances|RequireValidShell|AllowOverwrite|LoadPlugin|TypesDB|<Anonymous|<Global>|<Plugin|<Policy\b|DefaultAuthType[ \t]|SystemGroup[ \t]|<source>|<match\b|<filter\b|Storage[ \t]*\{|Director[ \t]*\{)/m;

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
  let capital = false;
  let continued = false;
  for (const line of plain.split('\n')) {
    const follows = continued;
    continued = /\\\r?$/.test(line);
    const match = /^[ \t]*(<\/?[A-Za-z]\w*|[A-Za-z]\w*)(?=[\s>]|$)[ \t]*(\S*)/.exec(line);
    if (follows || !/\S/.test(line) || /^\s*(?:#|<\/)/.test(line) || line.includes(hole)) continue;
    const name = match?.[1]?.toLowerCase();
    if (name === undefined || /^[=:({]/.test(match![2]!) || !knows(name)) foreign++;
    else if (common.has(name)) shared++;
    else own++;
    capital ||= /^\s*<?[A-Z]/.test(line);
  }
  const named = namesServer.apache.test(path);
  if (own === 0) return capital && shared > 0 && foreign <= (named ? shared : 0);
  return own * (named ? 4 : 1) + shared >= foreign;
}

/** Names of nginx's directives that many other programs have too: alone they prove nothing. */
const commonNginx: ReadonlySet<string> = new Set(['include', 'set', 'user', 'if']);

/** Whether more of a file is nginx's language than is not. */
export function isNginx(path: string, text: string, knows: Knows): boolean {
  const plain = readTemplate(path, text, 'nginx')?.text ?? text;
  let own = 0;
  let shared = 0;
  let foreign = 0;
  const look = (directives: readonly Directive[]): void => {
    for (const { name, args, children } of directives) {
      if (name.includes(hole)) continue;
      const first = args[0]?.value;
      if (!knows(name) || first === '=' || (name === 'if' && !first?.startsWith('('))) foreign++;
      else if (commonNginx.has(name)) shared++;
      else own++;
      if (children && knows(name) && !data.has(name)) look(children);
    }
  };
  look(readNginxFile(new Source(path, plain)).directives);
  const named = namesServer.nginx.test(path);
  if (own === 0) return named && foreign === 0 && shared > 0;
  return own * (named ? 4 : 1) + shared >= foreign;
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
