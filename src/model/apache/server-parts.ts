import type { FileHost } from '../../host/host.ts';
import type { Directive } from '../../syntax/tree.ts';
import { compilePattern, type Pattern } from '../regex.ts';
import { compileSettings } from './compile.ts';
import type { CompileContext } from './compile-mapping.ts';
import { mergeSettings } from './merge.ts';
import { readEnvRule, readRedirect, rootRelative } from './readings.ts';
import { type RemoteIp, readProxyList, readRemoteIp } from './remote-ip.ts';
import { mergeServerRewrite, noRewrite, type RewriteRules } from './rewrite-rules.ts';
import { type PathSection, SectionIndex } from './section-index.ts';
import type { Server } from './servers.ts';
import {
  type EnvRule,
  emptySettings,
  noRare,
  type Setting,
  type Settings,
  saysNothing,
  type UrlRule,
} from './settings.ts';
import { readUserDirs, type UserDirs } from './user-dirs.ts';

/** One ProxyPass of a server. */
export interface ProxyRule {
  readonly from: string;
  readonly pattern: Pattern | null;
  readonly to: string;
  readonly origin: Directive;
}

/** What holds for the requests of a server, with what it takes over from the main one. */
export interface ServerParts {
  readonly defaults: Settings;
  readonly documentRoot: Setting<string> | null;
  readonly folders: SectionIndex;
  readonly urls: SectionIndex;
  readonly proxied: readonly PathSection[];
  readonly accessNames: readonly string[];
  readonly aliases: readonly UrlRule[];
  readonly redirects: readonly UrlRule[];
  readonly rewrite: RewriteRules;
  readonly env: readonly EnvRule[];
  /** `RequestHeader … Authorization early`: what becomes of the header before anything is asked. */
  readonly earlyAuthorization: EarlyAuthorization | null;
  /** Null: clients are who they seem to be. */
  readonly remoteIp: RemoteIp | null;
  readonly proxies: readonly ProxyRule[];
  readonly mergeSlashes: boolean;
  readonly trace: boolean;
  /** Null: there are no UserDir lines. */
  readonly userDirs: UserDirs | null;
  readonly virtualScripts: Setting<string> | null;
  readonly tls: boolean;
}

const none: readonly Directive[] = [];

/**
 * All of a server with what it takes over: `own` is what the server says itself, `base` the parts of the main server
 * (null: it is the main server).
 */
export function readParts(
  server: Server,
  own: readonly Directive[],
  base: ServerParts | null,
  { host, context }: { readonly host: FileHost; readonly context: CompileContext },
): ServerParts {
  const byName = indexOf(own);
  const named = (name: string): readonly Directive[] => byName.get(name) ?? none;
  const last = (name: string): Directive | undefined => named(name).at(-1);
  const compiled = compileSettings(own, context);
  const folders = server.folders();
  const urls = server.urls();
  const access = last('accessfilename');
  const scripts = last('virtualscriptalias') ?? last('virtualscriptaliasip');
  const flag = (name: string): string | undefined => last(name)?.args[0]?.value.toLowerCase();
  const lists = rulesIn(own, context);
  return {
    defaults: mergeSettings(base?.defaults ?? emptySettings(), atServerLevel(compiled, server)),
    documentRoot: server.documentRoot(),
    folders: base && folders.length === 0 ? base.folders : new SectionIndex(folders, base?.folders),
    urls: base && urls.length === 0 ? base.urls : new SectionIndex(urls, base?.urls),
    proxied: joined(base?.proxied, server.proxied()),
    accessNames: access ? access.args.map(({ value }) => value) : (base?.accessNames ?? ['.htaccess']),
    aliases: joined(server.ownAliases(), base?.aliases),
    redirects: joined(lists.redirects, base?.redirects),
    rewrite: mergeServerRewrite(base?.rewrite ?? null, compiled.rewrite),
    env: joined(base?.env, lists.env),
    // the last line decides, and lines of the server come before those of its hosts
    earlyAuthorization:
      named('requestheader').reduceRight<EarlyAuthorization | null>(
        (last, directive) => last ?? earlyAuthorization(directive),
        null,
      ) ??
      base?.earlyAuthorization ??
      null,
    remoteIp: readRemoteIp(named, base?.remoteIp ?? null, (file) =>
      readProxyList(host, rootRelative(file, context.serverRoot)),
    ),
    proxies: joined(lists.proxies, base?.proxies),
    mergeSlashes: (flag('mergeslashes') ?? (base?.mergeSlashes === false ? 'off' : 'on')) !== 'off',
    trace: (flag('traceenable') ?? (base?.trace === false ? 'off' : 'on')) !== 'off',
    userDirs: readUserDirs(named('userdir'), base?.userDirs ?? null),
    virtualScripts: scripts ? firstOf(scripts) : (base?.virtualScripts ?? null),
    tls: server.tls(),
  };
}

