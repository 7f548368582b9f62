import { commercialLine, isFixedVariable, knownVariables } from '../../catalog/nginx.ts';
import { comesLater, type NginxVersion } from '../../catalog/nginx-versions.ts';
import { absent, type FileHost } from '../../host/host.ts';
import { dirname } from '../../host/paths.ts';
import { oncePer } from '../../once.ts';
import type { NginxDirective } from '../../syntax/nginx.ts';
import type { Directive } from '../../syntax/tree.ts';
import { fromBytes } from '../../text/bytes.ts';
import { harmless, printable } from '../../text/printable.ts';
import type { Source, Span } from '../../text/source.ts';
import { hole, isDoubtful } from '../../text/template.ts';
import type { NginxBuild } from './build.ts';
import { confDirOf } from './conf-dir.ts';
import type {
  Listen,
  LocationConf,
  NginxConfig,
  NginxProblem,
  ServerConf,
  Unseen,
  UpstreamServer,
  VariableRule,
} from './config.ts';
import { newLevel } from './location.ts';
import { Names } from './names.ts';
import { type Value, variablesOf } from './value.ts';

export interface NginxLoadOptions {
  /** `nginx -p`: where relative paths other than user files and includes are taken from. */
  readonly prefix?: string;
  /** The release that reads it; null or absent: not known. */
  readonly version?: NginxVersion | null;
  /** The build that reads it; null or absent: not known, any usual one. */
  readonly build?: NginxBuild | null;
  /** It is a repository's: who runs it may have built other people's modules into nginx, and has the package's files. */
  readonly repository?: boolean;
  /** The level that the main file is a piece of; null: a whole configuration; `auto`: told by what stands in it. */
  readonly fragment?: 'http' | 'server' | 'location' | 'auto' | null;
  /** It looks whole, but another file that was not given may include it. */
  readonly mayBePart?: boolean;
  /** Told how many bytes have been read, after each file. */
  readonly reading?: ((bytes: number) => void) | undefined;
}

/** More complaints than this are not collected. */
const problemLimit = 100;

/** Complaints about more than one directive: in a template another branch may be the one that is put out. */
const ofTheWhole: ReadonlySet<NginxProblem['code']> = new Set([
  'nginx-syntax-error',
  'nginx-wrong-context',
  'nginx-not-terminated',
  'nginx-duplicate-directive',
  'nginx-include-missing',
  'nginx-events-missing',
  'nginx-unknown-variable',
  'nginx-file-missing-at-start',
]);

/** What every server begins with. */
export const noListens: ServerConf['listens'] = [];
const noNames: ServerConf['names'] = [];

/** What is mentioned is often the same value. */
const namesIn = oncePer(variablesOf);

/** What grows while a configuration is read. */
export class Loading {
  readonly host: FileHost;
  readonly confDir: string;
  readonly prefix: string;
  readonly fragment: boolean;
  readonly version: NginxVersion | null;
  readonly build: NginxBuild | null;
  readonly repository: boolean;
  readonly problems: NginxProblem[] = [];
  readonly unseen: Unseen[] = [];
  readonly emptyIncludes: NginxConfig['emptyIncludes'][number][] = [];
  readonly servers: ServerConf[] = [];
  readonly upstreams = new Map<string, readonly UpstreamServer[]>();
  readonly variables = new Map<string, VariableRule>();
  /** Names that captures, `set` and auth_request_set make variables. */
  readonly defined = new Set<string>();
  /** Values with variables, to be looked up when all is read. */
  readonly used: { value: Value; origin: Directive }[] = [];
  /** The same of directives that decide nothing: their variables are often those of other people's modules. */
  readonly mentioned: { value: Value; origin: Directive }[] = [];
  readonly names = new Names();
  /** proxy_pass directives, whose host names must resolve at start. */
  readonly passes: Directive[] = [];
  user = 'www-data';
  group: string | null = null;
  /** A module is loaded, or built in, whose directives are not known. */
  loadsModules = false;
  /** There is a `valid_referers` somewhere. */
  referers = false;
  http: LocationConf | null = null;
  readonly #ports = new Map<string, number>();
  readonly #names = new Map<string, number>();
  /** Files that nobody has looked at yet for what only the commercial edition has. */
  #unlooked: Source[] = [];

