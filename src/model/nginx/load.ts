import { knownVariables, variablePrefixes } from '../../catalog/nginx.ts';
import { absent, type FileHost } from '../../host/host.ts';
import { dirname, join } from '../../host/paths.ts';
import { type Directive, spanOf } from '../../syntax/tree.ts';
import { fromBytes } from '../../text/bytes.ts';
import { printable } from '../../text/printable.ts';
import { Source, type Span } from '../../text/source.ts';
import { addressBytes } from '../apache/addresses.ts';
import { checkDirective, isSingle } from './check.ts';
import type { LocationConf, NginxConfig, NginxProblem, ServerConf, Unseen, VariableRule } from './config.ts';
import { Files, isGlob, isHarmless, type ReadFile } from './include.ts';
import { listenOf, serverNameOf } from './listen.ts';
import { locationOf, mergeLevel, newLevel, tabulate } from './location.ts';
import { conditionOf } from './rewrite.ts';
import { takeSetting } from './settings.ts';
import { type Value, variablesOf } from './value.ts';
import { geoOf, mapOf } from './variables.ts';

export interface NginxLoadOptions {
  /** `nginx -p`: where relative paths other than user files and includes are taken from. */
  readonly prefix?: string;
  /** The level that the main file is a piece of; null: a whole configuration; `auto`: told by what stands in it. */
  readonly fragment?: 'http' | 'server' | 'location' | 'auto' | null;
}

/** More complaints than this are not collected. */
const problemLimit = 100;
/** Includes deeper than this are not followed: nginx itself has a file open for each, and a limit on those. */
const includeLimit = 500;
/** How many included files are taken in all, against files that multiply each other. */
const fileLimit = 500_000;

/** Reads a configuration as nginx does at start. Source: src/core/ngx_conf_file.c and the modules' set functions. */
export function loadNginxConfig(host: FileHost, mainPath: string, options: NginxLoadOptions = {}): NginxConfig {
  return new Loader(host, mainPath, options).load();
}

class Loader {
  readonly #host: FileHost;
  readonly #files: Files;
  readonly #mainPath: string;
  readonly #confDir: string;
  readonly #prefix: string;
  readonly #options: NginxLoadOptions;
  readonly #problems: NginxProblem[] = [];
  readonly #unseen: Unseen[] = [];
  readonly #servers: ServerConf[] = [];
  readonly #upstreams = new Map<string, string[]>();
  readonly #variables = new Map<string, VariableRule>();
  readonly #defined = new Set<string>();
  /** Values with variables, to be looked up when all is read. */
  readonly #used: { value: Value; origin: Directive }[] = [];
  readonly #singles = new WeakMap<object, Set<string>>();
  #user = 'www-data';
  #group: string | null = null;
  #foreignModules = false;
  /** Files that are being read, each because of the one before. */
  readonly #reading = new Set<string>();
  #filesLeft = fileLimit;
  #http: LocationConf | null = null;
  #tests: Directive[] = [];

  constructor(host: FileHost, mainPath: string, options: NginxLoadOptions) {
    this.#host = host;
    this.#files = new Files(host);
    this.#mainPath = mainPath;
    this.#confDir = dirname(mainPath);
    this.#prefix = options.prefix ?? (mainPath.startsWith('/etc/nginx/') ? '/usr/share/nginx' : dirname(this.#confDir));
    this.#options = options;
  }

