import type { ApacheCommand } from '../../catalog/apache.ts';
import { commandsNamed, EXEC_ON_READ, NONFATAL_OVERRIDE, NONFATAL_UNKNOWN, thirdParty } from '../../catalog/apache.ts';
import type { FileHost } from '../../host/host.ts';
import { isAbsolute, join } from '../../host/paths.ts';
import type { ApacheDirective } from '../../syntax/apache-directive.ts';
import { printable } from '../../text/printable.ts';
import { hole } from '../../text/template.ts';
import { rightCount, splitArguments } from './arguments.ts';
import type { ConfigProblem, Unseen } from './config.ts';
import { commandsLoaded, isKnownModule } from './modules.ts';
import type { Place } from './place.ts';
import { refusedPlace } from './place.ts';
import type { ApacheProblemCode } from './problems.ts';
import { problem } from './problems.ts';
import { isUnread } from './require.ts';
import type { SectionCheck } from './sections.ts';
import { sections } from './sections.ts';
import { nearestDirectives } from './spelling.ts';
import type { ValueCheck } from './values.ts';
import { forbiddenPlaces, values } from './values.ts';

/** How deep sections may nest; httpd has no limit but its stack. */
const depthLimit = 500;

/** How many argument texts of a directive are remembered as content. */
const contentLimit = 5000;

/** Directives whose arguments are right or wrong wherever they stand, so that equal ones need no second look. */
const placeless = new Set(
  (
    'require authtype authname authbasicprovider allowoverride options errordocument order satisfy allow deny rewriterule ' +
    'rewritecond setenvif setenvifnocase setenvifexpr browsermatch browsermatchnocase header requestheader'
  ).split(' '),
);

/** What is done with one module's definition of a directive. */
interface Plan {
  readonly command: ApacheCommand;
  /** Lower case. */
  readonly key: string;
  readonly section: SectionCheck | null;
  readonly forbidden: number;
  readonly check: ValueCheck | null;
  /** Argument texts that were found to be content; null where the place has a say. */
  readonly content: Set<string> | null;
}

/** Names of providers that the configuration makes; lines that are checked add to them. */
export interface Aliases {
  readonly authn: Set<string>;
  readonly authz: Set<string>;
}

/** How directives are checked, by their names as written. */
export type Plans = Map<string, readonly Plan[]>;

