import type { ApacheCommand } from '../../catalog/apache.ts';
import { commandsNamed, EXEC_ON_READ, NONFATAL_OVERRIDE, NONFATAL_UNKNOWN } from '../../catalog/apache.ts';
import type { FileHost } from '../../host/host.ts';
import { isAbsolute, join } from '../../host/paths.ts';
import type { ApacheDirective } from '../../syntax/apache-directive.ts';
import { spanOf } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { splitArguments } from './arguments.ts';
import type { ConfigProblem, Unseen } from './config.ts';
import { commandsLoaded, isKnownModule } from './modules.ts';
import type { Place } from './place.ts';
import { refusedPlace } from './place.ts';
import type { ApacheProblemCode } from './problems.ts';
import { problem } from './problems.ts';
import { sections } from './sections.ts';
import { isNearMiss } from './spelling.ts';
import { forbiddenPlaces, values } from './values.ts';

/** How deep sections may nest; httpd has no limit but its stack. */
const depthLimit = 500;

/** A complaint without its place; the directive is given where it is not the one being checked. */
export interface Complaint {
  readonly code: ApacheProblemCode;
  readonly message: string;
}

/** What is known of the server as a whole while its directives are checked. */
export interface Checking {
  readonly modules: ReadonlySet<string> | null;
  readonly host: FileHost;
  /** A path taken from ServerRoot; null where that is not known. */
  path(name: string): string | null;
  /** Names made by <AuthnProviderAlias> and <AuthzProviderAlias> so far. */
  readonly authnAliases: Set<string>;
  readonly authzAliases: Set<string>;
}

/**
 * httpd's second pass (`ap_walk_config`, server/config.c): each directive is looked up, its place and arguments are
 * checked, and its own handler has its say; sections walk their children. Goes on after a problem, so the first one
 * found is the one that httpd stops at.
 */
export class Checker implements Checking {
  readonly modules: ReadonlySet<string> | null;
  readonly host: FileHost;
  readonly authnAliases: Set<string>;
  readonly authzAliases: Set<string>;
  readonly problems: ConfigProblem[] = [];
  readonly unseen: Unseen[] = [];
  /** Whether a loaded module is none of httpd's own: it may bring directives that nothing is known of. */
  readonly #foreign: boolean;
  readonly #serverRoot: string | null;
  readonly #commands = new Map<string, readonly ApacheCommand[]>();

  constructor(
    host: FileHost,
    modules: ReadonlySet<string> | null,
    serverRoot: string | null,
    aliases: { readonly authn: Iterable<string>; readonly authz: Iterable<string> } = { authn: [], authz: [] },
  ) {
    this.authnAliases = new Set(aliases.authn);
    this.authzAliases = new Set(aliases.authz);
    this.modules = modules;
    this.host = host;
    this.#serverRoot = serverRoot;
    this.#foreign = modules === null || [...modules].some((module) => !isKnownModule(module));
  }

  path(name: string): string | null {
    if (isAbsolute(name)) return join('/', name);
    return this.#serverRoot === null ? null : join(this.#serverRoot, name);
  }

  walk(directives: readonly ApacheDirective[], place: Place): void {
    for (const directive of directives) this.check(directive, place);
  }

  check(directive: ApacheDirective, place: Place): void {
    const { name } = directive;
    let commands = this.#commands.get(name);
    if (commands === undefined) {
      commands = commandsLoaded(name.toLowerCase(), this.modules);
      this.#commands.set(name, commands);
    }
    if (commands.length === 0) this.#unknown(directive, place);
    for (const command of commands) {
      if ((command.where & EXEC_ON_READ) !== 0) continue;
      if (!this.#run(command, directive, place)) break;
    }
  }

  complain({ code, message }: Complaint, directive: ApacheDirective): void {
    this.problems.push(problem(code, message, spanOf(directive)));
  }

  /** One module's definition of a directive (`invoke_cmd`); false: httpd would stop here. */
  #run(command: ApacheCommand, directive: ApacheDirective, place: Place): boolean {
    if ((place.override & command.where) === 0 && !place.list?.has(command.name.toLowerCase())) {
      if ((place.override & NONFATAL_OVERRIDE) !== 0) return true;
      const around = place.parents.at(-1);
      const where = around ? `not allowed in ${canonical(around)}> context` : 'not allowed here';
      this.complain({ code: 'apache-directive-not-allowed', message: `${command.name} ${where}` }, directive);
      return false;
    }
    const key = command.name.toLowerCase();
    if (command.form === 'RAW_ARGS' && key.charCodeAt(0) === 60) {
      if (place.parents.length >= depthLimit) return true;
      const section = sections.get(key);
      const complaint = section ? section(command, directive, place, this) : null;
      if (complaint) this.complain(complaint, directive);
      return complaint === null;
    }
    const args = splitArguments(command, directive.raw);
    if (typeof args === 'string') {
      this.complain({ code: 'apache-arguments-wrong', message: args }, directive);
      return false;
    }
    const forbidden = forbiddenPlaces.get(key);
    const refused = forbidden === undefined ? null : refusedPlace(command, forbidden, place);
    if (refused !== null) {
      this.complain({ code: 'apache-directive-not-allowed', message: refused }, directive);
      return false;
    }
    const complaint = values.get(key)?.(args, directive, place, this, command) ?? null;
    if (complaint) this.complain(complaint, directive);
    return complaint === null;
  }

  #unknown(directive: ApacheDirective, place: Place): void {
    const { name } = directive;
    if ((place.override & NONFATAL_UNKNOWN) !== 0) return;
    const known = commandsNamed(name.toLowerCase()).length > 0;
    const shown = printable(name);
    if (this.#foreign && !known && !isNearMiss(name)) {
      const message = `'${shown}' may be a directive of a module that httpd does not ship`;
      this.unseen.push({ what: 'module', message, span: spanOf(directive) });
      return;
    }
    const message = `Invalid command '${shown}', perhaps misspelled or defined by a module not included in the server configuration`;
    this.complain({ code: known ? 'apache-directive-not-loaded' : 'apache-directive-unknown', message }, directive);
  }
}

/** A section's name in the letter case of its module. */
export function canonical({ name }: ApacheDirective): string {
  return commandsNamed(name.toLowerCase())[0]?.name ?? name;
}
