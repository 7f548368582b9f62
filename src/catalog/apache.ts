/**
 * What httpd's modules offer: every directive with its argument form and the places where it may stand, taken from the
 * command tables of the modules themselves (`command_rec` in include/http_config.h).
 */
import { once } from '../once.ts';
import { detached } from '../text/bytes.ts';
import { lines, modules } from './apache-directives.generated.ts';
import { linesOf } from './table.ts';

/** Argument forms, in the order of `enum cmd_how` (include/http_config.h). */
export const argumentForms = [
  'RAW_ARGS',
  'TAKE1',
  'TAKE2',
  'ITERATE',
  'ITERATE2',
  'FLAG',
  'NO_ARGS',
  'TAKE12',
  'TAKE3',
  'TAKE23',
  'TAKE123',
  'TAKE13',
  'TAKE_ARGV',
] as const;
export type ArgumentForm = (typeof argumentForms)[number];

/** Bits of `req_override`: where a directive may stand and when it is run (include/http_config.h). */
export const OR_LIMIT = 1;
export const OR_OPTIONS = 2;
export const OR_FILEINFO = 4;
export const OR_AUTHCFG = 8;
export const OR_INDEXES = 16;
export const OR_ALL = 31;
export const ACCESS_CONF = 64;
export const RSRC_CONF = 128;
export const EXEC_ON_READ = 256;
export const NONFATAL_OVERRIDE = 512;
export const NONFATAL_UNKNOWN = 1024;
export const PROXY_CONF = 2048;

/** One directive as one module defines it. Several modules may define the same name; each gets to see it. */
export interface ApacheCommand {
  /** In the module's own letter case; a section keeps its bracket: `<Directory`. */
  readonly name: string;
  /** C name without suffix, e.g. `mod_auth_basic`. */
  readonly module: string;
  readonly form: ArgumentForm;
  /** OR of the bits above. */
  readonly where: number;
}

export interface ApacheModule {
  /** C name without suffix: `mod_auth_basic`, `core`, `event`. */
  readonly name: string;
  /** Symbol that LoadModule names: `auth_basic_module`. */
  readonly symbol: string;
  /** Base name of its shared object without `.so`; null where it is compiled in. */
  readonly file: string | null;
}

/** Directives of well-known modules that httpd does not ship, by their beginning, lower case. */
export const thirdParty =
  /^<?(?:nss[a-z]|sec[a-z]|passenger|rails|rack|unionstation|wsgi|perl|php_|phpinidir|suphp|ruidgid|rmode|assignuserid|maxclientsvhost|fcgid|fastcgi|modpagespeed|pagespeed|qs_|shib|oidc|oauth|mellon|krb|gssapi|authgssapi|authmysql|authpam|authshadow|authexternal|defineexternal|addexternal|authopenid|authcas|cas[a-z]|authkerb|authradius|addradius|auth_?pgsql|auth_?vas|pubcookie|evasive|dos[a-z]|bandwidth|bw_|cband|geoip|maxminddb|jk[a-z]|weblogic|svn|dav(?:svn|git)|xsendfile|h264|upload|rpaf|extract_?forwarded|cloudflare|limitipconn|maxconnperip|mod_?security|python|mod_?gzip|lua_|tile|moddir|qos|sslrandom_|gnutls|suexec_|ruby|mono|dovecot|authdovecot|authnovell|authtkt|tkt|openid|yubi|ironbee|spamhaus|zend|newrelic|apm|chxj|vhost_|vh[a-z]|mapserver|wsdl|remoteip_x|crowd|nagios|axis2|tomcat|websphere|wlproxy|plsql|ora_)/;

interface Modules {
  readonly all: readonly ApacheModule[];
  readonly bySymbol: ReadonlyMap<string, ApacheModule>;
  readonly byName: ReadonlyMap<string, ApacheModule>;
  readonly compiledIn: ReadonlySet<string>;
}

/** The modules of the table, which are asked for where a configuration loads some. */
const known = once((): Modules => {
  const all = modules
    .trimEnd()
    .split('\n')
    .map((line): ApacheModule => {
      const [name, symbol, file = null] = line.split(' ');
      return { name: name!, symbol: symbol!, file };
    });
  return {
    all,
    bySymbol: new Map(all.map((one) => [one.symbol, one])),
    byName: new Map(all.map((one) => [one.name, one])),
    compiledIn: new Set(all.filter(({ file }) => file === null).map(({ name }) => name)),
  };
});

/** All modules of the table. */
export function apacheModules(): readonly ApacheModule[] {
  return known().all;
}

/** The modules that a Debian httpd has compiled in. */
export function compiledIn(): ReadonlySet<string> {
  return known().compiledIn;
}

/** Multi-processing modules: exactly one must be loaded. */
export const processingModules: ReadonlySet<string> = new Set(['event', 'worker', 'prefork']);

/** What was asked for, as a configuration names few directives, and often; names of none too, as far as they are few. */
const asked = new Map<string, readonly ApacheCommand[]>();
const mostAsked = 4096;

/** What the modules of the table define under a name (lower case); empty: no module of httpd knows it. */
export function commandsNamed(name: string): readonly ApacheCommand[] {
  const found = asked.get(name);
  if (found) return found;
  const commands = linesOf(lines, name, ' ').map(commandOf);
  if (commands.length > 0 || asked.size < mostAsked) asked.set(detached(name), commands);
  return commands;
}

function commandOf(line: string): ApacheCommand {
  const [, name, module, form, where] = line.split(' ');
  return {
    name: name!,
    module: module!,
    form: argumentForms[Number(form)]!,
    where: Number(where),
  };
}

let names: readonly string[] | null = null;

/** Names of all directives, lower case, sections with their bracket, in the order of their modules. */
export function commandNames(): readonly string[] {
  names ??= namesOfTable();
  return names;
}

function namesOfTable(): readonly string[] {
  const places = new Map<string, number>();
  for (const line of lines.trimEnd().split('\n')) {
    const [name, , , , , place] = line.split(' ');
    places.set(name!, Number(place));
  }
  return [...places].sort(([, a], [, b]) => a - b).map(([name]) => name);
}

/** The module that LoadModule calls by this symbol. */
export function moduleOfSymbol(symbol: string): ApacheModule | null {
  return known().bySymbol.get(symbol) ?? null;
}

/** The module of a C name without suffix. */
export function moduleNamed(name: string): ApacheModule | null {
  return known().byName.get(name) ?? null;
}
