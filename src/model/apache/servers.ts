import type { FileHost } from '../../host/host.ts';
import type { Directive } from '../../syntax/tree.ts';
import { hole } from '../../text/template.ts';
import { addressBytes } from '../addresses.ts';
import { compilePattern } from '../regex.ts';
import { filesSection, ifSection } from './compile.ts';
import type { CompileContext } from './compile-mapping.ts';
import type { ApacheConfig } from './config.ts';
import { rootRelative } from './readings.ts';
import { PathSection } from './section-index.ts';
import { firstOf, readParts, type ServerParts } from './server-parts.ts';
import type { FilesSection, IfSection, Setting, UrlRule } from './settings.ts';

export interface Address {
  /** Null: any address. */
  readonly ip: string | null;
  /** 0: any port. */
  readonly port: number;
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

const none: readonly Directive[] = [];
const noNames: readonly string[] = [];

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
    const { main } = this.#shared;
    this.#parts ??= readParts(this, this.#directives, main?.parts() ?? null, this.#shared);
    return this.#parts;
  }
}

/** core.c, ap_core_reorder_directories: plain ones by depth, patterns behind in their own order. */
function inDepth(sections: readonly PathSection[]): readonly PathSection[] {
  if (sections.length < 2) return sections;
  const plain = sections.filter(({ pattern }) => !pattern).sort((a, b) => a.components - b.components);
  return [...plain, ...sections.filter(({ pattern }) => pattern)];
}

function readAddress(text: string): Address {
  const { host, port } = splitAddress(text);
  const lower = host.toLowerCase();
  if (lower === '*' || lower === '_default_') return { ip: null, port };
  if (lower === 'localhost') return { ip: '127.0.0.1', port };
  return { ip: addressBytes(lower)?.join('.') ?? lower, port };
}
