import type { FileHost } from '../../host/host.ts';
import { join } from '../../host/paths.ts';
import { type Directive, spanOf } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { Source, type Span } from '../../text/source.ts';
import { takeBlock } from './blocks.ts';
import { checkDirective, isSingle } from './check.ts';
import type { LocationConf, NginxConfig, ServerConf } from './config.ts';
import { finish } from './finish.ts';
import { contextOf } from './fragment.ts';
import { Files, isGlob, isHarmless, type ReadFile } from './include.ts';
import { listenOf, serverNameOf } from './listen.ts';
import { Loading, type NginxLoadOptions } from './loading.ts';
import { newLevel } from './location.ts';
import { takeSetting } from './settings.ts';

/** Includes deeper than this are not followed: nginx itself has a file open for each, and a limit on those. */
const includeLimit = 500;
/** How many included files are taken in all, against files that multiply each other. */
const fileLimit = 500_000;

/** Reads a configuration as nginx does at start. Source: src/core/ngx_conf_file.c and the modules' set functions. */
export function loadNginxConfig(host: FileHost, mainPath: string, options: NginxLoadOptions = {}): NginxConfig {
  return new Loader(host, mainPath, options).load();
}

class Loader {
  readonly #loading: Loading;
  readonly #files: Files;
  readonly #mainPath: string;
  readonly #options: NginxLoadOptions;
  readonly #singles = new WeakMap<object, Set<string>>();
  /** Files that are being read, each because of the one before. */
  readonly #reading = new Set<string>();
  #filesLeft = fileLimit;

  constructor(host: FileHost, mainPath: string, options: NginxLoadOptions) {
    this.#loading = new Loading(host, mainPath, options);
    this.#files = new Files(host);
    this.#mainPath = mainPath;
    this.#options = options;
  }

