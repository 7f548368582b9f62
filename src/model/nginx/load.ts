import { mayRefuse } from '../../catalog/nginx.ts';
import type { FileHost } from '../../host/host.ts';
import { join } from '../../host/paths.ts';
import { NginxDirective } from '../../syntax/nginx.ts';
import { printable } from '../../text/printable.ts';
import { Source, type Span } from '../../text/source.ts';
import { hole } from '../../text/template.ts';
import { type Inner, type RawLines, type Standing, takeBlock } from './blocks.ts';
import { checkDirective } from './check.ts';
import type { Listen, LocationConf, NginxConfig, ServerConf, ServerName } from './config.ts';
import { finish } from './finish.ts';
import { contextOf } from './fragment.ts';
import { Files, isGlob, isHarmless, type ReadFile } from './include.ts';
import { listenOf, serverNameOf } from './listen.ts';
import { Loading, type NginxLoadOptions, noListens } from './loading.ts';
import { addLocation, newLevel, trim, writable } from './location.ts';
import { type Surroundings, takeSetting } from './settings.ts';

/** Includes deeper than this are not followed: nginx itself has a file open for each, and a limit on those. */
const includeLimit = 500;
/** Blocks and includes within each other beyond this are not followed: nginx has no limit but its stack. */
const depthLimit = 400;
/** How many included files are taken in all, against files that multiply each other. */
const fileLimit = 500_000;

/** Reads a configuration as nginx does at start. Source: src/core/ngx_conf_file.c and the modules' set functions. */
export function loadNginxConfig(host: FileHost, mainPath: string, options: NginxLoadOptions = {}): NginxConfig {
  return new Loader(host, mainPath, options).load();
}

class Loader implements Inner {
  readonly #loading: Loading;
  readonly #around: Surroundings;
  readonly #files: Files;
  readonly #mainPath: string;
  readonly #options: NginxLoadOptions;
  #partial = false;
  /** A file that is included outside all blocks cannot be seen. */
  #mainUnseen = false;
  /** Files that are being read, each because of the one before. */
  readonly #reading = new Set<string>();
  #filesLeft = fileLimit;
  #depth = 0;

