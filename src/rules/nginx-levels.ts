import type { LocationConf, NginxConfig, ServerConf } from '../model/nginx/config.ts';
import type { Directive } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import type { Unit } from './rule.ts';

/** A level of a server: its own, a location, an `if` or a limit_except block. */
export interface ServerLevel {
  readonly server: ServerConf;
  readonly level: LocationConf;
}

const walked = new WeakMap<NginxConfig, readonly ServerLevel[]>();

/** Every level of every server, outer ones first; walked once for all rules. Empty for another server's unit. */
export function levelsOf({ nginx }: Unit): readonly ServerLevel[] {
  if (!nginx) return [];
  const known = walked.get(nginx.config);
  if (known) return known;
  const levels: ServerLevel[] = [];
  const visit = (server: ServerConf, level: LocationConf): void => {
    levels.push({ server, level });
    for (const step of level.steps) if (step.do === 'if') visit(server, step.location);
    if (level.limitExcept) visit(server, level.limitExcept.location);
    for (const location of level.locations) visit(server, location);
  };
  for (const server of nginx.config.servers) visit(server, server.level);
  walked.set(nginx.config, levels);
  return levels;
}

const byName = new WeakMap<LocationConf, ReadonlyMap<string, readonly Directive[]>>();
const none: readonly Directive[] = [];

/** The directives of a name that stand on a level itself. */
export function standing(level: LocationConf, name: string): readonly Directive[] {
  let names = byName.get(level);
  if (!names) {
    const made = new Map<string, Directive[]>();
    for (const directive of level.directives) {
      const list = made.get(directive.name);
      if (list) list.push(directive);
      else made.set(directive.name, [directive]);
    }
    byName.set(level, made);
    names = made;
  }
  return names.get(name) ?? none;
}

/**
 * The directives of a name in effect on a level: its own, else those of the nearest level above that has any, as
 * nginx's merge functions take them. Not for what does not inherit (return, rewrite, proxy_pass, try_files).
 */
export function inEffect(level: LocationConf, name: string): readonly Directive[] {
  for (let at: LocationConf | null = level; at; at = at.parent) {
    const own = standing(at, name);
    if (own.length > 0) return own;
  }
  return none;
}

/** What people call a level: the location as written, or the server's name. */
export function place(level: LocationConf): string {
  if (level.kind === 'if' || level.kind === 'limit_except') return place(level.parent!);
  return level.kind === 'server'
    ? 'the whole server'
    : printable(`location ${level.origin.args.map(({ value }) => value).join(' ')}`);
}

const variables = new WeakMap<readonly Directive[], ReadonlySet<string>>();

/** Names of all variables that stand in any argument (or line of a map), without the dollar sign. */
export function variablesUsed({ directives }: Unit): ReadonlySet<string> {
  const known = variables.get(directives);
  if (known) return known;
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
  variables.set(directives, used);
  return used;
}