  load(): NginxConfig {
    const loading = this.#loading;
    const file = this.#files.read(this.#mainPath);
    let directives: readonly Directive[] = [];
    let main = new Source(this.#mainPath, '');
    if (typeof file === 'string')
      loading.refuse('nginx-include-missing', `open() "${printable(this.#mainPath)}" failed`, {
        source: main,
        start: 0,
        end: 0,
      });
    else {
      main = file.source;
      directives = this.#top(file);
    }
    finish(loading);
    const { confDir, prefix, http, servers, upstreams, variables, defined, problems, unseen, user, group } = loading;
    return {
      main,
      confDir,
      prefix,
      http,
      servers,
      upstreams,
      variables,
      defined,
      problems,
      unseen,
      sources: this.#files.sources,
      directives,
      user,
      group,
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
    const http = newLevel('server', '', origin, null);
    this.#loading.http = http;
    if (fragment === 'http') return into('http', http, null);
    const server = this.#loading.newServer(origin);
    if (fragment === 'server') return into('server', server.level, server);
    const location = newLevel('prefix', '/', origin, server.level);
    server.level.locations.push(location);
    return into('location', location, server);
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
        directive.name === 'include' && (context !== 'lines' || directive.args.length === 1)
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
    else if (file.problem) this.#loading.refuse('nginx-syntax-error', file.problem.message, file.problem.span);
    return out ?? file.directives;
  }

  #include(
    directive: Directive,
    context: string,
    level: LocationConf,
    server: ServerConf | null,
  ): readonly Directive[] {
    const loading = this.#loading;
    const named = directive.args[0]?.value;
    if (directive.args.length !== 1 || named === undefined || directive.children) {
      loading.refuse('nginx-argument-count', 'invalid number of arguments in "include" directive', spanOf(directive));
      return [];
    }
    const path = join(loading.confDir, named);
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
          loading.refuse('nginx-include-missing', message, spanOf(directive));
          this.#filesLeft = 0;
        } else if (this.#filesLeft-- <= 0) this.#giveUp(`more than ${fileLimit} files are included`, spanOf(directive));
        if (this.#filesLeft <= 0) break;
        this.#reading.add(one);
        for (const each of this.#walk(file, context, level, server)) out.push(each);
        this.#reading.delete(one);
      } else if (file === 'invisible' || (file === 'missing' && this.#options.fragment))
        this.#notSeen(directive, one, level);
      else
        loading.refuse(
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
    this.#loading.unseen.push({ what: 'limit', message, span });
  }

  #notSeen(directive: Directive, path: string, level: LocationConf): void {
    const message = `the included ${printable(path)} lies outside what can be seen`;
    this.#loading.unseen.push({ what: 'include', message, span: spanOf(directive) });
    if (!isHarmless(path)) level.settings.unseen ??= { value: message, origin: directive };
  }

  #take(directive: Directive, context: string, level: LocationConf, server: ServerConf | null): Directive {
    const loading = this.#loading;
    const { name } = directive;
    if (context === 'lines') {
      if (directive.children) loading.refuse('nginx-syntax-error', 'unexpected "{"', spanOf(directive));
      return directive;
    }
    const checked = checkDirective(directive, context, loading.foreignModules);
    if (checked.kind === 'refused') {
      loading.refuse(checked.code, checked.message, spanOf(directive));
      return directive;
    }
    if (checked.kind === 'foreign') {
      const message = `${printable(name, 60)} is of a module that is not nginx's own`;
      loading.unseen.push({ what: 'directive', message, span: spanOf(directive) });
      if (/auth|access|lua|jwt|perl|js_/.test(name)) level.settings.unseen ??= { value: message, origin: directive };
      return directive;
    }
    if (isSingle(name, checked.command) && name !== 'root' && name !== 'alias') {
      const seen = this.#singles.get(level) ?? new Set();
      this.#singles.set(level, seen);
      const key = `${context} ${name}`;
      if (seen.has(key))
        loading.refuse('nginx-duplicate-directive', `"${name}" directive is duplicate`, spanOf(directive));
      seen.add(key);
    }
    if (!directive.children) {
      this.#simple(directive, context, level, server);
      return directive;
    }
    const { children } = directive;
    return takeBlock(
      loading,
      directive,
      { context, level, server },
      (into, at, of) => {
        const taken = this.#walk({ directives: children }, into, at, of);
        at.directives = taken;
        return taken === children ? directive : { ...directive, children: taken };
      },
      () => {
        const level = newLevel('server', '', directive, null);
        const lines = this.#walk({ directives: children }, 'lines', level, null);
        return { lines, unseen: level.settings.unseen !== undefined };
      },
    );
  }

  #simple(directive: Directive, context: string, level: LocationConf, server: ServerConf | null): void {
    const loading = this.#loading;
    const { name, args } = directive;
    if (name === 'user') {
      loading.user = args[0]!.value;
      loading.group = args[1]?.value ?? null;
      if (!loading.hasAccount(loading.user)) {
        loading.refuse('nginx-bad-value', `getpwnam("${printable(loading.user, 60)}") failed`, spanOf(directive));
      }
    } else if (name === 'load_module') loading.foreignModules = true;
    else if (context === 'server' && server && name === 'listen') {
      const listen = listenOf(directive);
      if (typeof listen === 'string') loading.refuse('nginx-bad-value', printable(listen), spanOf(directive));
      else if (server.listens.some((old) => old.address === listen.address && old.port === listen.port)) {
        loading.refuse('nginx-bad-value', `a duplicate listen ${printable(args[0]!.value)}`, spanOf(directive));
      } else server.listens.push(listen);
    } else if (context === 'server' && server && name === 'server_name') {
      for (const { value } of args) {
        const one = serverNameOf(value);
        if (typeof one === 'string') {
          loading.refuse('nginx-bad-value', printable(one), spanOf(directive));
          continue;
        }
        server.names.push(one);
        for (const capture of one.pattern?.names.values() ?? []) loading.defined.add(capture);
      }
    } else if (context === 'server' && server && name === 'merge_slashes')
      server.mergeSlashes = args[0]!.value.toLowerCase() === 'on';
    else if (/^(?:main|http|server|location|if in server|if in location|limit_except)$/.test(context))
      this.#setting(directive, level);
  }

  #setting(directive: Directive, level: LocationConf): void {
    const loading = this.#loading;
    const { name } = directive;
    const complaint = takeSetting(directive, level, {
      prefix: loading.prefix,
      confDir: loading.confDir,
      define: (variable) => loading.defined.add(variable),
    });
    if (complaint !== null) {
      const code = complaint.includes('directive is duplicate') ? 'nginx-duplicate-directive' : 'nginx-bad-value';
      loading.refuse(code, complaint, spanOf(directive));
      return;
    }
    if (name === 'proxy_pass') loading.passes.push(directive);
    const step = name === 'rewrite' ? level.steps.at(-1) : undefined;
    if (step?.do === 'rewrite') for (const capture of step.pattern.names.values()) loading.defined.add(capture);
  }
}

const openErrors: Readonly<Record<string, string>> = {
  missing: '2: No such file or directory',
  denied: '13: Permission denied',
  'not-a-directory': '20: Not a directory',
  loop: '40: Too many levels of symbolic links',
};
