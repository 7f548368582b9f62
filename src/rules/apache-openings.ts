import type { Requirement } from '../model/apache/require.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import { directiveAt, type Level } from './apache-levels.ts';
import type { Unit } from './rule.ts';
import { causeOf } from './verdicts.ts';

/**
 * Why a place that means a login lets everybody in: its lines are passed over by AllowOverride, it has no Require that asks for one, a grant stands beside it, a
 * Location or another later section grants, or the request goes to a proxy for which the section does not count.
 */
export type Opening = 'passed-over' | 'no-require' | 'granted-beside' | 'location' | 'later-section' | 'proxied';

/** The opening of an open place, by what lets in; null: it is of another kind. */
export function openBy(unit: Unit, judged: JudgedPlace): Opening | null {
  if (judged.verdict !== 'open') return null;
  const place = judged.place.apache?.();
  const cause = causeOf(judged);
  if (!place || !cause) return null;
  const own = place.own.authz?.section;
  if (place.proxy !== null && (place.kind === 'folder' || place.kind === 'htaccess' || place.kind === 'file'))
    return 'proxied';
  const type = place.own.authn?.type?.origin;
  const held = place.settings.authn?.type?.origin;
  if (type && place.kind === 'htaccess' && (held?.start !== type.start || held.source.path !== type.source.path))
    return 'passed-over';
  if (!own || !leaves(own).some(asksForUser)) return 'no-require';
  const { where } = cause;
  if (cause.code !== 'apache-require-granted' || !where || !('source' in where)) return null;
  const granting = leaves(place.settings.authz?.section ?? own).find(
    ({ origin }) => origin.start === where.start && origin.source.path === where.source.path,
  );
  if (granting?.demand.kind !== 'all') return null;
  if (leaves(own).some(({ origin }) => origin.start === where.start && origin.source.path === where.source.path))
    return 'granted-beside';
  const level = directiveAt(unit, where.source, where.start)?.level;
  return level && sectionOf(level).startsWith('<location') ? 'location' : 'later-section';
}

type Leaf = Extract<Requirement, { kind: 'leaf' }>;

/** The Require lines of a requirement, in order. */
export function leaves(requirement: Requirement): Leaf[] {
  return requirement.kind === 'leaf' ? [requirement] : requirement.children.flatMap(leaves);
}

/** Whether a Require line asks who is there. */
export function asksForUser({ demand, negate }: Leaf): boolean {
  const { kind } = demand;
  return (
    !negate &&
    (kind === 'valid-user' ||
      kind === 'user' ||
      kind === 'group' ||
      kind === 'file-owner' ||
      kind === 'file-group' ||
      kind === 'elsewhere' ||
      (kind === 'expr' && demand.wantsUser))
  );
}

/** The section of directory kind that a level lies in, lower case with its bracket; '' at the top. */
function sectionOf(level: Level): string {
  for (let at: Level | null = level; at; at = at.outer) {
    const name = at.opening?.name.toLowerCase() ?? '';
    if (/^<(?:directory|location|files|proxy|if|elseif|else)(?:match)?$/.test(name)) return name;
  }
  return '';
}
