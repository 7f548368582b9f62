import type { ApacheCommand } from '../../catalog/apache.ts';
import type { ApacheDirective } from '../../syntax/apache-directive.ts';

/** Bits of the places that a directive may refuse (include/http_config.h). */
export const NOT_IN_VIRTUALHOST = 1;
export const NOT_IN_LIMIT = 2;
export const NOT_IN_DIRECTORY = 4;
export const NOT_IN_LOCATION = 8;
export const NOT_IN_FILES = 16;
export const NOT_IN_HTACCESS = 32;
export const NOT_IN_PROXY = 64;
export const NOT_IN_DIR_LOC_FILE = NOT_IN_DIRECTORY | NOT_IN_LOCATION | NOT_IN_FILES;
export const NOT_IN_DIR_CONTEXT = NOT_IN_LIMIT | NOT_IN_DIR_LOC_FILE | NOT_IN_PROXY;
export const GLOBAL_ONLY = NOT_IN_VIRTUALHOST | NOT_IN_DIR_CONTEXT;

/** What the per-directory configuration that is being filled remembers of earlier directives. */
export interface Scope {
  /** Kind of the last of <If>, <ElseIf>, <Else>. */
  condition: 'if' | 'else' | null;
}

/** Where a directive stands, as `cmd_parms` tells its handler. */
export interface Place {
  /** OR_ and _CONF bits in force. */
  readonly override: number;
  /** Directives of AllowOverrideList, lower case. */
  readonly list: ReadonlySet<string> | null;
  /** Names that AllowOverride Options= permits, lower case; null: all. */
  readonly options: ReadonlySet<string> | null;
  readonly htaccess: boolean;
  readonly virtual: boolean;
  /** Whether it is within a section of directory kind or .htaccess (`cmd->path`); null: a fragment, either may hold. */
  readonly path: boolean | null;
  /** Methods that <Limit> leaves, a bit each; -1: all. */
  readonly limited: bigint;
  /** The container that bare Require lines fall into. */
  readonly require: 'any' | 'all' | 'none';
  /** The section around. */
  readonly parent: ApacheDirective | null;
  /** The place of that section. */
  readonly outer: Place | null;
  /** NOT_IN bits of the sections around. */
  readonly around: number;
  /** How many sections are around. */
  readonly depth: number;
  readonly scope: Scope;
  /** The top level of a fragment: any place may be meant. */
  readonly fragment: boolean;
}

/** httpd's complaint about a directive that refuses the place it stands in (`ap_check_cmd_context`); null: none. */
export function refusedPlace(command: ApacheCommand, forbidden: number, place: Place): string | null {
  // at the top of the main configuration nothing is refused
  if (place.outer === null && !place.htaccess) return null;
  const complaint = refusal(forbidden, place);
  if (complaint === null) return null;
  return `${command.name.startsWith('<') ? `${command.name}>` : command.name} cannot occur within ${complaint}`;
}

function refusal(forbidden: number, place: Place): string | null {
  if ((forbidden & NOT_IN_VIRTUALHOST) !== 0 && place.virtual) {
    return '<VirtualHost> section';
  }
  if ((forbidden & NOT_IN_DIR_CONTEXT) !== 0 && place.limited !== -1n) {
    return '<Limit> or <LimitExcept> section';
  }
  if ((forbidden & NOT_IN_HTACCESS) !== 0 && place.htaccess) return 'htaccess files';
  if ((forbidden & NOT_IN_DIR_LOC_FILE) === NOT_IN_DIR_LOC_FILE && place.path === true) {
    return 'directory context';
  }
  if ((forbidden & place.around) === 0) return null;
  const found =
    parent(place, forbidden & NOT_IN_DIRECTORY, directories) ??
    parent(place, forbidden & NOT_IN_LOCATION, locations) ??
    parent(place, forbidden & NOT_IN_FILES, files) ??
    parent(place, forbidden & NOT_IN_PROXY, proxies);
  return found === null ? null : `${found.name}> section`;
}

/** The nearest section around that has one of some names (lower case). */
export function sectionAround(place: Place, names: readonly string[]): ApacheDirective | null {
  for (let at: Place | null = place; at?.parent; at = at.outer) {
    if (names.includes(at.parent.name.toLowerCase())) return at.parent;
  }
  return null;
}

/** The inside of a section, with what it changes. */
export function within(place: Place, parent: ApacheDirective, changes: Partial<Place>): Place {
  return {
    override: changes.override ?? place.override,
    list: place.list,
    options: place.options,
    htaccess: place.htaccess,
    virtual: changes.virtual ?? place.virtual,
    path: changes.path === undefined ? place.path : changes.path,
    limited: changes.limited ?? place.limited,
    require: changes.require ?? place.require,
    parent,
    outer: place,
    around: place.around | bitOf(parent),
    depth: place.depth + 1,
    scope: changes.scope ?? place.scope,
    fragment: changes.fragment ?? place.fragment,
  };
}

const directories = ['<directory', '<directorymatch'];
const locations = ['<location', '<locationmatch'];
const files = ['<files', '<filesmatch', '<if', '<elseif', '<else'];
const proxies = ['<proxy', '<proxymatch'];

const bits: readonly (readonly [bit: number, names: readonly string[]])[] = [
  [NOT_IN_DIRECTORY, directories],
  [NOT_IN_LOCATION, locations],
  [NOT_IN_FILES, files],
  [NOT_IN_PROXY, proxies],
];

function bitOf(section: ApacheDirective): number {
  const name = section.name.toLowerCase();
  return bits.find(([, names]) => names.includes(name))?.[0] ?? 0;
}

function parent(place: Place, wanted: number, names: readonly string[]): ApacheDirective | null {
  return wanted === 0 || place.parent === null ? null : sectionAround(place, names);
}