/** Sections of which only the name is known. */
const passOver: SectionCheck = () => null;

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
  #foreign: boolean | null = null;
  readonly #serverRoot: string | null;
  /** <RequireAll> sections that are no part of another. */
  readonly conjunctions: ApacheDirective[] = [];
  readonly #plans: Plans;

  /** `plans`: what earlier files of the same kind, under the same overrides, have brought to mind. */
  constructor(
    host: FileHost,
    modules: ReadonlySet<string> | null,
    serverRoot: string | null,
    aliases: Aliases = { authn: new Set(), authz: new Set() },
    plans: Plans = new Map(),
  ) {
    this.authnAliases = aliases.authn;
    this.authzAliases = aliases.authz;
    this.#plans = plans;
    this.modules = modules;
    this.host = host;
    this.#serverRoot = serverRoot;
  }

  path(name: string): string | null {
    if (isAbsolute(name)) return join('/', name);
    return this.#serverRoot === null ? null : join(this.#serverRoot, name);
  }

  walk(directives: readonly ApacheDirective[], place: Place): void {
    for (const directive of directives) {
      const plans = this.#plans.get(directive.name) ?? this.#plan(directive.name);
      if (plans.length === 0 && !isUnread(directive)) this.#unknown(directive, place);
      for (const plan of plans) if (!this.#run(plan, directive, place)) break;
    }
  }

  /** How the loaded modules' definitions of a name are checked. Directives run as they are read are done with. */
  #plan(name: string): readonly Plan[] {
    const key = name.toLowerCase();
    const plans = commandsLoaded(key, this.modules)
      .filter(({ where }) => (where & EXEC_ON_READ) === 0)
      .map((command): Plan => {
        const section = command.form === 'RAW_ARGS' && key.charCodeAt(0) === 60;
        return {
          command,
          key,
          section: section ? (sections.get(key) ?? passOver) : null,
          forbidden: forbiddenPlaces.get(key) ?? 0,
          check: values.get(key) ?? null,
          content: placeless.has(key) ? new Set() : null,
        };
      });
    this.#plans.set(name, plans);
    return plans;
  }

  complain({ code, message }: Complaint, directive: ApacheDirective): void {
    this.problems.push(problem(code, message, directive));
  }

  /** One module's definition of a directive (`invoke_cmd`); false: httpd would stop here. */
  #run(plan: Plan, directive: ApacheDirective, place: Place): boolean {
    const { command, section, forbidden, check, content } = plan;
    if ((place.override & command.where) === 0 && !place.list?.has(plan.key)) {
      if ((place.override & NONFATAL_OVERRIDE) !== 0) return true;
      const where = place.parent ? `not allowed in ${canonical(place.parent)}> context` : 'not allowed here';
      this.complain({ code: 'apache-directive-not-allowed', message: `${command.name} ${where}` }, directive);
      return false;
    }
    if (section) {
      if (place.depth >= depthLimit) return true;
      const complaint = section(command, directive, place, this);
      if (complaint) this.complain(complaint, directive);
      return complaint === null;
    }
    const { text, from, to } = directive;
    if (check === null && forbidden === 0 && rightCount(command.form, text, from, to)) return true;
    const raw = text.slice(from, to);
    if (content?.has(raw) && place.require !== 'all') return true;
    const args = splitArguments(command, raw);
    if (typeof args === 'string') {
      this.complain({ code: 'apache-arguments-wrong', message: args }, directive);
      return false;
    }
    const refused = forbidden === 0 ? null : refusedPlace(command, forbidden, place);
    if (refused !== null) {
      this.complain({ code: 'apache-directive-not-allowed', message: refused }, directive);
      return false;
    }
    const complaint = check === null ? null : check(args, directive, place, this, command);
    if (complaint) this.complain(complaint, directive);
    else if (content && content.size < contentLimit && place.require !== 'all') content.add(raw);
    return complaint === null;
  }

  #unknown(directive: ApacheDirective, place: Place): void {
    const { name } = directive;
    if ((place.override & NONFATAL_UNKNOWN) !== 0) return;
    const known = commandsNamed(name.toLowerCase()).length > 0;
    const shown = printable(name);
    if (name.includes(hole)) {
      this.unseen.push({
        what: 'module',
        message: 'what the template puts in cannot be told',
        span: directive,
      });
      return;
    }
    this.#foreign ??= this.modules === null || [...this.modules].some((module) => !isKnownModule(module));
    if (
      this.#foreign &&
      !known &&
      (thirdParty.test(name.toLowerCase()) || (isWord(name) && nearestDirectives(name).length === 0))
    ) {
      // PHP is nearly everywhere, and where it is not these lines are guarded
      if (/^php_(?:value|flag)$/i.test(name)) return;
      const message = `'${shown}' may be a directive of a module that httpd does not ship`;
      this.unseen.push({ what: 'module', message, span: directive });
      return;
    }
    const message = `Invalid command '${shown}', perhaps misspelled or defined by a module not included in the server configuration`;
    this.complain({ code: known ? 'apache-directive-not-loaded' : 'apache-directive-unknown', message }, directive);
  }
}

/** Whether any module at all could have a directive of that name. */
function isWord(name: string): boolean {
  return /^<?[A-Za-z_][\w-]*$/.test(name);
}

/** A section's name in the letter case of its module. */
export function canonical({ name }: ApacheDirective): string {
  return commandsNamed(name.toLowerCase())[0]?.name ?? name;
}
