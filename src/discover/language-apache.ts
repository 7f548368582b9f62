import { commandsNamed } from '../catalog/apache.ts';
import { readTemplate } from '../syntax/template.ts';
import { hole } from '../text/template.ts';
import { namesServer } from './recognise.ts';

/** Names of httpd's directives that many other programs have too: in small letters alone they prove nothing. */
const common: ReadonlySet<string> = new Set(
  `user group port listen include timeout protocol options require script action define use error loglevel pidfile
  keepalive allow deny order alias redirect header mutex limit protocols bindaddress name files proxy location set
  servername`.split(/\s+/),
);

/** Lines that only programs with a configuration like httpd's have. */
const relatives =
  /^[ \t]*(?:ServerType|DefaultServer|MaxInstances|RequireValidShell|AllowOverwrite|ModulePath|LoadModule[ \t]+mod_\w+\.c[ \t\r]*$|LoadPlugin|TypesDB|<Anonymous|<Global>|<Plugin|<Policy\b|DefaultAuthType[ \t]|SystemGroup[ \t]|<source>|<match\b|<filter\b|Storage[ \t]*\{|Director[ \t]*\{)/m;

/** Whether more of a file is httpd's language than is not. */
export function isApache(path: string, text: string): boolean {
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
    if (name === undefined || /^[=:({]/.test(match![2]!) || commandsNamed(name).length === 0) foreign++;
    else if (common.has(name)) shared++;
    else own++;
    capital ||= /^\s*<?[A-Z]/.test(line);
  }
  const named = namesServer.apache.test(path);
  if (own === 0) return capital && shared > 0 && foreign <= (named ? shared : 0);
  return own * (named ? 4 : 1) + shared >= foreign;
}
