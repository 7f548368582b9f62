import { type Directive, spanOf } from '../syntax/tree.ts';
import { requiring } from './apache-levels.ts';
import { openBy } from './apache-openings.ts';
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

function isGrant({ args }: Directive): boolean {
  return args[0]?.value.toLowerCase() === 'all' && args[1]?.value.toLowerCase() === 'granted';
}

function wantsUser({ args }: Directive): boolean {
  return /^(?:user|valid-user|group)$/i.test(args[0]?.value ?? '');
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
      cause: () => 'Require all granted makes the lines beside it needless, for bare Require lines are alternatives',
      related: (_, { place }) => [{ message: 'this Require is never come to', where: place.where }],
    });
    // beside an address no login is meant, but the line is as dead
    for (const { directive, level } of requiring(unit, 'all')) {
      if (!isGrant(directive)) continue;
      const opening = level.opening?.name.toLowerCase();
      if (opening === '<requireall' || opening === '<requirenone') continue;
      const beside = level.directives.filter((one) => one.name.toLowerCase() === 'require' && one !== directive);
      const narrow = beside.find(({ args }) => /^(?:ip|host|local|forward-dns)$/i.test(args[0]?.value ?? ''));
      if (!narrow || beside.some((one) => wantsUser(one)) || exempts(opening)) continue;
      yield {
        message: `open to all: Require all granted makes the lines beside it needless, for bare Require lines are alternatives`,
        where: spanOf(directive),
        related: [{ message: 'this Require is never come to', where: spanOf(narrow) }],
      };
    }
  },
};
