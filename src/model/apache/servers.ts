import type { FileHost } from '../../host/host.ts';
import type { Directive } from '../../syntax/tree.ts';
import { hole } from '../../text/template.ts';
import { addressBytes } from '../addresses.ts';
import { compilePattern, type Pattern } from '../regex.ts';
import { compileSettings, filesSection, ifSection } from './compile.ts';
import type { CompileContext } from './compile-mapping.ts';
import type { ApacheConfig } from './config.ts';
import { mergeSettings } from './merge.ts';
import { readEnvRule, readRedirect, rootRelative } from './readings.ts';
import { type RemoteIp, readProxyList, readRemoteIp } from './remote-ip.ts';
import { mergeServerRewrite, noRewrite, type RewriteRules } from './rewrite-rules.ts';
import { PathSection, SectionIndex } from './section-index.ts';
import {
  type EnvRule,
  emptySettings,
  type FilesSection,
  type IfSection,
  noRare,
  type Setting,
  type Settings,
  saysNothing,
  type UrlRule,
} from './settings.ts';
import { readUserDirs, type UserDirs } from './user-dirs.ts';

export interface Address {
  /** Null: any address. */
  readonly ip: string | null;
  /** 0: any port. */
  readonly port: number;
}

/** One ProxyPass of a server. */
export interface ProxyRule {
  readonly from: string;
  readonly pattern: Pattern | null;
  readonly to: string;
  readonly origin: Directive;
}

/**
 * One server: the main one or a `<VirtualHost>`. There may be ten thousand, of which few are ever asked: what is in it is
 * told from its directives when it is wanted, and only `parts` takes in what it inherits from the main one.
 */
export interface Server {
  readonly origin: Directive | null;
  readonly addresses: readonly Address[];
  /** Lower case; the ServerName first (null: none given). */
  readonly name: string | null;
  readonly port: number | null;
  readonly aliases: readonly string[];
  /** Its own DocumentRoot; null: that of the main server is in force. */
  ownRoot(): Setting<string> | null;
  /** The DocumentRoot in force; null: there is none. */
  documentRoot(): Setting<string> | null;
  /** The template of VirtualDocumentRoot in force, which is before any DocumentRoot; null: there is none. */
  virtualRoot(): Setting<string> | null;
  /** Its own sections of each kind in the order in which they merge. */
  folders(): readonly PathSection[];
  urls(): readonly PathSection[];
  /** Its own `<Proxy>` sections. */
  proxied(): readonly PathSection[];
  files(): readonly FilesSection[];
  ifs(): readonly IfSection[];
  /** Its own Alias lines. */
  ownAliases(): readonly UrlRule[];
  /** Whether its connections are TLS. */
  tls(): boolean;
  parts(): ServerParts;
}

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
const noNames: readonly string[] = [];

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

/** The main server and its virtual hosts, in the order of the configuration. */
export function readServers(config: ApacheConfig, host: FileHost): Server[] {
  const context: CompileContext = {
    modules: config.modules,
    authzAliases: config.aliases.authz,
    serverRoot: config.serverRoot,
    path: null,
    server: true,
  };
  const shared: Shared = { host, context, main: null, roles: new Map(), addresses: new Map() };
  const main = new ServerReader(config.directives, null, shared);
  const servers: Server[] = [main];
  const inherited = { ...shared, main };
  for (const directive of config.directives) {
    if (shared.roles.get(directive.name) !== 'host') continue;
    servers.push(new ServerReader(directive.children ?? [], directive, inherited));
  }
  return servers;
}

/** `host`, `host:port`, `[v6]:port`, `*`, `*:port`; port 0 where none is given. */
export function splitAddress(text: string): { host: string; port: number } {
  const match = /^(\[[^\]]*\]|[^:]*)(?::(\d+|\*))?$/.exec(text);
  if (!match) return { host: text, port: 0 };
  return { host: match[1]!.replace(/^\[|\]$/g, ''), port: match[2] && match[2] !== '*' ? Number(match[2]) : 0 };
}

/** A host name in small letters; what a template puts into it is a letter, so that the name can be asked for. */
function hostText(value: string): string {
  const lower = value.toLowerCase();
  return lower.includes(hole) ? lower.replace(/(?:\$\{)?\x01+\}?/g, 'x') : lower;
}