  constructor(host: FileHost, mainPath: string, options: NginxLoadOptions) {
    const loading = new Loading(host, mainPath, options);
    const { prefix, confDir } = loading;
    this.#loading = loading;
    this.#around = {
      prefix,
      confDir,
      names: loading.names,
      define: (name, origin) => loading.define([name], origin),
      mentions: (value, origin) => loading.mention(value, origin),
    };
    this.#files = new Files(host, options.reading);
    this.#mainPath = mainPath;
    this.#options = options;
  }

  load(): NginxConfig {
    const loading = this.#loading;
    const file = this.#files.read(this.#mainPath);
    let directives: readonly NginxDirective[] = [];
    let main = new Source(this.#mainPath, '');
    const whole = { source: main, start: 0, end: 0 };
    const message = `open() "${printable(this.#mainPath)}" failed`;
    if (file === 'invisible') loading.unseen.push({ what: 'include', message, span: whole });
    else if (typeof file === 'string') loading.refuse('nginx-include-missing', message, whole);
    else {
      main = file.source;
      directives = this.#top(file);
    }
    finish(loading);
    this.#events(main, directives);
    // where branches of a template open blocks that others close, nothing stands where it seems to
    const tangled = new Set(loading.unseen.flatMap(({ what, span }) => (what === 'template' ? span.source : [])));
    const {
      confDir,
      prefix,
      http,
      servers,
      upstreams,
      variables,
      defined,
      problems,
      unseen,
      emptyIncludes,
      user,
      group,
    } = loading;
    return {
      main,
      version: loading.version,
      confDir,
      prefix,
      http,
      servers,
      upstreams,
      variables,
      defined,
      problems: problems.filter(({ span }) => !tangled.has(span.source)),
      unseen,
      emptyIncludes,
      sources: this.#files.sources,
      directives,
      user,
      group,
      partial: this.#partial,
    };
  }

  #top(file: ReadFile): readonly NginxDirective[] {
    this.#loading.reads(file.source);
    const wanted = this.#options.fragment ?? null;
    const fragment = wanted === 'auto' ? contextOf(file.directives) : wanted;
    this.#partial = fragment === 'server' || fragment === 'location';
    const origin = new NginxDirective(file.source, 'http', 0, 0, 0, 0, []);
    const into = (at: Standing): readonly NginxDirective[] => {
      const directives = this.#file(file, at);
      at.level.directives = directives;
      return directives;
    };
    if (fragment === null) return into(standing('main', newLevel('server', '', origin, null), null));
    const http = newLevel('server', '', origin, null);
    this.#loading.http = http;
    if (fragment === 'http') return into(standing('http', http, null));
    const server = this.#loading.newServer(origin);
    if (fragment === 'server') return into(standing('server', server.level, server));
    if (fragment !== 'location') return into(standing(fragment, newLevel('server', '', origin, null), null));
    const location = newLevel('prefix', '/', origin, server.level);
    addLocation(server.level, location);
    return into(standing('location', location, server));
  }

  /** A whole configuration needs an events block. Source: ngx_event_init_conf. */
  #events(main: Source, directives: readonly NginxDirective[]): void {
    const { fragment, mayBePart } = this.#options;
    const { problems, unseen } = this.#loading;
    if (fragment || mayBePart || this.#mainUnseen || main.template) return;
    if (directives.some(({ name }) => name === 'events')) return;
    // of what comes before it nginx says the first alone, and reads no further
    if (problems.length > 0 || unseen.some(({ what }) => what === 'limit')) return;
    const http = directives.find(({ name }) => name === 'http');
    const span = http ?? { source: main, start: 0, end: 0 };
    this.#loading.refuse('nginx-events-missing', 'no "events" section in configuration', span);
  }

  /** Takes a file in a context; gives its directives with its includes put in. */
  #file({ directives, problem, tooDeep }: ReadFile, at: Standing): readonly NginxDirective[] {
    const taken = this.#list(directives, at);
    if (problem && tooDeep) this.#giveUp(problem.message, problem.span);
    else if (problem) this.#loading.refuse('nginx-syntax-error', problem.message, problem.span);
    return taken;
  }

  /** Takes a list of directives in a context; gives it with its includes put in. */
  #list(directives: readonly NginxDirective[], at: Standing): readonly NginxDirective[] {
    const first = directives[0];
    if (this.#depth >= depthLimit && first) {
      this.#giveUp(`blocks and includes nest more than ${depthLimit} deep`, first);
      return directives;
    }
    this.#depth++;
    let out: NginxDirective[] | null = null;
    for (let index = 0; index < directives.length; index++) {
      const directive = directives[index]!;
      if (directive.name === 'include' && (at.context !== 'lines' || directive.count === 1)) {
        out ??= directives.slice(0, index);
        for (const each of this.#include(directive, at)) out.push(each);
        continue;
      }
      const taken = this.#take(directive, at);
      if (taken !== directive) out ??= directives.slice(0, index);
      out?.push(taken);
    }
    this.#depth--;
    return out ?? directives;
  }

  #include(directive: NginxDirective, at: Standing): readonly NginxDirective[] {
    const loading = this.#loading;
    const named = directive.value(0);
    if (directive.count !== 1 || named === undefined || directive.children) {
      loading.refuse('nginx-argument-count', 'invalid number of arguments in "include" directive', directive);
      return [];
    }
    const path = join(loading.confDir, named);
    if (this.#filesLeft <= 0) return [];
    if (this.#reading.size >= includeLimit) {
      this.#giveUp(`files include each other more than ${includeLimit} deep`, directive);
      return [];
    }
    const paths = isGlob(path) ? this.#files.glob(path) : [path];
    if (paths === 'too-many') {
      this.#giveUp(`the pattern ${printable(named, 60)} goes through more folders than are looked at`, directive);
      return [];
    }
    if (paths.length === 0) this.#loading.emptyIncludes.push({ include: directive, level: at.level });
    const out: NginxDirective[] = [];
    for (const one of paths === 'invisible' ? [path] : paths) {
      const file = paths === 'invisible' ? 'invisible' : this.#files.read(one);
      if (typeof file !== 'string') {
        if (this.#reading.has(one)) {
          // nginx goes round until it may open no more files; what else is included would come to the same
          const message = `open() "${printable(one)}" failed (24: Too many open files)`;
          loading.refuse('nginx-include-missing', message, directive);
          this.#filesLeft = 0;
        } else if (this.#filesLeft-- <= 0) this.#giveUp(`more than ${fileLimit} files are included`, directive);
        if (this.#filesLeft <= 0) break;
        this.#reading.add(one);
        loading.reads(file.source);
        for (const each of this.#file(file, at)) out.push(each);
        this.#reading.delete(one);
      } else if (
        file === 'invisible' ||
        (file === 'missing' && (this.#options.fragment || (loading.repository && isHarmless(one))))
      )
        this.#notSeen(directive, one, at);
      else
        loading.refuse(
          'nginx-include-missing',
          `${file === 'directory' ? 'pread' : 'open'}() "${printable(one)}" failed (${openErrors[file] ?? '13: Permission denied'})`,
          directive,
        );
    }
    return out;
  }

  /** Stops following includes: the rest of the configuration is not known. */
  #giveUp(message: string, span: Span): void {
    this.#filesLeft = 0;
    this.#loading.unseen.push({ what: 'limit', message, span });
  }

  #notSeen(directive: NginxDirective, path: string, { context, level }: Standing): void {
    const message = `the included ${printable(path)} lies outside what can be seen`;
    this.#loading.unseen.push({ what: 'include', message, span: directive });
    if (isHarmless(path)) return;
    // the other servers of a machine are no matter of those that the repository has
    if (context === 'http' && this.#loading.repository && /\/(?:conf\.d|sites-enabled|vhosts?(?:\.d)?)\/\*/.test(path))
      return;
    if (context === 'main') this.#mainUnseen = true;
    writable(level).unseen ??= { value: message, origin: directive };
  }

  #take(directive: NginxDirective, at: Standing): NginxDirective {
    const loading = this.#loading;
    const { name } = directive;
    if (at.context === 'lines') {
      if (directive.children) loading.refuse('nginx-syntax-error', 'unexpected "{"', directive);
      return directive;
    }
    const { level } = at;
    if (directive.source.template && name.includes(hole)) {
      const message = 'what the template puts in here cannot be seen';
      loading.unseen.push({ what: 'directive', message, span: directive });
      writable(level).unseen ??= { value: message, origin: directive };
      return directive;
    }
    const checked = checkDirective(directive, at.context, loading);
    if (checked.kind === 'refused') {
      loading.refuse(checked.code, checked.message, directive);
      if (directive.source.template)
        writable(level).unseen ??= { value: `what the template makes of ${printable(name, 60)}`, origin: directive };
      return directive;
    }
    if (checked.kind === 'foreign') {
      // a variable that it is given by name may be one that it makes
      for (const { value } of directive.args) if (/^\$\w+$/.test(value)) loading.madeElsewhere(value.slice(1));
      for (const { name: line } of directive.children ?? [])
        if (/^\$\w+$/.test(line)) loading.madeElsewhere(line.slice(1));
      const message = `${printable(name, 60)} is of a module that is not nginx's own`;
      const what = loading.foreignModules || loading.fragment ? 'directive' : 'module';
      loading.unseen.push({ what, message, span: directive });
      if (mayRefuse(name)) writable(level).unseen ??= { value: message, origin: directive };
      return directive;
    }
    if (checked.single) {
      if (at.said?.includes(name)) {
        loading.refuse('nginx-duplicate-directive', `"${name}" directive is duplicate`, directive);
        if (directive.source.template)
          writable(level).unseen ??= { value: `which ${name} the template puts out`, origin: directive };
      } else if (at.said) at.said.push(name);
      else at.said = [name];
    }
    if (directive.children) return takeBlock(loading, directive, at, this);
    this.#simple(directive, at);
    return directive;
  }

  inside(block: NginxDirective, into: string, level: LocationConf, of: ServerConf | null): NginxDirective {
    const children = block.children!;
    const taken = this.#list(children, standing(into, level, of));
    level.directives = taken;
    trim(level);
    return taken === children ? block : block.holding(taken);
  }

  lines(block: NginxDirective): RawLines {
    const level = newLevel('server', '', block, null);
    const lines = this.#list(block.children!, standing('lines', level, null));
    return { lines, unseen: level.settings.unseen !== undefined };
  }

  #simple(directive: NginxDirective, { context, level, server }: Standing): void {
    const loading = this.#loading;
    const { name } = directive;
    if (context === 'server' && server && name === 'listen') this.#listen(directive, server);
    else if (context === 'server' && server && name === 'server_name') this.#serverNames(directive, server);
    else if (context === 'server' && server && name === 'merge_slashes')
      server.mergeSlashes = directive.value(0)!.toLowerCase() === 'on';
    else if (name === 'user') {
      loading.user = directive.value(0)!;
      loading.group = directive.value(1) ?? null;
      const missing = loading.missingAccount();
      if (missing !== null) loading.refuse('nginx-bad-value', missing, directive);
    } else if (name === 'load_module') loading.loadsModules = true;
    else if (settingContexts.has(context)) this.#setting(directive, level);
  }

  #listen(directive: NginxDirective, server: ServerConf): void {
    const loading = this.#loading;
    const listen = this.#templateListen(directive) ?? listenOf(directive);
    if (typeof listen === 'string') loading.refuse('nginx-bad-value', printable(listen), directive);
    else if (server.listens.some((old) => old.address === listen.address && old.port === listen.port)) {
      const message = `a duplicate listen ${printable(directive.value(0)!)}`;
      loading.refuse('nginx-bad-value', message, directive);
    } else if (server.listens === noListens) server.listens = [listen];
    else server.listens = [...server.listens, listen];
  }

  /** The socket of a listen line whose address a template puts in; null: it is written out. */
  #templateListen(directive: NginxDirective): Listen | null {
    const { template } = directive.source;
    if (!template) return null;
    const { value, start, end } = directive.args[0]!;
    if (!value.includes(hole)) return null;
    return { ...this.#loading.portFor(template.original.slice(start, end)), origin: directive };
  }

  #serverNames(directive: NginxDirective, server: ServerConf): void {
    const loading = this.#loading;
    const names: ServerName[] = [];
    const { args, source } = directive;
    for (let index = 0; index < args.length; index++) {
      const { value, start, end } = args[index]!;
      const filled = source.template && value.includes(hole);
      const one = serverNameOf(filled ? loading.nameFor(value, source.template.original.slice(start, end)) : value);
      if (typeof one === 'string') {
        loading.refuse('nginx-bad-value', printable(one), directive);
        continue;
      }
      names.push(one);
      if (one.pattern) loading.define(one.pattern.names.values(), directive);
    }
    // a copy, which has no room left over
    server.names = [...server.names, ...names];
  }

  #setting(directive: NginxDirective, level: LocationConf): void {
    const loading = this.#loading;
    const { name } = directive;
    const complaint = takeSetting(directive, level, this.#around);
    if (complaint !== null) {
      const code = complaint.includes('directive is duplicate') ? 'nginx-duplicate-directive' : 'nginx-bad-value';
      loading.refuse(code, complaint, directive);
      if (directive.source.template)
        writable(level).unseen ??= { value: `what the template makes of ${name}`, origin: directive };
      return;
    }
    if (name === 'proxy_pass') loading.passes.push(directive);
    if (name === 'valid_referers') loading.referers = true;
    const step = name === 'rewrite' ? level.steps.at(-1) : undefined;
    if (step?.do === 'rewrite') loading.define(step.pattern.names.values(), directive);
  }
}

function standing(context: string, level: LocationConf, server: ServerConf | null): Standing {
  return { context, level, server, said: null };
}

/** Contexts whose directives may decide who gets in. */
const settingContexts: ReadonlySet<string> = new Set([
  'main',
  'http',
  'server',
  'location',
  'if in server',
  'if in location',
  'limit_except',
]);

const openErrors: Readonly<Record<string, string>> = {
  missing: '2: No such file or directory',
  directory: '21: Is a directory',
  denied: '13: Permission denied',
  'not-a-directory': '20: Not a directory',
  loop: '40: Too many levels of symbolic links',
};
