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
  const holes = plain.includes(hole);
  let follows = false;
  for (let at = 0; at <= plain.length; ) {
    const feed = plain.indexOf('\n', at);
    const end = feed < 0 ? plain.length : feed;
    const start = follows || (holes && plain.slice(at, end).includes(hole)) ? -1 : startOf(plain, at, end);
    if (start >= 0) {
      const name = nameAt(plain, at, start, end);
      if (name === null || commandsNamed(name).length === 0) foreign++;
      else if (common.has(name)) shared++;
      else own++;
      capital ||= isCapital(plain.charCodeAt(plain.charCodeAt(start) === 60 ? start + 1 : start));
    }
    const last = end > at && plain.charCodeAt(end - 1) === 13 ? end - 2 : end - 1;
    follows = last >= at && plain.charCodeAt(last) === 92;
    at = end + 1;
  }
  const named = namesServer.apache.test(path);
  if (own === 0) return capital && shared > 0 && foreign <= (named ? shared : 0);
  return own * (named ? 4 : 1) + shared >= foreign;
}

/** Where a line begins to say something; -1: it is empty, a comment, or the end of a section. */
function startOf(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isWhite(text.charCodeAt(at))) at++;
  const first = text.charCodeAt(at);
  return at === end || first === 35 || (first === 60 && text.charCodeAt(at + 1) === 47) ? -1 : at;
}

/** The name of a directive of httpd that a line begins with, lower case, sections with their bracket; null: there is none. */
function nameAt(text: string, from: number, start: number, end: number): string | null {
  const word = text.charCodeAt(start) === 60 ? start + 1 : start;
  let stop = word;
  while (stop < end && isWordCode(text.charCodeAt(stop))) stop++;
  if (!isLetter(text.charCodeAt(word))) return null;
  if (stop < end && text.charCodeAt(stop) !== 62 && !isWhite(text.charCodeAt(stop))) return null;
  let next = stop;
  while (next < end && isBlank(text.charCodeAt(next))) next++;
  // assignments, calls and blocks of other languages
  if (next < end && '=:({'.includes(text[next]!)) return null;
  for (let at = from; at < start; at++) if (!isBlank(text.charCodeAt(at))) return null;
  return text.slice(start, stop).toLowerCase();
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isWhite(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isLetter(code: number): boolean {
  return isCapital(code) || (code >= 97 && code <= 122);
}

function isWordCode(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === 95;
}