  load(): NginxConfig {
    const file = this.#files.read(this.#mainPath);
    let directives: readonly Directive[] = [];
    let main = new Source(this.#mainPath, '');
    if (typeof file === 'string')
      this.#refuse('nginx-include-missing', `open() "${printable(this.#mainPath)}" failed`, {
        source: main,
        start: 0,
        end: 0,
      });
    else {
      main = file.source;
      directives = this.#top(file);
    }
    this.#finish();
    return {
      main,
      confDir: this.#confDir,
      prefix: this.#prefix,
      http: this.#http,
      servers: this.#servers,
      upstreams: this.#upstreams,
      variables: this.#variables,
      problems: this.#problems,
      unseen: this.#unseen,
      sources: this.#files.sources,
      directives,
      user: this.#user,
      group: this.#group,
    };
  }

  #top(file: ReadFile): readonly Directive[] {
    const wanted = this.#options.fragment ?? null;
    const fragment = wanted === 'auto' ? contextOf(file.directives) : wanted;
    const origin: Directive = {
      source: file.source,
      name: 'http',
      start: 0,
      end: 0,
      nameEnd: 0,
      args: [],
      children: [],
    };
    const into = (context: string, level: LocationConf, server: ServerConf | null): readonly Directive[] => {
      level.directives = this.#walk(file, context, level, server);
      return level.directives;
    };
    if (fragment === null) return into('main', newLevel('server', '', origin, null), null);
    this.#http = newLevel('server', '', origin, null);
    if (fragment === 'http') return into('http', this.#http, null);
    const server = this.#newServer(origin);
    if (fragment === 'server') return into('server', server.level, server);
    const location = newLevel('prefix', '/', origin, server.level);
    server.level.locations.push(location);
    return into('location', location, server);
  }

  #newServer(origin: Directive): ServerConf {
    const server: ServerConf = {
      origin,
      listens: [],
      names: [],
      level: newLevel('server', '', origin, this.#http),
      mergeSlashes: true,
    };
    this.#servers.push(server);
    return server;
  }

  #refuse(code: NginxProblem['code'], message: string, span: Span): void {
    if (this.#problems.length < problemLimit) this.#problems.push({ code, message, span });
  }

  /** Takes a list of directives in a context; gives it with its includes put in. */
  #walk(
    file: { directives: readonly Directive[]; problem?: ReadFile['problem']; tooDeep?: boolean },
    context: string,
    level: LocationConf,
    server: ServerConf | null,
  ): readonly Directive[] {
    let out: Directive[] | null = null;
    for (const [index, directive] of file.directives.entries()) {
      const replaced =
        directive.name === 'include'
          ? this.#include(directive, context, level, server)
          : this.#take(directive, context, level, server);
      if (replaced === directive) {
        out?.push(directive);
        continue;
      }
      out ??= file.directives.slice(0, index);
      if (Array.isArray(replaced)) out.push(...replaced);
      else out.push(replaced as Directive);
    }
    if (file.problem && file.tooDeep) this.#giveUp(file.problem.message, file.problem.span);
    else if (file.problem) this.#refuse('nginx-syntax-error', file.problem.message, file.problem.span);
    return out ?? file.directives;
  }

  #include(
    directive: Directive,
    context: string,
    level: LocationConf,
    server: ServerConf | null,
  ): readonly Directive[] {
    const named = directive.args[0]?.value;
    if (directive.args.length !== 1 || named === undefined || directive.children) {
      this.#refuse('nginx-argument-count', 'invalid number of arguments in "include" directive', spanOf(directive));
      return [];
    }
    const path = join(this.#confDir, named);
    if (this.#filesLeft <= 0) return [];
    if (this.#reading.size >= includeLimit) {
      this.#giveUp(`files include each other more than ${includeLimit} deep`, spanOf(directive));
      return [];
    }
    const paths = isGlob(path) ? this.#files.glob(path) : [path];
    const out: Directive[] = [];
    for (const one of paths === 'invisible' ? [path] : paths) {
      const file = paths === 'invisible' ? 'invisible' : this.#files.read(one);
      if (typeof file !== 'string') {
        if (this.#reading.has(one)) {
          // nginx goes round until it may open no more files; what else is included would come to the same
          const message = `open() "${printable(one)}" failed (24: Too many open files)`;
          this.#refuse('nginx-include-missing', message, spanOf(directive));
          this.#filesLeft = 0;
        } else if (this.#filesLeft-- <= 0) this.#giveUp(`more than ${fileLimit} files are included`, spanOf(directive));
        if (this.#filesLeft <= 0) break;
        this.#reading.add(one);
        for (const each of this.#walk(file, context, level, server)) out.push(each);
        this.#reading.delete(one);
      } else if (file === 'invisible' || (file === 'missing' && this.#options.fragment))
        this.#notSeen(directive, one, level);
      else
        this.#refuse(
          'nginx-include-missing',
          `open() "${printable(one)}" failed (${openErrors[file] ?? '13: Permission denied'})`,
          spanOf(directive),
        );
    }
    return out;
  }

  /** Stops following includes: the rest of the configuration is not known. */
  #giveUp(message: string, span: Span): void {
    this.#filesLeft = 0;
    this.#unseen.push({ what: 'limit', message, span });
  }

  #notSeen(directive: Directive, path: string, level: LocationConf): void {
    const message = `the included ${printable(path)} lies outside what can be seen`;
    this.#unseen.push({ what: 'include', message, span: spanOf(directive) });
    if (!isHarmless(path)) level.settings.unseen ??= { value: message, origin: directive };
  }

  #take(directive: Directive, context: string, level: LocationConf, server: ServerConf | null): Directive {
    const { name } = directive;
    const checked = checkDirective(directive, context, this.#foreignModules);
    if (checked.kind === 'refused') {
      this.#refuse(checked.code, checked.message, spanOf(directive));
      return directive;
    }
    if (checked.kind === 'foreign') {
      const message = `${printable(name, 60)} is of a module that is not nginx's own`;
      this.#unseen.push({ what: 'directive', message, span: spanOf(directive) });
      if (/auth|access|lua|jwt|perl|js_/.test(name)) level.settings.unseen ??= { value: message, origin: directive };
      return directive;
    }
    if (isSingle(name, checked.command) && name !== 'root' && name !== 'alias') {
      const seen = this.#singles.get(level) ?? new Set();
      this.#singles.set(level, seen);
      const key = `${context} ${name}`;
      if (seen.has(key))
        this.#refuse('nginx-duplicate-directive', `"${name}" directive is duplicate`, spanOf(directive));
      seen.add(key);
    }
    if (directive.children) return this.#block(directive, context, level, server);
    this.#simple(directive, context, level, server);
    return directive;
  }

  #simple(directive: Directive, context: string, level: LocationConf, server: ServerConf | null): void {
    const { name, args } = directive;
    if (name === 'user') {
      this.#user = args[0]!.value;
      this.#group = args[1]?.value ?? null;
      if (!this.#hasAccount(this.#user)) {
        this.#refuse('nginx-bad-value', `getpwnam("${printable(this.#user, 60)}") failed`, spanOf(directive));
      }
    } else if (name === 'load_module') this.#foreignModules = true;
    else if (context === 'server' && server && name === 'listen') {
      const listen = listenOf(directive);
      if (typeof listen === 'string') this.#refuse('nginx-bad-value', printable(listen), spanOf(directive));
      else if (server.listens.some((old) => old.address === listen.address && old.port === listen.port)) {
        this.#refuse('nginx-bad-value', `a duplicate listen ${printable(args[0]!.value)}`, spanOf(directive));
      } else server.listens.push(listen);
    } else if (context === 'server' && server && name === 'server_name') {
      for (const { value } of args) {
        const one = serverNameOf(value);
        if (typeof one === 'string') {
          this.#refuse('nginx-bad-value', printable(one), spanOf(directive));
          continue;
        }
        server.names.push(one);
        for (const capture of one.pattern?.names.values() ?? []) this.#defined.add(capture);
      }
    } else if (context === 'server' && server && name === 'merge_slashes')
      server.mergeSlashes = args[0]!.value.toLowerCase() === 'on';
    else if (!/^(?:main|http|server|location|if in server|if in location|limit_except)$/.test(context)) return;
    else {
      const complaint = takeSetting(directive, level, {
        prefix: this.#prefix,
        confDir: this.#confDir,
        define: (variable) => this.#defined.add(variable),
      });
      if (complaint !== null) {
        const code = complaint.includes('directive is duplicate') ? 'nginx-duplicate-directive' : 'nginx-bad-value';
        this.#refuse(code, complaint, spanOf(directive));
        return;
      }
      if (name === 'proxy_pass') this.#tests.push(directive);
      const step = name === 'rewrite' ? level.steps.at(-1) : undefined;
      if (step?.do === 'rewrite') for (const capture of step.pattern.names.values()) this.#defined.add(capture);
    }
  }

  /** Whether the server's machine has an account of this name; true where that cannot be seen. */
  #hasAccount(name: string): boolean {
    const bytes = this.#host.read('/etc/passwd');
    return absent(bytes) || `\n${fromBytes(bytes)}`.includes(`\n${name}:`);
  }

  #block(directive: Directive, context: string, level: LocationConf, server: ServerConf | null): Directive {
    const inside = (into: string, at: LocationConf, of: ServerConf | null): Directive => {
      const children = this.#walk({ directives: directive.children! }, into, at, of);
      at.directives = children;
      return children === directive.children ? directive : { ...directive, children };
    };
    switch (directive.name) {
      case 'http':
        this.#http = newLevel('server', '', directive, null);
        return inside('http', this.#http, null);
      case 'server': {
        if (context !== 'http') return inside(`${context} server`, newLevel('server', '', directive, null), null);
        const made = this.#newServer(directive);
        return inside('server', made.level, made);
      }
      case 'location':
        return this.#location(directive, level, inside, server);
      case 'if':
        return this.#if(directive, context, level, inside, server);
      case 'limit_except': {
        const methods = new Set(directive.args.map(({ value }) => value.toUpperCase()));
        if (methods.has('GET')) methods.add('HEAD');
        for (const { value } of directive.args) {
          if (!httpMethods.has(value.toUpperCase()))
            this.#refuse('nginx-bad-value', `invalid method "${printable(value, 60)}"`, spanOf(directive));
        }
        const location = newLevel('limit_except', level.name, directive, level);
        level.limitExcept = { methods, location };
        return inside('limit_except', location, server);
      }
      case 'upstream': {
        if (context === 'stream') return inside('stream upstream', newLevel('server', '', directive, null), null);
        const name = directive.args[0]!.value;
        if (this.#upstreams.has(name))
          this.#refuse('nginx-bad-value', `duplicate upstream "${printable(name, 80)}"`, spanOf(directive));
        const servers = directive
          .children!.filter((one) => one.name === 'server' && one.args.length > 0)
          .map((one) => one.args[0]!.value);
        this.#upstreams.set(name, servers);
        const made = inside('upstream', newLevel('server', '', directive, null), null);
        const included = made.children!.some((one) => one.name === 'server');
        if (!included) this.#refuse('nginx-bad-value', 'no servers are inside upstream', spanOf(directive));
        return made;
      }
      case 'map':
      case 'geo':
        return this.#variable(directive);
      case 'split_clients':
        this.#variables.set(directive.args.at(-1)!.value.slice(1), { kind: 'unknown' });
        return directive;
      case 'types':
      case 'charset_map':
        return directive;
      default:
        return inside(directive.name, newLevel('server', '', directive, null), null);
    }
  }

  #location(
    directive: Directive,
    level: LocationConf,
    inside: (into: string, at: LocationConf, of: ServerConf | null) => Directive,
    server: ServerConf | null,
  ): Directive {
    const location = locationOf(directive, level);
    if (typeof location === 'string') {
      this.#refuse('nginx-bad-value', printable(location), spanOf(directive));
      return directive;
    }
    for (const capture of location.pattern?.names.values() ?? []) this.#defined.add(capture);
    level.locations.push(location);
    return inside('location', location, server);
  }

  #if(
    directive: Directive,
    context: string,
    level: LocationConf,
    inside: (into: string, at: LocationConf, of: ServerConf | null) => Directive,
    server: ServerConf | null,
  ): Directive {
    const test = conditionOf(directive);
    if (typeof test === 'string') {
      this.#refuse('nginx-bad-value', printable(test), spanOf(directive));
      return directive;
    }
    if (test.kind === 'match') for (const capture of test.pattern.names.values()) this.#defined.add(capture);
    for (const value of 'value' in test ? [test.value] : []) this.#used.push({ value, origin: directive });
    const location = newLevel('if', level.name, directive, level);
    level.steps.push({ do: 'if', test, location, origin: directive });
    return inside(context === 'server' ? 'if in server' : 'if in location', location, server);
  }

  #variable(directive: Directive): Directive {
    const rule = directive.name === 'map' ? mapOf(directive) : geoOf(directive);
    if ('error' in rule) {
      this.#refuse('nginx-bad-value', printable(rule.error), spanOf(rule.at));
      return directive;
    }
    const name = directive.args.at(-1)!.value;
    if (!name.startsWith('$'))
      this.#refuse('nginx-bad-value', `invalid variable name "${printable(name, 60)}"`, spanOf(directive));
    else this.#variables.set(name.slice(1), rule);
    return directive;
  }

  /** What nginx does when all is read: merging, the search tables, default servers, variable names. */
  #finish(): void {
    const defaults = new Map<string, Directive>();
    for (const server of this.#servers) {
      if (server.listens.length === 0)
        server.listens.push({ address: '*', port: 80, isDefault: false, ssl: false, origin: server.origin });
      mergeLevel(server.level, this.#http?.settings ?? {});
      const twice = tabulate(server.level);
      if (twice)
        this.#refuse('nginx-bad-value', `duplicate location "${printable(twice.name, 80)}"`, spanOf(twice.origin));
      for (const listen of server.listens) {
        if (!listen.isDefault) continue;
        const key = `${listen.address}:${listen.port}`;
        if (defaults.has(key))
          this.#refuse(
            'nginx-bad-value',
            `a duplicate default server for ${key.replace(/^\*/, '0.0.0.0')}`,
            spanOf(listen.origin),
          );
        defaults.set(key, listen.origin);
      }
    }
    for (const directive of this.#tests) this.#upstreamName(directive);
    this.#unknownVariables();
  }

  /** A host name in proxy_pass must resolve at start; that cannot be told here. */
  #upstreamName(directive: Directive): void {
    const host = /^https?:\/\/([^/:]+|\[[^\]]*\])(?::\d+)?(?:\/|$)/i.exec(directive.args[0]!.value)?.[1];
    if (!host || host.includes('$') || host === 'unix' || host === 'localhost' || this.#upstreams.has(host)) return;
    const whole = /^https?:\/\/([^/]+)/i.exec(directive.args[0]!.value)![1]!;
    if (addressBytes(host.replace(/^\[|\]$/g, '')) || this.#upstreams.has(whole)) return;
    this.#unseen.push({
      what: 'name',
      message: `whether the name ${printable(host, 80)} resolves when nginx starts`,
      span: spanOf(directive),
    });
  }

  #unknownVariables(): void {
    if (this.#foreignModules) return;
    const levels = (level: LocationConf): void => {
      const { realm, userFile, authRequest, index, errorPages, proxySetHeader } = level.settings;
      const values = [
        realm?.value,
        userFile?.value,
        authRequest?.value,
        ...(index ?? []),
        ...(errorPages ?? []).map(({ target }) => target),
        ...(proxySetHeader ?? []).map(({ value }) => value),
        level.handler?.to,
        level.settings.root?.value.path,
      ];
      for (const step of level.steps) {
        if (step.do === 'set') values.push(step.value);
        else if (step.do === 'return') values.push(step.text);
        else if (step.do === 'rewrite') values.push(step.replacement);
        else if (step.do === 'if') levels(step.location);
      }
      for (const value of values) if (value?.parts) this.#used.push({ value, origin: level.origin });
      if (level.limitExcept) levels(level.limitExcept.location);
      for (const location of level.locations) levels(location);
    };
    for (const server of this.#servers) levels(server.level);
    const told = new Set<string>();
    for (const { value, origin } of this.#used) {
      for (const name of variablesOf(value)) {
        const known =
          /^[1-9]$/.test(name) ||
          knownVariables.has(name) ||
          this.#defined.has(name) ||
          this.#variables.has(name) ||
          variablePrefixes.test(name) ||
          told.has(name);
        if (known || this.#options.fragment) continue;
        told.add(name);
        this.#refuse('nginx-unknown-variable', `unknown "${printable(name, 60)}" variable`, spanOf(origin));
      }
    }
  }
}

const openErrors: Readonly<Record<string, string>> = {
  missing: '2: No such file or directory',
  denied: '13: Permission denied',
  'not-a-directory': '20: Not a directory',
  loop: '40: Too many levels of symbolic links',
};

const httpMethods: ReadonlySet<string> = new Set(
  'GET HEAD POST PUT DELETE MKCOL COPY MOVE OPTIONS PROPFIND PROPPATCH LOCK UNLOCK PATCH'.split(' '),
);

const httpOnly: ReadonlySet<string> = new Set([
  'server',
  'upstream',
  'map',
  'geo',
  'split_clients',
  'limit_req_zone',
  'limit_conn_zone',
  'log_format',
  'proxy_cache_path',
  'types',
  'server_names_hash_bucket_size',
]);
const serverOnly: ReadonlySet<string> = new Set(['location', 'listen', 'server_name', 'if', 'ssl_certificate']);

/** The level that a fragment's directives fit; null: it is a whole configuration. */
function contextOf(directives: readonly Directive[]): 'http' | 'server' | 'location' | null {
  const names = new Set(directives.map(({ name }) => name));
  if (names.has('http') || names.has('events')) return null;
  for (const name of names) if (httpOnly.has(name)) return 'http';
  for (const name of names) if (serverOnly.has(name)) return 'server';
  return 'location';
}
