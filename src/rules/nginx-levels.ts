import type { LocationConf, NginxConfig, ServerConf, Settings } from '../model/nginx/config.ts';
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
/** The directive by which a level asks for a login: auth_basic with a file, or auth_request; null where it asks none. */
export function loginOf({ realm, userFile, authRequest }: Settings): Directive | null {
  if (realm && realm.value.text !== 'off' && userFile) return realm.origin;
  return authRequest?.value ? authRequest.origin : null;
}

/** Whether a level keeps some people out: by a login, by their address, or by being for nginx's own use. */
export function isShut({ settings }: LocationConf): boolean {
  return Boolean(settings.internal?.value || loginOf(settings) || settings.access?.some(({ allow }) => !allow));
}
