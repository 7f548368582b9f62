import type { Guard } from '../model/apache/config.ts';
import { oncePer } from '../once.ts';
import type { Directive } from '../syntax/tree.ts';
import type { Source, Where } from '../text/source.ts';
import type { Unit } from './rule.ts';

/** Directives that stand together: the top of a file, or the inside of a section. */
export interface Level {
  /** The section's opening line; null: the top. */
  readonly opening: Directive | null;
  readonly outer: Level | null;
  readonly directives: readonly Directive[];
  /** The .htaccess file that it is part of; null: the configuration. */
  readonly htaccess: Source | null;
  /** The `<VirtualHost>` around; null: none. */
  readonly host: Directive | null;
}

/** A directive and where it stands. */
export interface Met {
  readonly directive: Directive;
  readonly level: Level;
}

/** All directives of one name, in order: each with its level, which stands at the same index. */
interface Namesakes {
  readonly directives: Directive[];
  readonly levels: Level[];
  /** Both as one, made when a rule asks for the name. */
  met: readonly Met[] | null;
}

/** All directives of an Apache configuration, by name and by level. */
interface Walk {
  readonly levels: readonly Level[];
  readonly byName: ReadonlyMap<string, Namesakes>;
}

/** The one walk over a unit's directives that all rules share. */
const walkOf = oncePer((unit: Unit): Walk => (unit.server === 'apache' ? walkOver(unit) : nothing));
const nothing: Walk = { levels: [], byName: new Map() };

function walkOver(unit: Unit): Walk {
  const levels: Level[] = [];
  const byName = new Map<string, Namesakes>();
  /** By the names as they are written, which are few and the same over and over. */
  const written = new Map<string, Namesakes>();
  const namesakesOf = (name: string): Namesakes => {
    const key = name.toLowerCase();
    const namesakes = byName.get(key) ?? { directives: [], levels: [], met: null };
    byName.set(key, namesakes);
    written.set(name, namesakes);
    return namesakes;
  };
  const visit = (level: Level): void => {
    levels.push(level);
    for (const directive of level.directives) {
      const { name, children } = directive;
      const namesakes = written.get(name) ?? namesakesOf(name);
      namesakes.directives.push(directive);
      namesakes.levels.push(level);
      if (children === null) continue;
      const host = namesakes === hosts ? directive : level.host;
      visit({ opening: directive, outer: level, directives: children, htaccess: level.htaccess, host });
    }
  };
  const hosts = namesakesOf('<virtualhost');
  const files = unit.apache?.htaccess() ?? [];
  const own = new Set(files.map(({ source }) => source));
  const top = { opening: null, outer: null, host: null };
  visit({ ...top, directives: unit.directives.filter(({ source }) => !own.has(source)), htaccess: null });
  for (const { source, directives } of files) visit({ ...top, directives, htaccess: source });
  return { levels, byName };
}

/** Levels in the order of the configuration, outer ones first. */
export function levelsOf(unit: Unit): readonly Level[] {
  return walkOf(unit).levels;
}

/** Every directive of one of the names (lower case, sections with their bracket), with where it stands. */
export function named(unit: Unit, ...names: readonly string[]): readonly Met[] {
  const { byName } = walkOf(unit);
  const met = (name: string): readonly Met[] => {
    const namesakes = byName.get(name);
    if (!namesakes) return [];
    const { directives, levels } = namesakes;
    namesakes.met ??= directives.map((directive, index) => ({ directive, level: levels[index]! }));
    return namesakes.met;
  };
  return names.length === 1 ? met(names[0]!) : names.flatMap(met);
}

/** The sections of the configuration and of .htaccess files that are decided as they are read (<IfModule> and its kin). */
export function guardsOf({ apache }: Unit): readonly Guard[] {
  return apache ? [...apache.guards, ...apache.htaccess().flatMap(({ guards }) => guards)] : [];
}

/** Whether a level is where a login by form ends: its session is meant to be over at once. */
export function endsSession({ directives }: Level): boolean {
  return directives.some(
    ({ name, args }) => name.toLowerCase() === 'sethandler' && args[0]?.value.toLowerCase() === 'form-logout-handler',
  );
}

/** The directives by the path of their file, then by offset. */
const startsOf = oncePer((unit: Unit): ReadonlyMap<string, ReadonlyMap<number, Met>> => {
  const byPath = new Map<string, Map<number, Met>>();
  for (const met of named(unit, ...walkOf(unit).byName.keys())) {
    const { source, start } = met.directive;
    const own = byPath.get(source.path) ?? new Map<number, Met>();
    byPath.set(source.path, own.set(start, met));
  }
  return byPath;
});

/** The directive that begins at a place; one file may have been read several times. Null: none does. */
export function directiveAt(unit: Unit, where: Where | null): Met | null {
  return where && 'source' in where ? (startsOf(unit).get(where.source.path)?.get(where.start) ?? null) : null;
}
