import type { Directive } from '../syntax/tree.ts';
import { type Level, type Met, named } from './apache-levels.ts';
import type { Unit } from './rule.ts';

/** AuthTypes of mod_auth_openidc. */
const types = /^(?:openid-connect|auth-openidc|oauth20|oauth2)$/i;

/** The sections that mod_auth_openidc guards. */
export function guardedByOidc(unit: Unit): readonly Met[] {
  return named(unit, 'authtype').filter(({ directive }) => types.test(directive.args[0]?.value ?? ''));
}

/** Whether all that could set up a provider is in sight: a whole configuration, its directives those of unseen modules at most. */
export function wholeInSight({ fragment, unseen }: Unit): boolean {
  return !fragment && unseen.every(({ code }) => code === 'apache-module-unseen');
}

/** A redirect URI: its host as written (null: relative) and its path; null where it holds a variable. */
export function redirectOf({
  args,
}: Directive): { readonly scheme: string | null; readonly host: string | null; readonly path: string } | null {
  const text = args[0]?.value ?? '';
  if (/[${}%]/.test(text)) return null;
  const match = /^(?:(https?):\/\/([^/:]+)(?::\d+)?)?(\/[^?#]*)/i.exec(text);
  return match && { scheme: match[1]?.toLowerCase() ?? null, host: match[2]?.toLowerCase() ?? null, path: match[3]! };
}

/** Whether a path lies in what a section guards; null: that cannot be told (a folder, a pattern, a condition). */
export function covers(level: Level, path: string): boolean | null {
  for (let at: Level | null = level; at?.opening; at = at.outer) {
    const { name, args } = at.opening;
    if (name.toLowerCase() === '<location') {
      const prefix = args[0]?.value ?? '';
      if (/[*?[~]/.test(prefix) || args.length > 1) return null;
      return prefix === '/' || path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
    }
    if (!/^<limit/i.test(name)) return null;
  }
  return level.htaccess ? null : true;
}
