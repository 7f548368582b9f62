import type { Door } from '../predict/answer.ts';
import type { Directive } from '../syntax/tree.ts';
import type { Where } from '../text/source.ts';
import { directiveAt, type Level } from './apache-levels.ts';
import { leaves } from './apache-openings.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta, Unit } from './rule.ts';

const meta: RuleMeta = {
  id: 'limit-method-bypass',
  title: 'Limit asks for a login for some methods only',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-require-other-methods'],
  docs: {
    visitor: 'Whoever sends another method gets in without a login.',
    why: 'The Require lines within <Limit> count for the methods that it names; every other method, unknown ones included, is let through.',
    fix: 'take the <Limit> away; or write <LimitExcept> for what is to be open',
    fine: 'Where reading is open to all on purpose and all writing methods ask for a login.',
  },
};

const reading: ReadonlySet<string> = new Set(['GET', 'OPTIONS', 'PROPFIND', 'REPORT']);

/** The <Limit> or <LimitExcept> that a Require stands in. */
function limitAround(unit: Unit, where: Where): Directive | null {
  for (let at: Level | null = directiveAt(unit, where)?.level ?? null; at; at = at.outer) {
    if (at.opening?.name.toLowerCase().startsWith('<limit')) return at.opening;
  }
  return null;
}

function namesOf(doors: readonly Door[]): string {
  return doors.map(({ target }) => target).join(', ');
}

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromVerdicts(unit, meta, { help: 'take the <Limit> away' });
    for (const judged of unit.places) {
      const section = judged.place.apache?.()?.settings.authz?.section;
      // looked at first, since asking at the doors costs more
      if (!section || (section.methods === null && section.children.every(({ methods }) => methods === null))) continue;
      // Require method is another way to say so, and a rule of its own
      if (leaves(section).some(({ demand }) => demand.kind === 'method')) continue;
      const open = judged.openDoors().filter(({ kind }) => kind === 'method');
      const writes = open.filter(({ target }) => !reading.has(target));
      if (writes.length === 0) continue;
      const limit = limitAround(unit, judged.place.where);
      yield {
        message: `open to all for other methods at ${judged.place.target}: ${namesOf(writes)} and others ask for no login, for the Require counts for some methods only`,
        where: limit ?? judged.place.where,
        scope: judged.place.id,
      };
    }
  },
};
