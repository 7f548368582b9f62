import {
  ACCESS_CONF,
  compiledIn,
  OR_ALL,
  OR_AUTHCFG,
  OR_LIMIT,
  PROXY_CONF,
  processingModules,
  RSRC_CONF,
} from '../../catalog/apache.ts';
import type { FileHost } from '../../host/host.ts';
import { normalize } from '../../host/paths.ts';
import type { ApacheDirective } from '../../syntax/apache-directive.ts';
import { Source } from '../../text/source.ts';
import { hole } from '../../text/template.ts';
import { Checker } from './check.ts';
import type { ApacheConfig, ConfigProblem } from './config.ts';
import { Expansion } from './expand.ts';
import { absenceText } from './includes.ts';
import { environmentBeside, guessServerRoot } from './layout.ts';
import type { Place } from './place.ts';
import { certain, problem } from './problems.ts';
import { openSource } from './reading.ts';
import { checkConjunctions } from './sections.ts';

export interface ReadOptions {
  /** ServerRoot as given on the command line (`-d`); the text's own ServerRoot beats it. */
  readonly serverRoot?: string;
  /** Names defined on the command line (`-D`), with a value where one is known. */
  readonly defines?: Readonly<Record<string, string>>;
  /** Modules that are loaded besides those the text loads; null or absent: told by the text, else not known. */
  readonly modules?: ReadonlySet<string> | null;
  /** Modules of this build that no line loads, where it is known; absent: those of the usual build. */
  readonly builtIn?: ReadonlySet<string> | undefined;
  /** Whether the file is a part of a configuration, which may be included anywhere. */
  readonly fragment?: boolean;
}

/** What is in force at the top of the main configuration (ap_process_config_tree). */
const topOverride = (RSRC_CONF | OR_ALL) & ~(OR_AUTHCFG | OR_LIMIT);
const anyOverride = RSRC_CONF | OR_ALL | ACCESS_CONF | PROXY_CONF;

/**
 * Reads httpd's configuration from its main file: both passes of the server over it, with the refusals to start that
 * they end in (server/config.c, server/main.c). A main file that cannot be read is a refusal of its own.
 */
export function readApacheConfig(host: FileHost, mainPath: string, options: ReadOptions = {}): ApacheConfig {
  const path = normalize(mainPath);
  const { fragment = false } = options;
  const opened = openSource(host, path);
  const main = opened instanceof Source ? opened : new Source(path, '', host.display(path));
  const expansion = new Expansion({
    host,
    serverRoot: options.serverRoot ?? guessServerRoot(path),
    defines: new Map(Object.entries(options.defines ?? {})),
    environment: environmentBeside(host, path),
    modules: startModules(main, options),
    htaccess: null,
  });
  const whole = { source: main, start: 0, end: 0 };
  const startProblems: ConfigProblem[] = [];
  if (!(opened instanceof Source)) {
    const message = `Could not open configuration file ${path}: ${absenceText(opened.absence)}`;
    if (opened.absence === 'invisible') expansion.unseen.push({ what: 'include', message, span: whole });
    else startProblems.push(problem('apache-config-unreadable', message, whole));
  }
  const directives = expansion.file(main, null);
  for (const one of expansion.problems) startProblems.push(one);
  const unseen = [...expansion.unseen];
  // modules may be loaded in files that cannot be seen, or by lines that a template puts in
  const hidden =
    expansion.unseen.some(({ what }) => what === 'include') || directives.some(({ name }) => name.includes(hole));
  const modules = hidden && !options.modules ? null : expansion.modules;
  if (!fragment && modules !== null && (expansion.loads.size > 0 || options.builtIn)) {
    const loaded = [...processingModules].filter((module) => modules.has(module));
    if (loaded.length !== 1) {
      const message = `Configuration error: ${loaded.length === 0 ? 'No' : 'More than one'} MPM loaded.`;
      startProblems.push(problem('apache-no-processing-module', message, whole));
    }
  }
  const checker = new Checker(host, modules, expansion.serverRoot);
  checker.walk(directives, topPlace(fragment));
  if (!fragment) checkConjunctions(checker);
  // one by one: a hostile file has more of them than a call takes arguments
  for (const one of checker.problems) startProblems.push(one);
  for (const one of checker.unseen) unseen.push(one);
  if (!fragment && modules !== null && startProblems.length === 0 && unseen.length === 0 && !listens(directives)) {
    startProblems.push(problem('apache-no-listen', 'no listening sockets available, shutting down', whole));
  }
  if (!fragment && modules !== null && startProblems.length === 0 && unseen.length === 0) {
    startProblems.push(...unaccompanied(expansion, modules));
  }
  return {
    main,
    serverRoot: expansion.serverRoot,
    modules,
    defines: expansion.defines,
    aliases: { authn: checker.authnAliases, authz: checker.authzAliases },
    directives,
    startProblems: certain(startProblems, unseen),
    unseen,
    guards: expansion.guards,
    unmetIncludes: expansion.unmetIncludes,
    sources: expansion.sources,
  };
}

const windowsPath = /^[ \t]*(?:ServerRoot|DocumentRoot|Define[ \t]+\w+)[ \t]+["']?[A-Za-z]:[\\/]/im;

/** httpd for Windows has its processing module compiled in; worker stands for it, which knows the same directives. */
const windowsBuild: ReadonlySet<string> = new Set(['worker']);

/** Modules known before the first line; null where the text loads none and nobody says. */
function startModules(main: Source, { modules, fragment = false, ...options }: ReadOptions): Set<string> | null {
  if (modules) return new Set([...compiledIn(), ...modules]);
  if (modules === null || fragment) return null;
  const builtIn = options.builtIn ?? (windowsPath.test(main.text) ? windowsBuild : undefined);
  // a main file that loads nothing itself nor includes what may is a part of one, or of a build of another kind
  return /^[ \t]*(?:LoadModule|Include|IncludeOptional)[ \t]/im.test(main.text) || builtIn
    ? new Set([...compiledIn(), ...(builtIn ?? [])])
    : null;
}

function topPlace(fragment: boolean): Place {
  return {
    override: fragment ? anyOverride : topOverride,
    list: null,
    options: null,
    htaccess: false,
    virtual: false,
    path: fragment ? null : false,
    limited: -1n,
    // a part may be included in a <RequireAll>
    require: fragment ? 'all' : 'any',
    parent: null,
    outer: null,
    around: 0,
    depth: 0,
    scope: { condition: null },
    fragment,
  };
}

/** Modules that a module looks for when all is read; `apache2 -t` does not come that far. Source: mod_auth_form.c, post_config. */
const companions: ReadonlyMap<string, readonly string[]> = new Map([['mod_auth_form', ['mod_session', 'mod_request']]]);

function unaccompanied({ loads }: Expansion, modules: ReadonlySet<string>): ConfigProblem[] {
  for (const [name, needed] of companions) {
    const missing = needed.find((one) => !modules.has(one));
    const directive = loads.get(name);
    if (missing === undefined || !directive) continue;
    const message = `You must load ${missing} to enable the ${name} functions`;
    return [problem('apache-module-needs-another', message, directive)];
  }
  return [];
}

function listens(directives: readonly ApacheDirective[]): boolean {
  return directives.some(({ name }) => name.toLowerCase() === 'listen');
}
