import { sampleAddress } from '../../model/addresses.ts';
import { readCidr } from '../../model/nginx/address.ts';
import type { LocationConf, NginxConfig, ServerConf } from '../../model/nginx/config.ts';
import { HostNames } from '../../model/nginx/hostnames.ts';
import { compilePattern, matchPattern } from '../../model/regex.ts';
import { oncePer } from '../../once.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { hole } from '../../text/template.ts';
import type { Answer, ServerRequest } from '../answer.ts';
import { escaped, samples, textFor, unescaped } from './samples.ts';
import { type Compared, Tracing } from './tracing.ts';

/** A visitor who differs from a plain one in what something in the configuration looks at. */
export interface Visitor {
  /** `other host`: for a name that is none of the server's; `said`: a header, cookie or argument that he sends as he likes. */
  readonly kind: 'host' | 'other host' | 'address' | 'path' | 'method' | 'said';
  /** In what he differs: `the host a.test`. */
  readonly by: string;
  readonly request: ServerRequest;
}

/** More visitors than this are not tried for one value. */
const mostVisitors = 30;

/** Visitors on whom it depends what a level does, since its realm or its password file is made of variables. */
export function decidingVisitors(
  config: NginxConfig,
  server: ServerConf,
  level: LocationConf,
  plain: ServerRequest,
): readonly Visitor[] {
  const { realm, userFile } = level.settings;
  const tracing = new Tracing(config, level === server.level ? level.steps : [...server.level.steps, ...level.steps]);
  if (realm?.value.parts) tracing.value(realm.value);
  if (userFile?.value.parts) tracing.value(userFile.value);
  return visitorsFor(tracing, server, plain);
}

/** Whether an answer came to ask for the login of a realm. */
export function isAsked({ because }: Answer, realm: Directive): boolean {
  return because.some(({ code, where }) => code === 'nginx-no-credentials' && where === realm);
}

/** Visitors for each text that a traced value is compared with; a plain one asks by `plain`. */
export function visitorsFor({ found }: Tracing, server: ServerConf, plain: ServerRequest): readonly Visitor[] {
  const visitors = new Map<string, Visitor>();
  const add = (visitor: Visitor | null): void => {
    if (visitor && visitors.size < mostVisitors && !visitors.has(visitor.by)) visitors.set(visitor.by, visitor);
  };
  for (const [variable, texts] of found) {
    if (variable === 'host' || variable === 'http_host')
      for (const name of hostsOf(server)) add(forHost(plain, server, { text: name, pattern: false }));
    // a method that no text names is one too
    const methods = variable === 'request_method' ? [{ text: 'POST', pattern: false }] : [];
    for (const text of [...texts, ...methods]) {
      if (variable === 'uri' || variable === 'document_uri' || variable === 'request_uri')
        for (const path of pathsOf(text, plain)) add(forPath(plain, path));
      else add(visitorFor(variable, text, server, plain));
    }
    if (variable === 'host' || variable === 'http_host')
      add({ kind: 'other host', by: 'any other host', request: { ...plain, host: 'authlint.invalid' } });
  }
  return [...visitors.values()];
}

/** Names of a server; of one with a wildcard two that it stands for. */
function hostsOf({ names }: ServerConf): readonly string[] {
  const plain = names.filter(({ name, pattern }) => !pattern && name !== '' && name !== '_' && !name.includes(hole));
  return plain.flatMap(({ name }) => (/^\*?\./.test(name) ? [name, name.replace(/^\*?\./, 'authlint.')] : [name]));
}

function visitorFor(variable: string, compared: Compared, server: ServerConf, plain: ServerRequest): Visitor | null {
  const { text, pattern } = compared;
  const plainText = pattern ? textFor(text) : text;
  const shown = printable(plainText, 60);
  const [, kind, name] = /^(arg|cookie|http)_(.+)$/.exec(variable) ?? [];
  if (variable === 'host' || variable === 'http_host') return forHost(plain, server, compared);
  if (variable === 'remote_addr' || variable === 'binary_remote_addr' || variable === 'realip_remote_addr') {
    const remote = addressOf(text);
    const by = pattern ? `the address ${remote}` : `the ${text.includes('/') ? 'network' : 'address'} ${shown}`;
    return remote === null ? null : { kind: 'address', by, request: { ...plain, remote } };
  }
  if (variable === 'request_method') {
    if (!/^[A-Z]+$/.test(plainText)) return null;
    return { kind: 'method', by: `the method ${plainText}`, request: { ...plain, method: plainText } };
  }
  if (name === undefined || /[^\x21-\x7e]|;/.test(plainText)) return null;
  if (kind === 'arg') {
    const target = `${plain.target}?${name}=${encodeURIComponent(plainText)}`;
    return { kind: 'said', by: `the argument ${name}=${shown}`, request: { ...plain, target } };
  }
  const [header, value] =
    kind === 'cookie' ? ['cookie', `${name}=${plainText}`] : [name.replaceAll('_', '-'), plainText];
  const by = kind === 'cookie' ? `the cookie ${name}=${shown}` : `the header ${header}: ${shown}`;
  return { kind: 'said', by, request: { ...plain, headers: new Map([[header, [value]]]) } };
}

function forHost(plain: ServerRequest, server: ServerConf, { text, pattern }: Compared): Visitor | null {
  const wanted = pattern ? textFor(text).replace(/^\./, '') : text.replace(/^\*?\./, 'www.').replace(/\.\*$/, '.test');
  const host = wanted.toLowerCase().replace(/:\d+$/, '');
  if (!/^[a-z0-9.-]+$/.test(host)) return null;
  const kind = isNamed(server, host) ? 'host' : 'other host';
  return { kind, by: `the host ${host}`, request: { ...plain, host } };
}

/** The names of a server that are no patterns, wildcards among them. */
const plainNames = oncePer(({ names }: ServerConf) => {
  const table = new HostNames<true>();
  for (const { name, pattern } of names) if (!pattern) table.add(name, true, true);
  return table;
});

/** Whether a name of a server, perhaps with a wildcard or a pattern, is for a host. */
function isNamed(server: ServerConf, host: string): boolean {
  if (plainNames(server).get(host)) return true;
  return server.names.some(({ pattern }) => pattern !== null && Boolean(matchPattern(pattern, host)));
}

/** An address of a network or range, or one that a pattern such as `^10\.0\.` matches; null: none can be told. */
export function addressOf(text: string): string | null {
  const subnet = readCidr(text);
  if (subnet) return sampleAddress(subnet);
  const parts = /\d+(?:\\?\.\d+)+/.exec(text)?.[0].split(/\\?\./).slice(0, 4);
  return parts ? [...parts, '1', '1'].slice(0, 4).join('.') : null;
}

/** Paths that are compared with a text, or match a pattern: one by itself, and one below the plain visitor's. */
function pathsOf({ text, pattern }: Compared, { target }: ServerRequest): readonly string[] {
  if (!pattern) return text.startsWith('/') ? [text] : [];
  const compiled = compilePattern(text);
  const matches = (path: string): boolean => compiled !== null && Boolean(matchPattern(compiled, path));
  const below = `${unescaped(target).replace(/\/$/, '')}/${textFor(text).replace(/^\//, '')}`;
  return [samples(text).find((path) => path.startsWith('/') && matches(path)), below].filter(
    (path): path is string => path !== undefined && matches(path),
  );
}

function forPath(plain: ServerRequest, path: string): Visitor {
  return { kind: 'path', by: `the path ${printable(path, 60)}`, request: { ...plain, target: escaped(path) } };
}