/** What a directive is to a server before anything is asked of it. */
type Role =
  | 'virtual-root'
  | 'name'
  | 'alias-names'
  | 'root'
  | 'tls'
  | 'alias'
  | 'folder'
  | 'url'
  | 'files'
  | 'if'
  | 'proxy'
  | 'host';

const rolesByName: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['servername', 'name'],
  ['serveralias', 'alias-names'],
  ['documentroot', 'root'],
  ['virtualdocumentroot', 'virtual-root'],
  ['virtualdocumentrootip', 'virtual-root'],
  ['sslengine', 'tls'],
  ['alias', 'alias'],
  ['scriptalias', 'alias'],
  ['aliasmatch', 'alias'],
  ['scriptaliasmatch', 'alias'],
  ['<directory', 'folder'],
  ['<directorymatch', 'folder'],
  ['<location', 'url'],
  ['<locationmatch', 'url'],
  ['<files', 'files'],
  ['<filesmatch', 'files'],
  ['<if', 'if'],
  ['<elseif', 'if'],
  ['<else', 'if'],
  ['<proxy', 'proxy'],
  ['<proxymatch', 'proxy'],
  ['<virtualhost', 'host'],
]);

const roleBits = { alias: 1, folder: 2, url: 4, files: 8, if: 16, proxy: 32 } as const;

/** What all servers of a configuration share. */
interface Shared {
  readonly host: FileHost;
  readonly context: CompileContext;
  /** Null while it is read itself. */
  readonly main: ServerReader | null;
  /** Roles of the names as written; the same few are written over and over. */
  readonly roles: Map<string, Role | null>;
  /** Addresses by the text of a `<VirtualHost>`. */
  readonly addresses: Map<string, Address>;
}

class ServerReader implements Server {
  readonly origin: Directive | null;
  readonly addresses: readonly Address[];
  readonly name: string | null;
  readonly port: number | null;
  readonly aliases: readonly string[];
  readonly #directives: readonly Directive[];
  readonly #shared: Shared;
  /** The last of each; null: there is none. */
  #rootLine: Directive | null = null;
  #virtualLine: Directive | null = null;
  #tlsLine: Directive | null = null;
  /** Roles that some of its lines have. */
  #roles = 0;
  #folders: readonly PathSection[] | null = null;
  #urls: readonly PathSection[] | null = null;
  #files: readonly FilesSection[] | null = null;
  #ifs: readonly IfSection[] | null = null;
  #parts: ServerParts | null = null;
  /** Only while the parts are read. */
  #byName: ReadonlyMap<string, readonly Directive[]> | null = null;