  constructor(host: FileHost, mainPath: string, options: NginxLoadOptions) {
    this.host = host;
    this.confDir = options.fragment ? confDirOf(mainPath) : dirname(mainPath);
    this.prefix = options.prefix ?? (mainPath.startsWith('/etc/nginx/') ? '/usr/share/nginx' : dirname(this.confDir));
    this.build = options.build ?? null;
    this.repository = options.repository ?? false;
    this.version = this.build?.version ?? options.version ?? null;
    this.loadsModules = this.build?.foreign ?? false;
    this.fragment = Boolean(options.fragment);
  }

  refuse(code: NginxProblem['code'], message: string, span: Span): void {
    if (
      span.source.template &&
      (ofTheWhole.has(code) || /\b(?:duplicate|conflicting|location)\b/.test(message) || isDoubtful(span))
    ) {
      // the template may make something else of it
      const what = code === 'nginx-syntax-error' ? 'template' : 'directive';
      this.unseen.push({ what, message: 'what the template makes here cannot be told', span });
    } else if (this.problems.length < problemLimit) this.problems.push({ code, message, span });
  }

  /** Takes names of variables that a directive makes; those of nginx's own it may not. Source: ngx_http_add_variable. */
  define(names: Iterable<string>, origin: Directive): void {
    for (const name of names) {
      this.defined.add(name.toLowerCase());
      if (isFixedVariable(name) && !comesLater(name.toLowerCase(), this.version))
        this.refuse('nginx-bad-value', `the duplicate "${printable(name, 60)}" variable`, origin);
    }
  }

  /** Takes a value that decides nothing of who gets in, where not all its variables are sure to be there. */
  mention(value: Value, origin: Directive): void {
    if (namesIn(value).some((name) => !knownVariables.has(name) || comesLater(name, this.version)))
      this.mentioned.push({ value, origin });
  }

  /** Takes a name that may be a variable of a module of which nothing is known. */
  madeElsewhere(written: string): void {
    const name = written.toLowerCase();
    if (!this.variables.has(name)) this.variables.set(name, { kind: 'unknown' });
  }

  /** Tells that a file is read from here on. */
  reads(source: Source): void {
    this.#unlooked.push(source);
  }

  /** Whether directives and variables may be of a module that is not known; those of the commercial edition may beside what only that has. */
  get foreignModules(): boolean {
    // looked for when something is not known, which is seldom
    this.loadsModules ||= this.#unlooked.some(({ text }) => commercialLine.test(text));
    this.#unlooked = [];
    return this.loadsModules;
  }

  /** A socket of its own for each address that a template puts in: no number is known of it. */
  portFor(written: string): Omit<Listen, 'origin'> {
    const known = this.#ports.get(written) ?? 65_536 + this.#ports.size;
    this.#ports.set(written, known);
    return { address: '*', port: known, isDefault: false, ssl: false, both: false };
  }

  /** The name of a server with what a template puts into it, told from others by how it is written. */
  nameFor(name: string, written: string): string {
    const known = this.#names.get(written) ?? this.#names.size + 1;
    this.#names.set(written, known);
    return name.replace(/\x01+/, hole.repeat(known));
  }

  newServer(origin: NginxDirective): ServerConf {
    const server: ServerConf = {
      origin,
      listens: noListens,
      names: noNames,
      level: newLevel('server', '', origin, this.http),
      mergeSlashes: true,
      saysAccess: false,
    };
    this.servers.push(server);
    return server;
  }

  /** What of `user` the server's machine does not have, in nginx's words; null: nothing, or that cannot be seen. */
  missingAccount(): string | null {
    const group = this.group ?? this.user;
    if (!this.#has('/etc/passwd', this.user))
      return `getpwnam("${printable(this.user, 60)}") failed: no such user in ${this.#shown('/etc/passwd')}`;
    if (!this.#has('/etc/group', group))
      return `getgrnam("${printable(group, 60)}") failed: no such group in ${this.#shown('/etc/group')}`;
    return null;
  }

  #has(file: string, name: string): boolean {
    const bytes = this.host.read(file);
    return absent(bytes) || `\n${fromBytes(bytes)}`.includes(`\n${name}:`);
  }

  /** What people call a file of accounts; that of an image is known by the line that names the image. */
  #shown(path: string): string {
    const inset = this.host.inset(path);
    const file = harmless(this.host.display(path));
    return inset ? `the image of ${file}:${inset.line}` : file;
  }
}
