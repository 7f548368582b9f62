import type { LocationConf } from './config.ts';

/** Locations up to this many are looked through one by one: most levels have few, and maps for each cost more. */
const few = 8;

/** The locations of one level as they are searched; of two with one name the first counts. */
export class LocationTable {
  /** Those with a pattern, as they are tried. */
  readonly regex: readonly LocationConf[];
  readonly #all: readonly LocationConf[];
  readonly #maps: Maps | null;

  constructor(locations: readonly LocationConf[]) {
    this.#all = locations;
    // a copy has no room left over
    this.regex = locations.some(isRegex) ? locations.filter(isRegex).slice() : none;
    this.#maps = locations.length > few ? mapped(locations) : null;
  }

  exact(uri: string): LocationConf | null {
    if (this.#maps) return this.#maps.exact.get(uri) ?? null;
    for (let index = 0; index < this.#all.length; index++) {
      const one = this.#all[index]!;
      if (one.kind === 'exact' && one.name === uri) return one;
    }
    return null;
  }

  /** The prefix location of just this name. */
  plain(name: string): LocationConf | null {
    if (this.#maps) return this.#maps.prefix.get(name) ?? null;
    for (let index = 0; index < this.#all.length; index++) {
      const one = this.#all[index]!;
      if (isPrefix(one) && one.name === name) return one;
    }
    return null;
  }

  /** The prefix location with the longest name that a URI begins with. */
  prefix(uri: string): LocationConf | null {
    let longest: LocationConf | null = null;
    if (this.#maps) {
      for (const length of this.#maps.lengths) {
        if (length > uri.length) continue;
        longest = this.#maps.prefix.get(uri.slice(0, length)) ?? null;
        if (longest) break;
      }
      return longest;
    }
    for (let index = 0; index < this.#all.length; index++) {
      const one = this.#all[index]!;
      const { name } = one;
      if (isPrefix(one) && (longest === null || name.length > longest.name.length) && uri.startsWith(name))
        longest = one;
    }
    return longest;
  }

  /** The location of a name with an at sign. */
  named(name: string): LocationConf | null {
    if (this.#maps) return this.#maps.named.get(name) ?? null;
    for (const one of this.#all) if (one.kind === 'named' && one.name === name) return one;
    return null;
  }
}

interface Maps {
  readonly exact: ReadonlyMap<string, LocationConf>;
  readonly prefix: ReadonlyMap<string, LocationConf>;
  readonly named: ReadonlyMap<string, LocationConf>;
  /** Lengths of the prefixes, longest first. */
  readonly lengths: readonly number[];
}

function mapped(locations: readonly LocationConf[]): Maps {
  const exact = new Map<string, LocationConf>();
  const prefix = new Map<string, LocationConf>();
  const named = new Map<string, LocationConf>();
  for (const location of locations) {
    if (isRegex(location)) continue;
    const sort = isPrefix(location) ? prefix : location.kind === 'exact' ? exact : named;
    if (!sort.has(location.name)) sort.set(location.name, location);
  }
  const lengths = [...new Set([...prefix.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  return { exact, prefix, named, lengths };
}

const none: readonly LocationConf[] = [];

export function isRegex({ kind }: LocationConf): boolean {
  return kind === 'regex';
}

function isPrefix({ kind }: LocationConf): boolean {
  return kind === 'prefix' || kind === 'noregex';
}

const empty = new LocationTable(none);

/** The locations of a level as they are searched, made when first asked for. */
export function tableOf(level: LocationConf): LocationTable {
  // nginx makes no search tree below a pattern: only patterns inside it are ever tried
  if (level.table === null) {
    const searched = isRegex(level) ? level.locations.filter(isRegex) : level.locations;
    level.table = searched.length > 0 ? new LocationTable(searched) : empty;
  }
  return level.table;
}
