import type { Directive } from '../../syntax/tree.ts';
import { hole } from '../../text/template.ts';
import { addressBytes } from './addresses.ts';
import { compileSettings, filesSection, ifSection } from './compile.ts';
import type { CompileContext } from './compile-mapping.ts';
import type { ApacheConfig } from './config.ts';
import { hasWildcard } from './fnmatch.ts';
import { mergeSettings } from './merge.ts';
import { readEnvRule, readRedirect, rootRelative } from './readings.ts';
import { compilePattern, type Pattern } from './regex.ts';
import { noRewrite, type RewriteRules } from './rewrite-rules.ts';
import {
  type EnvRule,
  emptyCore,
  emptySettings,
  type Section,
  type Setting,
  type Settings,
  type UrlRule,
} from './settings.ts';

/** A `<Directory>`, `<Location>` or `<Proxy>` of a server. */
export interface PathSection extends Section {
  /** As compared: a folder ends with a slash. */
  readonly path: string;
  readonly glob: boolean;
  readonly pattern: Pattern | null;
  /** Number of slashes, by which folders are ordered. */
  readonly components: number;
}

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

/** One server: the main one or a `<VirtualHost>`, with what it inherits from the main one. */
export interface Server {
  readonly origin: Directive | null;
  readonly addresses: readonly Address[];
  /** Lower case; the ServerName first (null: none given). */
  readonly name: string | null;
  readonly port: number | null;
  readonly aliases: readonly string[];
  /** Lazily made: there may be ten thousand servers. */
  readonly parts: () => ServerParts;
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
  /** `RequestHeader unset Authorization early`: the header is gone before anything is asked. */
  readonly noAuthorization: Directive | null;
  readonly proxies: readonly ProxyRule[];
  readonly mergeSlashes: boolean;
  readonly trace: boolean;
  readonly userDirs: { readonly off: boolean; readonly origin: Directive; readonly values: readonly string[] } | null;
  readonly virtualRoot: Setting<string> | null;
  readonly tls: boolean;
}

/** Sections in the order in which they merge, found by path without looking at each. */
export class SectionIndex {
  readonly sections: readonly PathSection[];
  readonly #exact = new Map<string, number[]>();
  readonly #others: number[] = [];

  constructor(sections: readonly PathSection[]) {
    this.sections = sections;
    for (const [index, section] of sections.entries()) {
      if (section.glob || section.pattern) this.#others.push(index);
      else {
        const list = this.#exact.get(section.path);
        if (list) list.push(index);
        else this.#exact.set(section.path, [index]);
      }
    }
  }

  /** Indexes of the sections whose plain path is this one. */
  at(path: string): readonly number[] {
    return this.#exact.get(path) ?? [];
  }

  /** Indexes of wildcard and pattern sections. */
  get others(): readonly number[] {
    return this.#others;
  }
}

