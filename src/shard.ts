import type { Entry } from './discover/discover.ts';
import { basename, dirname } from './host/paths.ts';

/** One part of a fleet: shard `index` (from 1) of `of`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** `2/5`; null where it is nothing of the kind. */
export function shardOf(text: string): Shard | null {
  const match = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text);
  if (!match) return null;
  const [index, of] = [Number(match[1]), Number(match[2])];
  return index <= of ? { index, of } : null;
}

/**
 * Which entries are a shard's own, by their index. Fragments go with the main file whose folder they lie in, so that
 * what a main file includes is seldom judged elsewhere; where it is, `merge` leaves it out.
 */
export function ownEntries(entries: readonly Entry[], { index, of }: Shard): Set<number> {
  const homes = new Map<string, number>();
  const groupOf = (home: string): number => {
    const known = homes.get(home);
    if (known !== undefined) return known;
    homes.set(home, homes.size);
    return homes.size - 1;
  };
  for (const entry of entries) if (!entry.fragment) groupOf(homeOf(entry));
  const own = new Set<number>();
  for (const [at, entry] of entries.entries()) {
    const group = entry.fragment
      ? (enclosing(homes, localPath(entry)) ?? groupOf(homeOf(entry)))
      : groupOf(homeOf(entry));
    if (group % of === index - 1) own.add(at);
  }
  return own;
}

function enclosing(homes: ReadonlyMap<string, number>, path: string): number | null {
  for (let at = dirname(path); ; at = dirname(at)) {
    const group = homes.get(at);
    if (group !== undefined) return group;
    if (at === dirname(at)) return null;
  }
}

function homeOf(entry: Entry): string {
  const root = rootOf(entry);
  if (root !== null) return root;
  const folder = dirname(entry.path);
  return basename(folder) === 'conf' ? dirname(folder) : folder;
}

function rootOf({ mappings }: Entry): string | null {
  const root = mappings.find(({ from }) => from === '/');
  return root && root.to !== '/' ? root.to : null;
}

function localPath(entry: Entry): string {
  const root = rootOf(entry);
  return root === null || entry.path.startsWith(`${root}/`) ? entry.path : root + entry.path;
}
