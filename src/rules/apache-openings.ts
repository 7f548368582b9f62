import type { Requirement } from '../model/apache/require.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import { sameStart } from '../text/source.ts';
import { directiveAt, type Level } from './apache-levels.ts';
import { pathInName } from './files-section-with-slash.ts';
import type { Unit } from './rule.ts';
import { causeOf } from './verdicts.ts';

/**
 * Why a place that means a login lets everybody in: its lines are passed over by AllowOverride, no file has such a name,
 * it has no Require that asks for one, a grant stands beside it, a Location grants, or the request goes to a proxy for
 * which the section does not count.
 */
type Opening = 'passed-over' | 'no-file' | 'no-require' | 'granted-beside' | 'location' | 'proxied';

/** The opening of an open place, by what lets in; null: it is of another kind. */
export function openBy(unit: Unit, judged: JudgedPlace): Opening | null {
  if (judged.verdict !== 'open') return null;
  const place = judged.place.apache?.();
  const cause = causeOf(judged);
  if (!place || !cause) return null;
  const own = place.own.authz?.section;
  if (place.kind === 'file' && place.section && pathInName(place.section) !== null) return 'no-file';
  if (place.proxy !== null && (place.kind === 'folder' || place.kind === 'htaccess' || place.kind === 'file'))
    return 'proxied';
  const type = place.own.authn?.type?.origin;
  if (type && place.kind === 'htaccess' && !sameStart(place.settings.authn?.type?.origin, type)) return 'passed-over';
  if (!own || !asksForLogin(own)) return 'no-require';
  if (cause.code !== 'apache-require-granted') return null;
  const grants = ({ origin }: Leaf): boolean => sameStart(origin, cause.where);
  if (leaves(place.settings.authz?.section ?? own).find(grants)?.demand.kind !== 'all') return null;
  if (leaves(own).some(grants)) return 'granted-beside';
  const level = directiveAt(unit, cause.where)?.level;
  return level && sectionOf(level).startsWith('<location') ? 'location' : null;
}

type Leaf = Extract<Requirement, { kind: 'leaf' }>;

/** The Require lines of a requirement, in order. */
export function leaves(requirement: Requirement): Leaf[] {
  return requirement.kind === 'leaf' ? [requirement] : requirement.children.flatMap(leaves);
}

/** Whether any Require line of a requirement asks who is there. */
export function asksForLogin(requirement: Requirement): boolean {
  return leaves(requirement).some(asksForUser);
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