/** The per-directory settings at a server's level, where Redirect, RewriteRule, SetEnvIf and ProxyPass are none. */
function atServerLevel(own: Settings, server: Server): Settings {
  const files = server.files();
  const ifs = server.ifs();
  const { alias } = own.rare;
  const unmapped = alias && { ...alias, redirects: [], redirect: null, alias: null };
  const rare = own.rare === noRare ? noRare : { ...own.rare, alias: unmapped, env: null };
  // most hosts switch rewriting on or say nothing at all: what is the same is one object, and so is what comes of it
  if (files.length === 0 && ifs.length === 0 && saysNothing({ ...own, rewrite: null, rare }))
    return sayingNothingBut(own.rewrite);
  return {
    ...own,
    rewrite: own.rewrite && { ...noRewrite, engine: own.rewrite.engine },
    rare,
    core: { ...own.core, files, ifs },
  };
}

/** Settings that do no more than to switch rewriting on or off. */
function sayingNothingBut(rewrite: RewriteRules | null): Settings {
  if (!rewrite) return silent;
  if (rewrite.engine === null) return unswitched;
  return rewrite.engine ? switchedOn : switchedOff;
}

const silent = emptySettings();
const unswitched: Settings = { ...emptySettings(), rewrite: noRewrite };
const switchedOn: Settings = { ...emptySettings(), rewrite: { ...noRewrite, engine: true } };
const switchedOff: Settings = { ...emptySettings(), rewrite: { ...noRewrite, engine: false } };

/** What stands at a server's level and not in sections: Redirect, SetEnvIf, ProxyPass. */
function rulesIn(
  directives: readonly Directive[],
  { modules }: CompileContext,
): Pick<ServerParts, 'redirects' | 'env' | 'proxies'> {
  const redirects: UrlRule[] = [];
  const env: EnvRule[] = [];
  const proxies: ProxyRule[] = [];
  for (const directive of directives) {
    switch (directive.name.toLowerCase()) {
      case 'redirect':
      case 'redirectmatch':
      case 'redirecttemp':
      case 'redirectpermanent': {
        const rule = readRedirect(directive, false, modules);
        if (rule && 'pattern' in rule) redirects.push(rule);
        break;
      }
      case 'setenvif':
      case 'setenvifnocase':
      case 'setenvifexpr':
      case 'browsermatch':
      case 'browsermatchnocase': {
        const rule = readEnvRule(directive, modules);
        if (rule) env.push(rule);
        break;
      }
      case 'proxypass':
      case 'proxypassmatch': {
        const [from, to] = directive.args.map(({ value }) => value);
        if (from === undefined || to === undefined) break;
        const pattern = directive.name.toLowerCase() === 'proxypassmatch' ? compilePattern(from) : null;
        proxies.push({ from, pattern, to, origin: directive });
        break;
      }
    }
  }
  return { redirects, env, proxies };
}

/** The directives of a server by lower-case name, in order: looked through once, since much is asked of them. */
function indexOf(directives: readonly Directive[]): ReadonlyMap<string, readonly Directive[]> {
  const byName = new Map<string, Directive[]>();
  for (const directive of directives) {
    const name = directive.name.toLowerCase();
    const list = byName.get(name);
    if (list) list.push(directive);
    else byName.set(name, [directive]);
  }
  return byName;
}

/** A setting of the first argument of a line. */
export function firstOf(origin: Directive): Setting<string> {
  return { value: origin.args[0]?.value ?? '', origin };
}

/** One list before another; the other itself where the one is empty. */
function joined<T>(first: readonly T[] | undefined, second: readonly T[] | undefined): readonly T[] {
  if (!first || first.length === 0) return second ?? [];
  return second && second.length > 0 ? [...first, ...second] : first;
}

/** A line that takes the Authorization header away, or puts its own in its place (`header`). */
interface EarlyAuthorization {
  readonly header: string | null;
  readonly origin: Directive;
}

/** mod_headers.c, ap_headers_early; null: the line says nothing of the header, or what cannot be told. */
function earlyAuthorization(directive: Directive): EarlyAuthorization | null {
  const [action, name, ...rest] = directive.args.map(({ value }) => value);
  if (!/^authorization:?$/i.test(name ?? '') || rest.pop()?.toLowerCase() !== 'early') return null;
  if (action!.toLowerCase() === 'unset') return { header: null, origin: directive };
  const header = rest[0];
  if (action!.toLowerCase() !== 'set' || header === undefined || header.includes('%')) return null;
  return { header, origin: directive };
}
