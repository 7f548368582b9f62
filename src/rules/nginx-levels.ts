import type { Handler, LocationConf, NginxConfig, ServerConf, Settings } from '../model/nginx/config.ts';
import type { Value } from '../model/nginx/value.ts';
import { byWriting } from '../model/nginx/written.ts';
import { oncePer } from '../once.ts';
import type { Directive } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { loginOf } from './nginx-logins.ts';
import type { Unit } from './rule.ts';

/** A level of a server: its own, a location, an `if` or a limit_except block. */
export interface ServerLevel {
  readonly server: ServerConf;
  readonly level: LocationConf;
  /** Its place among all levels; those below it follow, up to `end`. */
  readonly index: number;
  readonly end: number;
}

/** All levels of a configuration, outer ones first, and those that rules look for; each list is in that order. */
interface Index {
  readonly levels: readonly ServerLevel[];
  /** By the names of the directives that stand on them. */
  readonly byName: ReadonlyMap<string, readonly ServerLevel[]>;
  /** By the settings that they say themselves. */
  readonly bySetting: ReadonlyMap<string, readonly ServerLevel[]>;
  /** By the kind of what makes their content. */
  readonly byHandler: ReadonlyMap<string, readonly ServerLevel[]>;
  /** Those that ask for a login. */
  readonly asking: readonly ServerLevel[];
  /** The servers' own levels. */
  readonly servers: ReadonlyMap<ServerConf, ServerLevel>;
  /** What stands above the servers. */
  readonly tops: ReadonlySet<LocationConf>;
}

/** What all rules look up, made in one walk; null for another server's unit. */
const indexOf = oncePer(({ nginx }: Unit): Index | null => nginx && makeIndex(nginx.config));

function makeIndex(config: NginxConfig): Index {
  const levels: ServerLevel[] = [];
  const byName = new Map<string, ServerLevel[]>();
  const bySetting = new Map<string, ServerLevel[]>();
  const byHandler = new Map<string, ServerLevel[]>();
  const asking: ServerLevel[] = [];
  const servers = new Map<ServerConf, ServerLevel>();
  const tops = new Set<LocationConf>();
  const visit = (server: ServerConf, level: LocationConf): void => {
    const one = { server, level, index: levels.length, end: 0 };
    levels.push(one);
    const { directives, own, steps, locations } = level;
    // by index: an iterator for each of so many short lists costs more than the look
    for (let index = 0; index < directives.length; index++) note(byName, directives[index]!.name, one);
    if (own.size > 0) for (const setting of own) note(bySetting, setting, one);
    if (level.handler) note(byHandler, level.handler.kind, one);
    if (loginOf(level.settings)) asking.push(one);
    for (let index = 0; index < steps.length; index++) {
      const step = steps[index]!;
      if (step.do === 'if') visit(server, step.location);
    }
    if (level.limitExcept) visit(server, level.limitExcept.location);
    for (let index = 0; index < locations.length; index++) visit(server, locations[index]!);
    one.end = levels.length;
  };
  for (const server of config.servers) {
    for (let at = server.level.parent; at && !tops.has(at); at = at.parent) tops.add(at);
    const first = levels.length;
    visit(server, server.level);
    servers.set(server, levels[first]!);
  }
  return { levels, byName, bySetting, byHandler, asking, servers, tops };
}

function note(map: Map<string, ServerLevel[]>, key: string, one: ServerLevel): void {
  const list = map.get(key);
  if (!list) map.set(key, [one]);
  else if (list[list.length - 1] !== one) list.push(one);
}

/** The levels listed under any of the keys. */
function listed(map: ReadonlyMap<string, readonly ServerLevel[]> | undefined, keys: readonly string[]) {
  const lists = keys.flatMap((key) => (map?.has(key) ? [map.get(key)!] : []));
  return lists.length < 2 ? (lists[0] ?? []) : [...new Set(lists.flat())].sort((a, b) => a.index - b.index);
}

/** Every level of every server. */
export function levelsOf(unit: Unit): readonly ServerLevel[] {
  return indexOf(unit)?.levels ?? [];
}

/** Every level of one server, its own first. */
export function levelsIn(unit: Unit, server: ServerConf): readonly ServerLevel[] {
  const index = indexOf(unit);
  const own = index?.servers.get(server);
  return index && own ? index.levels.slice(own.index, own.end) : [];
}

/** Levels on which a directive of one of the names stands. */
export function levelsWith(unit: Unit, ...names: readonly string[]): readonly ServerLevel[] {
  return listed(indexOf(unit)?.byName, names);
}

/** Levels that say one of the settings themselves. */
export function levelsSaying(unit: Unit, ...settings: readonly (keyof Settings)[]): readonly ServerLevel[] {
  return listed(indexOf(unit)?.bySetting, settings);
}

/** Levels whose content a handler of one of the kinds makes. */
export function levelsServedBy(unit: Unit, ...kinds: readonly Handler['kind'][]): readonly ServerLevel[] {
  return listed(indexOf(unit)?.byHandler, kinds);
}

/** Levels that ask for a login (`loginOf`). */
export function levelsAsking(unit: Unit): readonly ServerLevel[] {
  return indexOf(unit)?.asking ?? [];
}

/**
 * Levels on which a directive of one of the names may be in effect, since one stands there or above. `which`: which of
 * the directives count.
 */
export function levelsUnder(
  unit: Unit,
  names: readonly string[],
  which: (directive: Directive) => boolean = () => true,
): readonly ServerLevel[] {
  const index = indexOf(unit);
  if (!index) return [];
  const has = ({ directives }: LocationConf): boolean =>
    directives.some((one) => names.includes(one.name) && which(one));
  if ([...index.tops].some(has)) return index.levels;
  const found: ServerLevel[] = [];
  let next = 0;
  for (const { level, index: first, end } of levelsWith(unit, ...names)) {
    if (first < next || !has(level)) continue;
    for (next = first; next < end; next++) found.push(index.levels[next]!);
  }
  return found;
}

/** A directive that each kind of upstream has under its own name. */
export function ofUpstreams(name: string): readonly string[] {
  return ['proxy', 'fastcgi', 'uwsgi', 'scgi', 'grpc'].map((kind) => `${kind}_${name}`);
}

/** What people call a level: the location as written, or the server's name. */
export function place(level: LocationConf): string {
  if (level.kind === 'if' || level.kind === 'limit_except') return place(level.parent!);
  return level.kind === 'server' ? 'the whole server' : locationShown(level.origin);
}

const locationShown = byWriting(({ args }) => printable(`location ${args.map(({ value }) => value).join(' ')}`));

/** Names of all variables that stand in any argument (or line of a map), without the dollar sign. */
export const variablesUsed = oncePer(({ directives }: Unit): ReadonlySet<string> => {
  const used = new Set<string>();
  const note = (text: string): void => {
    if (text.includes('$')) for (const [, name] of text.matchAll(/\$\{?(\w+)/g)) used.add(name!);
  };
  const visit = (list: readonly Directive[]): void => {
    for (const { name, args, children } of list) {
      note(name);
      for (const { value } of args) note(value);
      if (children) visit(children);
    }
  };
  visit(directives);
  return used;
});

/** What `set` gives a variable on the way to a level; null where it is not set there. */
export function setTo(server: ServerConf, level: LocationConf, name: string): Value | null {
  const steps = [...server.level.steps, ...level.steps];
  const said = steps.findLast((step) => step.do === 'set' && step.name === name);
  return said?.do === 'set' ? said.value : null;
}
