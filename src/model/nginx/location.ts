import type { NginxDirective } from '../../syntax/nginx.ts';
import type { Directive } from '../../syntax/tree.ts';
import { compilePattern, type Pattern } from '../regex.ts';
import type { LocationConf, LocationKind, RewriteStep, Settings } from './config.ts';

// most levels have none of these, and making them for each would cost more than the rest of it
const noSteps: readonly RewriteStep[] = [];
const noDirectives: readonly Directive[] = [];
const noLocations: readonly LocationConf[] = [];
const noSettings: Settings = Object.freeze({});

/** The settings of a level as it says them itself, to be added to. */
export function writable(level: LocationConf): Settings {
  if (level.settings === noSettings) level.settings = {};
  return level.settings;
}

export function addLocation(level: LocationConf, location: LocationConf): void {
  if (level.locations === noLocations) level.locations = [location];
  else (level.locations as LocationConf[]).push(location);
}

/** Gives back the room that a list of locations has grown by and that its closed block will not need. */
export function trim(level: LocationConf): void {
  if (level.locations.length > 1) level.locations = level.locations.slice();
}

export function addStep(level: LocationConf, step: RewriteStep): void {
  if (level.steps === noSteps) level.steps = [step];
  else (level.steps as RewriteStep[]).push(step);
}

export function newLevel(
  kind: LocationKind,
  name: string,
  origin: NginxDirective,
  parent: LocationConf | null,
  pattern: Pattern | null = null,
): LocationConf {
  return {
    kind,
    name,
    pattern,
    origin,
    settings: noSettings,
    directives: noDirectives,
    own: nothing,
    tryFiles: null,
    handler: null,
    steps: noSteps,
    limitExcept: null,
    locations: noLocations,
    table: null,
    parent,
  };
}

/** Reads the arguments of `location`; a text is nginx's complaint. Source: ngx_http_core_location. */
export function locationOf(directive: NginxDirective, parent: LocationConf): LocationConf | string {
  const first = directive.value(0)!;
  const second = directive.value(1);
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

// Loops over the levels of a whole configuration count by index here and elsewhere: each of the few passes meets tens of
// thousands of mostly empty lists, and an iterator and its results for each are a quarter of all that is allocated.

/**
 * Fills what a level does not say itself from the level above. Source: the modules' merge_loc_conf functions. Gives
 * whether it or a level below has a word on who gets in.
 */
export function mergeLevel(level: LocationConf, above: Settings): boolean {
  level.own = level.settings === noSettings ? nothing : namesOf(level.settings);
  // most levels say nothing of their own: they share what stands above them
  level.settings = level.own === nothing ? above : merged(level.settings, above);
  let says = level.own !== nothing && saysAccess(level.own);
  const { settings } = level;
  const outer = level.parent?.handler ?? null;
  // only upstreams are taken over by a limit_except; an `if` keeps the location's handler as it runs
  if (level.kind === 'limit_except' && outer?.kind !== 'other') level.handler ??= outer;
  const { steps, locations } = level;
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index]!;
    if (step.do === 'if' && mergeLevel(step.location, settings)) says = true;
  }
  if (level.limitExcept && mergeLevel(level.limitExcept.location, settings)) says = true;
  for (let index = 0; index < locations.length; index++) if (mergeLevel(locations[index]!, settings)) says = true;
  return says;
}

function saysAccess(own: LocationConf['own']): boolean {
  return (
    own.has('realm') ||
    own.has('userFile') ||
    own.has('authRequest') ||
    own.has('satisfyAny') ||
    own.has('access') ||
    own.has('unseen')
  );
}

function merged(own: Settings, above: Settings): Settings {
  const all: { readonly [K in keyof Required<Settings>]: Settings[K] } = {
    realm: own.realm ?? above.realm,
    userFile: own.userFile ?? above.userFile,
    access: own.access ?? above.access,
    satisfyAny: own.satisfyAny ?? above.satisfyAny,
    authRequest: own.authRequest ?? above.authRequest,
    authRequestSet: own.authRequestSet ?? above.authRequestSet,
    errorPages: own.errorPages ?? above.errorPages,
    recursiveErrorPages: own.recursiveErrorPages ?? above.recursiveErrorPages,
    root: own.root ?? above.root,
    index: own.index ?? above.index,
    internal: own.internal ?? above.internal,
    interceptErrors: own.interceptErrors ?? above.interceptErrors,
    proxySetHeader: own.proxySetHeader ?? above.proxySetHeader,
    passRequestHeaders: own.passRequestHeaders ?? above.passRequestHeaders,
    proxyMethod: own.proxyMethod ?? above.proxyMethod,
    realIpFrom: own.realIpFrom ?? above.realIpFrom,
    realIpHeader: own.realIpHeader ?? above.realIpHeader,
    realIpRecursive: own.realIpRecursive ?? above.realIpRecursive,
    passedHeaders: own.passedHeaders ?? above.passedHeaders,
    hiddenHeaders: own.hiddenHeaders ?? above.hiddenHeaders,
    autoindex: own.autoindex ?? above.autoindex,
    referers: refererSetting(own, above),
    unseen: own.unseen ?? above.unseen,
  };
  return all as Settings;
}

/** Patterns are taken from above where a level has none. Source: ngx_http_referer_merge_conf. */
function refererSetting({ referers: own }: Settings, { referers: above }: Settings): Settings['referers'] {
  if (!own || !above) return own ?? above;
  const { patterns, serverPatterns } = own.value;
  const value = {
    ...own.value,
    patterns: patterns.length > 0 ? patterns : above.value.patterns,
    serverPatterns: serverPatterns || above.value.serverPatterns,
  };
  return { ...own, value };
}

const nothing: ReadonlySet<string> = new Set();
/** Sets of names by the names in their order: thousands of levels say the same few things. */
const sets = new Map<string, ReadonlySet<string>>([['', nothing]]);

function namesOf(settings: Settings): ReadonlySet<string> {
  let key = '';
  for (const name in settings) key += `${name} `;
  let names = sets.get(key);
  if (!names) {
    names = new Set(Object.keys(settings));
    sets.set(key, names);
  }
  return names;
}

/** Locations up to this many are compared one by one. */
const few = 8;

/** The first location that is there twice on its level. Source: ngx_http_init_locations. */
export function duplicateIn({ locations }: LocationConf): LocationConf | null {
  let twice: LocationConf | null = null;
  const seen = locations.length > few ? new Set<string>() : null;
  for (let index = 0; index < locations.length; index++) {
    const location = locations[index]!;
    if (twice === null && location.kind !== 'regex' && location.kind !== 'named') {
      const sort = sortOf(location);
      const key = seen ? `${sort} ${location.name}` : '';
      if (seen?.has(key)) twice = location;
      seen?.add(key);
      for (let other = seen ? index : 0; other < index; other++) {
        const { name } = locations[other]!;
        if (name === location.name && sortOf(locations[other]!) === sort) twice = location;
      }
    }
    // below a pattern nothing looks for twins
    if (location.locations.length > 0 && location.kind !== 'regex') twice ??= duplicateIn(location);
  }
  return twice;
}

/** Which table a location stands in. */
function sortOf({ kind }: LocationConf): 'exact' | 'named' | 'regex' | 'prefix' {
  return kind === 'exact' || kind === 'named' || kind === 'regex' ? kind : 'prefix';
}