const none: readonly Directive[] = [];

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
export function readServers(config: ApacheConfig, authzAliases: ReadonlySet<string>): Server[] {
  const context: CompileContext = {
    modules: config.modules,
    authzAliases,
    serverRoot: config.serverRoot,
    path: null,
    server: true,
  };
  const main = new ServerReader(config.directives, null, context);
  const servers: Server[] = [main.server()];
  for (const directive of config.directives) {
    if (directive.name.toLowerCase() !== '<virtualhost') continue;
    servers.push(new ServerReader(directive.children ?? [], directive, context, main).server());
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
function hostText(value: string | undefined): string | undefined {
  return value?.includes(hole) ? value.toLowerCase().replace(/(?:\$\{)?\x01+\}?/g, 'x') : value?.toLowerCase();
}

class ServerReader {
  readonly #directives: readonly Directive[];
  /** Only while the parts are read: there may be ten thousand servers. */
  #byName: ReadonlyMap<string, readonly Directive[]> = new Map();
  readonly #origin: Directive | null;
  readonly #context: CompileContext;
  readonly #main: ServerReader | null;
  #parts: ServerParts | null = null;

  constructor(
    directives: readonly Directive[],
    origin: Directive | null,
    context: CompileContext,
    main: ServerReader | null = null,
  ) {
    this.#directives = directives;
    this.#origin = origin;
    this.#context = context;
    this.#main = main;
  }

  server(): Server {
    let named: string | undefined;
    const aliases: string[] = [];
    for (const one of this.#directives) {
      // told by the length first: few have these names, and arguments are split when they are asked for
      if (one.name.length !== 10 && one.name.length !== 11) continue;
      const lower = one.name.toLowerCase();
      if (lower === 'servername') named = hostText(one.args[0]?.value);
      else if (lower === 'serveralias') aliases.push(...one.args.map(({ value }) => hostText(value)!));
    }
    const plain = named?.replace(/^[a-z]+:\/\//, '');
    const { host, port } = splitAddress(plain ?? '');
    return {
      origin: this.#origin,
      addresses: (this.#origin?.args ?? []).map(({ value }) => readAddress(value)),
      name: plain === undefined ? null : host.replace(/\.$/, ''),
      port: port || null,
      aliases,
      parts: () => this.parts(),
    };
  }

  parts(): ServerParts {
    if (!this.#parts) {
      this.#byName = indexOf(this.#directives);
      this.#parts = this.#read();
      this.#byName = new Map();
    }
    return this.#parts;
  }

  #last(name: string): Directive | undefined {
    return this.#named(name).at(-1);
  }

  #named(name: string): readonly Directive[] {
    return this.#byName.get(name) ?? none;
  }

  /** Sections of some names, in order. */
  #sections(...names: string[]): readonly Directive[] {
    const found = names.filter((name) => this.#byName.has(name));
    if (found.length <= 1) return found[0] === undefined ? none : this.#named(found[0]);
    return this.#directives.filter(({ name }) => names.includes(name.toLowerCase()));
  }

  #read(): ServerParts {
    const base = this.#main?.parts() ?? null;
    const context = this.#context;
    const own = compileSettings(this.#directives, context);
    // server-level Redirect, RewriteRule, SetEnvIf and ProxyPass are no per-directory settings
    const perDirectory: Settings = {
      ...own,
      alias: own.alias && { ...own.alias, redirects: [], redirect: null, alias: null },
      rewrite: own.rewrite && { ...noRewrite, engine: own.rewrite.engine },
      env: null,
      core: { ...own.core, ...this.#serverSections() },
    };
    const standard: Settings = { ...emptySettings(), core: emptyCore };
    const defaults = base ? mergeSettings(base.defaults, perDirectory) : mergeSettings(standard, perDirectory);
    const folders: PathSection[] = base ? [...base.folders.sections] : [];
    const urls: PathSection[] = base ? [...base.urls.sections] : [];
    const proxied: PathSection[] = base ? [...base.proxied] : [];
    const aliases: UrlRule[] = [];
    const redirects: UrlRule[] = [];
    const env: EnvRule[] = [];
    const proxies: ProxyRule[] = [];
    for (const directive of this.#directives)
      this.#collect(directive, { folders, urls, proxied, aliases, redirects, env, proxies });
    const root = this.#last('documentroot');
    const access = this.#last('accessfilename');
    const userDir = this.#last('userdir');
    const values = userDir?.args.map(({ value }) => value) ?? [];
    const virtual = this.#last('virtualdocumentroot') ?? this.#last('virtualdocumentrootip');
    const flag = (name: string): string | undefined => this.#last(name)?.args[0]?.value.toLowerCase();
    const engine = flag('sslengine');
    return {
      defaults,
      documentRoot: root
        ? { value: rootRelative(root.args[0]?.value ?? '', context.serverRoot).replace(/(.)\/+$/, '$1'), origin: root }
        : (base?.documentRoot ?? null),
      folders:
        base && folders.length === base.folders.sections.length
          ? base.folders
          : new SectionIndex(orderFolders(folders)),
      urls: base && urls.length === base.urls.sections.length ? base.urls : new SectionIndex(urls),
      proxied,
      accessNames: access ? access.args.map(({ value }) => value) : (base?.accessNames ?? ['.htaccess']),
      aliases: base ? [...aliases, ...base.aliases] : aliases,
      redirects: base ? [...redirects, ...base.redirects] : redirects,
      rewrite: serverRewrite(base?.rewrite ?? null, own.rewrite),
      env: base ? [...base.env, ...env] : env,
      noAuthorization: this.#named('requestheader').find(removesAuthorization) ?? base?.noAuthorization ?? null,
      proxies: base ? [...proxies, ...base.proxies] : proxies,
      mergeSlashes: (flag('mergeslashes') ?? (base?.mergeSlashes === false ? 'off' : 'on')) !== 'off',
      trace: (flag('traceenable') ?? (base?.trace === false ? 'off' : 'on')) !== 'off',
      userDirs: userDir
        ? { off: values[0]?.toLowerCase() === 'disabled' && values.length === 1, origin: userDir, values }
        : (base?.userDirs ?? null),
      virtualRoot: virtual ? { value: virtual.args[0]?.value ?? '', origin: virtual } : (base?.virtualRoot ?? null),
      tls: engine === 'on' || engine === 'optional' || (engine === undefined && (base?.tls ?? false)),
    };
  }

  #serverSections() {
    const context = { ...this.#context, server: false };
    return {
      files: this.#sections('<files', '<filesmatch').map((one) => filesSection(one, context)),
      ifs: this.#sections('<if', '<elseif', '<else').map((one) => ifSection(one, context)),
    };
  }

  #collect(
    directive: Directive,
    into: {
      folders: PathSection[];
      urls: PathSection[];
      proxied: PathSection[];
      aliases: UrlRule[];
      redirects: UrlRule[];
      env: EnvRule[];
      proxies: ProxyRule[];
    },
  ): void {
    const context = this.#context;
    switch (directive.name.toLowerCase()) {
      case '<directory':
      case '<directorymatch':
        into.folders.push(pathSection(directive, context, 'folder'));
        break;
      case '<location':
      case '<locationmatch':
        into.urls.push(pathSection(directive, context, 'url'));
        break;
      case '<proxy':
      case '<proxymatch':
        into.proxied.push(pathSection(directive, context, 'url'));
        break;
      case 'alias':
      case 'scriptalias':
      case 'aliasmatch':
      case 'scriptaliasmatch': {
        const match = directive.name.toLowerCase().endsWith('match');
        const [from, to] = directive.args.map(({ value }) => value);
        if (from === undefined || to === undefined) break;
        const pattern = match ? compilePattern(from) : null;
        if (match && !pattern) break;
        const script = directive.name.toLowerCase().startsWith('script');
        into.aliases.push({ from, pattern, to, status: 0, script, origin: directive });
        break;
      }
      case 'redirect':
      case 'redirectmatch':
      case 'redirecttemp':
      case 'redirectpermanent': {
        const rule = readRedirect(directive, false, context.modules);
        if (rule && 'pattern' in rule) into.redirects.push(rule);
        break;
      }
      case 'setenvif':
      case 'setenvifnocase':
      case 'setenvifexpr':
      case 'browsermatch':
      case 'browsermatchnocase': {
        const rule = readEnvRule(directive, context.modules);
        if (rule) into.env.push(rule);
        break;
      }
      case 'proxypass':
      case 'proxypassmatch': {
        const [from, to] = directive.args.map(({ value }) => value);
        if (from === undefined || to === undefined) break;
        const pattern = directive.name.toLowerCase() === 'proxypassmatch' ? compilePattern(from) : null;
        into.proxies.push({ from, pattern, to, origin: directive });
        break;
      }
    }
  }
}

/** mod_headers.c, ap_headers_early. */
function removesAuthorization({ args }: Directive): boolean {
  const [action, header, when] = args.map(({ value }) => value.toLowerCase());
  return action === 'unset' && /^authorization:?$/.test(header ?? '') && when === 'early';
}

function readAddress(text: string): Address {
  const { host, port } = splitAddress(text);
  const lower = host.toLowerCase();
  if (lower === '*' || lower === '_default_') return { ip: null, port };
  if (lower === 'localhost') return { ip: '127.0.0.1', port };
  return { ip: addressBytes(lower)?.join('.') ?? lower, port };
}

/** core.c, ap_core_reorder_directories: plain ones by depth, patterns behind in their own order. */
function orderFolders(sections: readonly PathSection[]): PathSection[] {
  const plain = sections.filter(({ pattern }) => !pattern);
  const depth = new Map(plain.map((section) => [section, section.components]));
  plain.sort((a, b) => depth.get(a)! - depth.get(b)!);
  return [...plain, ...sections.filter(({ pattern }) => pattern)];
}

export function pathSection(directive: Directive, context: CompileContext, kind: 'folder' | 'url'): PathSection {
  const tilde = directive.args[0]?.value === '~';
  const regex = tilde || directive.name.toLowerCase().endsWith('match');
  let path = directive.args[tilde ? 1 : 0]?.value ?? '';
  const glob = !regex && hasWildcard(path);
  if (kind === 'folder' && !regex) {
    if (!glob) path = path.replace(/\/{2,}/g, '/').replace(/(\/\.)+(?=\/|$)/g, '');
    if (!path.endsWith('/')) path += '/';
  }
  const inner = { ...context, server: false, path };
  let made: Settings | null = null;
  return {
    origin: directive,
    path,
    glob,
    pattern: regex ? compilePattern(path) : null,
    components: kind === 'folder' && path !== '/' ? countSlashes(path) : 0,
    settings: () => (made ??= compileSettings(directive.children ?? [], inner)),
  };
}

/** ap_count_dirs: `/a/` counts two. */
function countSlashes(path: string): number {
  let count = 0;
  for (const character of path) if (character === '/') count++;
  return count;
}

/** mod_rewrite.c, config_server_merge. */
function serverRewrite(base: RewriteRules | null, own: RewriteRules | null): RewriteRules {
  // a virtual host without any directive of mod_rewrite has no rules, not even the main server's
  if (!base || !own) return own ?? noRewrite;
  const over = own;
  const options = over.optionsSet ? over : base;
  let rules = over.rules;
  const down = !options.ignoreInherit && base.inherit;
  if (options.inherit === 'after' || down === 'down') rules = [...over.rules, ...base.rules];
  else if (options.inherit === 'before' || down === 'down-before') rules = [...base.rules, ...over.rules];
  return {
    ...options,
    engine: over.engine ?? base.engine,
    rules,
    maps: new Map([...base.maps, ...over.maps]),
  };
}