  constructor(directives: readonly Directive[], origin: Directive | null, shared: Shared) {
    this.origin = origin;
    this.#directives = directives;
    this.#shared = shared;
    let nameLine: Directive | null = null;
    let aliases: string[] | null = null;
    for (const one of directives) {
      const role = this.#roleOf(one);
      switch (role) {
        case 'name':
          nameLine = one;
          break;
        case 'alias-names':
          aliases ??= [];
          for (const { value } of one.args) aliases.push(hostText(value));
          break;
        case 'root':
          this.#rootLine = one;
          break;
        case 'virtual-root':
          this.#virtualLine = one;
          break;
        case 'tls':
          this.#tlsLine = one;
          break;
        case 'alias':
        case 'folder':
        case 'url':
        case 'files':
        case 'if':
        case 'proxy':
          this.#roles |= roleBits[role];
      }
    }
    const first = nameLine?.args[0]?.value;
    const named = first === undefined ? undefined : hostText(first);
    const { host, port } = splitAddress(named?.replace(/^[a-z]+:\/\//, '') ?? '');
    this.name = named === undefined ? null : host.replace(/\.$/, '');
    this.port = port || null;
    // a list that has grown has room for more, which would stay
    this.aliases = aliases?.slice() ?? noNames;
    this.addresses = (origin?.args ?? []).map(({ value }) => this.#address(value));
  }

  #roleOf({ name }: Directive): Role | null {
    const { roles } = this.#shared;
    let role = roles.get(name);
    if (role === undefined) {
      role = rolesByName.get(name.toLowerCase()) ?? null;
      roles.set(name, role);
    }
    return role;
  }

  #address(text: string): Address {
    const { addresses } = this.#shared;
    let address = addresses.get(text);
    if (!address) {
      address = readAddress(text);
      addresses.set(text, address);
    }
    return address;
  }

  ownRoot(): Setting<string> | null {
    const origin = this.#rootLine;
    if (!origin) return null;
    const path = rootRelative(origin.args[0]?.value ?? '', this.#shared.context.serverRoot);
    return { value: path.replace(/(.)\/+$/, '$1'), origin };
  }

  documentRoot(): Setting<string> | null {
    return this.ownRoot() ?? this.#shared.main?.ownRoot() ?? null;
  }

  virtualRoot(): Setting<string> | null {
    const origin = this.#virtualLine;
    if (!origin) return this.#shared.main?.virtualRoot() ?? null;
    return origin.args[0]?.value.toLowerCase() === 'none' ? null : firstOf(origin);
  }

  folders(): readonly PathSection[] {
    this.#folders ??= inDepth(this.#paths('folder'));
    return this.#folders;
  }

  urls(): readonly PathSection[] {
    this.#urls ??= this.#paths('url');
    return this.#urls;
  }

  proxied(): readonly PathSection[] {
    return this.#lines('proxy').map((one) => new PathSection(one, this.#shared.context, 'url'));
  }

  files(): readonly FilesSection[] {
    this.#files ??= this.#lines('files').map((one) => filesSection(one, this.#shared.context));
    return this.#files;
  }

  ifs(): readonly IfSection[] {
    this.#ifs ??= this.#lines('if').map((one) => ifSection(one, this.#shared.context));
    return this.#ifs;
  }

  #paths(kind: 'folder' | 'url'): readonly PathSection[] {
    return this.#lines(kind).map((one) => new PathSection(one, this.#shared.context, kind));
  }

  #lines(role: keyof typeof roleBits): readonly Directive[] {
    if ((this.#roles & roleBits[role]) === 0) return none;
    return this.#directives.filter((one) => this.#roleOf(one) === role);
  }

  ownAliases(): readonly UrlRule[] {
    const rules: UrlRule[] = [];
    for (const directive of this.#lines('alias')) {
      const name = directive.name.toLowerCase();
      const match = name.endsWith('match');
      const [from, to] = directive.args.map(({ value }) => value);
      if (from === undefined || to === undefined) continue;
      const pattern = match ? compilePattern(from) : null;
      if (match && !pattern) continue;
      rules.push({ from, pattern, to, status: 0, script: name.startsWith('script'), origin: directive });
    }
    return rules;
  }

  tls(): boolean {
    if (!this.#tlsLine) return this.#shared.main?.tls() ?? false;
    const engine = this.#tlsLine.args[0]?.value.toLowerCase();
    return engine === 'on' || engine === 'optional' || (engine === undefined && (this.#shared.main?.tls() ?? false));
  }

  parts(): ServerParts {
    if (!this.#parts) {
      this.#byName = indexOf(this.#directives);
      this.#parts = this.#read();
      this.#byName = null;
    }
    return this.#parts;
  }

  #last(name: string): Directive | undefined {
    return this.#named(name).at(-1);
  }

  #named(name: string): readonly Directive[] {
    return this.#byName?.get(name) ?? none;
  }

  #read(): ServerParts {
    const { host, context, main } = this.#shared;
    const base = main?.parts() ?? null;
    const own = compileSettings(this.#directives, context);
    const access = this.#last('accessfilename');
    const scripts = this.#last('virtualscriptalias') ?? this.#last('virtualscriptaliasip');
    const flag = (name: string): string | undefined => this.#last(name)?.args[0]?.value.toLowerCase();
    const lists = this.#collect();
    return {
      defaults: mergeSettings(base?.defaults ?? emptySettings(), this.#perDirectory(own)),
      documentRoot: this.documentRoot(),
      folders: base && this.folders().length === 0 ? base.folders : new SectionIndex(this.folders(), base?.folders),
      urls: base && this.urls().length === 0 ? base.urls : new SectionIndex(this.urls(), base?.urls),
      proxied: joined(base?.proxied, this.proxied()),
      accessNames: access ? access.args.map(({ value }) => value) : (base?.accessNames ?? ['.htaccess']),
      aliases: joined(this.ownAliases(), base?.aliases),
      redirects: joined(lists.redirects, base?.redirects),
      rewrite: mergeServerRewrite(base?.rewrite ?? null, own.rewrite),
      env: joined(base?.env, lists.env),
      // the last line decides, and lines of the server come before those of its hosts
      earlyAuthorization:
        this.#named('requestheader').reduceRight<EarlyAuthorization | null>(
          (last, directive) => last ?? earlyAuthorization(directive),
          null,
        ) ??
        base?.earlyAuthorization ??
        null,
      remoteIp: readRemoteIp(
        (name) => this.#named(name),
        base?.remoteIp ?? null,
        (file) => readProxyList(host, rootRelative(file, context.serverRoot)),
      ),
      proxies: joined(lists.proxies, base?.proxies),
      mergeSlashes: (flag('mergeslashes') ?? (base?.mergeSlashes === false ? 'off' : 'on')) !== 'off',
      trace: (flag('traceenable') ?? (base?.trace === false ? 'off' : 'on')) !== 'off',
      userDirs: readUserDirs(this.#named('userdir'), base?.userDirs ?? null),
      virtualScripts: scripts ? firstOf(scripts) : (base?.virtualScripts ?? null),
      tls: this.tls(),
    };
  }

  /** The per-directory settings at a server's level, where Redirect, RewriteRule, SetEnvIf and ProxyPass are none. */
  #perDirectory(own: Settings): Settings {
    const files = this.files();
    const ifs = this.ifs();
    const engine = own.rewrite?.engine;
    const { alias } = own.rare;
    const unmapped = alias && { ...alias, redirects: [], redirect: null, alias: null };
    const rare = own.rare === noRare ? noRare : { ...own.rare, alias: unmapped, env: null };
    // most hosts switch rewriting on or say nothing at all: what is the same is one object, and so is what comes of it
    if (files.length === 0 && ifs.length === 0 && saysNothing({ ...own, rewrite: null, rare }))
      return engine === undefined || engine === null
        ? own.rewrite
          ? unswitched
          : silent
        : engine
          ? switchedOn
          : switchedOff;
    return {
      ...own,
      rewrite: own.rewrite && { ...noRewrite, engine: own.rewrite.engine },
      rare,
      core: { ...own.core, files, ifs },
    };
  }

  #collect(): Pick<ServerParts, 'redirects' | 'env' | 'proxies'> {
    const { context } = this.#shared;
    const redirects: UrlRule[] = [];
    const env: EnvRule[] = [];
    const proxies: ProxyRule[] = [];
    for (const directive of this.#directives) {
      switch (directive.name.toLowerCase()) {
        case 'redirect':
        case 'redirectmatch':
        case 'redirecttemp':
        case 'redirectpermanent': {
          const rule = readRedirect(directive, false, context.modules);
          if (rule && 'pattern' in rule) redirects.push(rule);
          break;
        }
        case 'setenvif':
        case 'setenvifnocase':
        case 'setenvifexpr':
        case 'browsermatch':
        case 'browsermatchnocase': {
          const rule = readEnvRule(directive, context.modules);
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
}

function firstOf(origin: Directive): Setting<string> {
  return { value: origin.args[0]?.value ?? '', origin };
}

const silent = emptySettings();
const unswitched: Settings = { ...emptySettings(), rewrite: noRewrite };
const switchedOn: Settings = { ...emptySettings(), rewrite: { ...noRewrite, engine: true } };
const switchedOff: Settings = { ...emptySettings(), rewrite: { ...noRewrite, engine: false } };

/** core.c, ap_core_reorder_directories: plain ones by depth, patterns behind in their own order. */
function inDepth(sections: readonly PathSection[]): readonly PathSection[] {
  if (sections.length < 2) return sections;
  const plain = sections.filter(({ pattern }) => !pattern).sort((a, b) => a.components - b.components);
  return [...plain, ...sections.filter(({ pattern }) => pattern)];
}

/** One list before another; the other itself where the one is empty. */
function joined<T>(first: readonly T[] | undefined, second: readonly T[] | undefined): readonly T[] {
  if (!first || first.length === 0) return second ?? [];
  return second && second.length > 0 ? [...first, ...second] : first;
}

/** A line that takes the Authorization header away, or puts its own in its place (`header`). */
export interface EarlyAuthorization {
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

function readAddress(text: string): Address {
  const { host, port } = splitAddress(text);
  const lower = host.toLowerCase();
  if (lower === '*' || lower === '_default_') return { ip: null, port };
  if (lower === 'localhost') return { ip: '127.0.0.1', port };
  return { ip: addressBytes(lower)?.join('.') ?? lower, port };
}
