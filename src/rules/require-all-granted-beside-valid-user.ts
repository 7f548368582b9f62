import type { Requirement } from '../model/apache/require.ts';
import { sameStart, type Where } from '../text/source.ts';
import { openBy } from './apache-openings.ts';
import { isGrant, requiring, wantsAddress, wantsLogin } from './apache-requires.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-all-granted-beside-valid-user',
  title: 'Require all granted stands beside a narrower Require',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-require-granted'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'Bare Require lines of one section are alternatives: one that admits everybody is enough, and the others are dead.',
    fix: 'remove Require all granted, or put all lines in RequireAll',
    fine: 'Where the login is only offered, for example to know who is asking.',
  },
};

/** Whether a line stands in a <RequireAll>. */
function isWithinAll(requirement: Requirement | null, where: Where | null): boolean {
  if (requirement?.kind !== 'container') return false;
  const { op, children } = requirement;
  return children.some(
    (one) => isWithinAll(one, where) || (op === 'all' && one.kind === 'leaf' && sameStart(one.origin, where)),
  );
}

/** Within a container of alternatives the outcome hangs on what is around it. */
function exempts(opening: string | undefined): boolean {
  return opening === '<requireany' || opening === '<limit' || opening === '<limitexcept';
}

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromVerdicts(unit, meta, {
      when: (_, judged) => openBy(unit, judged) === 'granted-beside',
      cause: ({ where }, { place }) =>
        isWithinAll(place.apache?.()?.settings.authz?.section ?? null, where)
          ? 'whoever the <RequireAll> lets in needs no login, for it and the Require lines beside it are alternatives'
          : 'Require all granted makes the lines beside it needless, for bare Require lines are alternatives',
      help: ({ where }, { place }) =>
        isWithinAll(place.apache?.()?.settings.authz?.section ?? null, where)
          ? 'put the Require that asks for the login into the <RequireAll>'
          : null,
      related: (_, { place }) => [{ message: 'this Require is never reached', where: place.where }],
    });
    // beside an address no login is meant, but the line is as dead
    for (const { directive, level } of requiring(unit, 'all')) {
      if (!isGrant(directive)) continue;
      const opening = level.opening?.name.toLowerCase();
      if (opening === '<requireall' || opening === '<requirenone') continue;
      const narrow = level.directives.find(wantsAddress);
      if (!narrow || level.directives.some(wantsLogin) || exempts(opening)) continue;
      yield {
        message:
          'open to all: Require all granted makes the lines beside it needless, for bare Require lines are alternatives',
        where: directive,
        related: [{ message: 'this Require is never reached', where: narrow }],
      };
    }
  },
};
