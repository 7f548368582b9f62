import type { Directive } from '../../syntax/tree.ts';
import { compilePattern, type Pattern } from '../apache/regex.ts';
import type { LocationConf, LocationKind, LocationTable, Settings } from './config.ts';

export function newLevel(
  kind: LocationKind,
  name: string,
  origin: Directive,
  parent: LocationConf | null,
  pattern: Pattern | null = null,
): LocationConf {
  return {
    kind,
    name,
    pattern,
    origin,
    settings: {},
    directives: [],
    own: new Set(),
    tryFiles: null,
    handler: null,
    steps: [],
    limitExcept: null,
    locations: [],
    table: null,
    parent,
  };
}

/** Reads the arguments of `location`; a text is nginx's complaint. Source: ngx_http_core_location. */
export function locationOf(directive: Directive, parent: LocationConf): LocationConf | string {
  const [first, second] = directive.args.map(({ value }) => value) as [string, string | undefined];
  let kind: LocationKind = 'prefix';
  let name = first;
  let insensitive = false;
  if (second !== undefined) {
    name = second;
    if (first === '=') kind = 'exact';
    else if (first === '^~') kind = 'noregex';
    else if (first === '~' || first === '~*') {
      kind = 'regex';
      insensitive = first === '~*';
    } else return `invalid location modifier "${first}"`;
  } else if (first.startsWith('=')) [kind, name] = ['exact', first.slice(1)];
  else if (first.startsWith('^~')) [kind, name] = ['noregex', first.slice(2)];
  else if (first.startsWith('~*')) [kind, name, insensitive] = ['regex', first.slice(2), true];
  else if (first.startsWith('~')) [kind, name] = ['regex', first.slice(1)];
  else if (first.startsWith('@')) kind = 'named';
  let pattern: Pattern | null = null;
  if (kind === 'regex') {
    pattern = compilePattern(name, insensitive);
    if (!pattern) return `pcre_compile() failed in "${name}"`;
  }
  if (parent.kind !== 'server') {
    if (parent.kind === 'exact') return `location "${name}" cannot be inside the exact location "${parent.name}"`;
    if (parent.kind === 'named') return `location "${name}" cannot be inside the named location "${parent.name}"`;
    if (kind === 'named') return `named location "${name}" can be on the server level only`;
    if (!pattern && !name.startsWith(parent.name)) return `location "${name}" is outside location "${parent.name}"`;
  }
  return newLevel(kind, name, directive, parent, pattern);
}

/** Fills what a level does not say itself from the level above. Source: the modules' merge_loc_conf functions. */
export function mergeLevel(level: LocationConf, above: Settings): void {
  const settings = level.settings;
  level.own = new Set(Object.keys(settings));
  for (const key of Object.keys(above) as (keyof Settings)[]) {
    if (settings[key] === undefined) Object.assign(settings, { [key]: above[key] });
  }
  const outer = level.parent?.handler ?? null;
  // only upstreams are taken over by a limit_except; an `if` keeps the location's handler as it runs
  if (level.kind === 'limit_except' && outer?.kind !== 'other') level.handler ??= outer;
  for (const step of level.steps) if (step.do === 'if') mergeLevel(step.location, settings);
  if (level.limitExcept) mergeLevel(level.limitExcept.location, settings);
  for (const location of level.locations) mergeLevel(location, settings);
}

/** Sorts the locations of a level for the search; gives the first that is there twice. Source: ngx_http_init_locations. */
export function tabulate(level: LocationConf): LocationConf | null {
  let twice: LocationConf | null = null;
  const exact = new Map<string, LocationConf>();
  const prefix = new Map<string, LocationConf>();
  const named = new Map<string, LocationConf>();
  const regex: LocationConf[] = [];
  for (const location of level.locations) {
    const table = location.kind === 'exact' ? exact : location.kind === 'named' ? named : prefix;
    if (location.kind === 'regex') regex.push(location);
    else if (table.has(location.name)) twice ??= location;
    else table.set(location.name, location);
    twice ??= tabulate(location);
  }
  const lengths = [...new Set([...prefix.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  level.table = level.locations.length > 0 ? { exact, prefix, lengths, regex, named } : empty;
  return twice;
}

const empty: LocationTable = { exact: new Map(), prefix: new Map(), lengths: [], regex: [], named: new Map() };
