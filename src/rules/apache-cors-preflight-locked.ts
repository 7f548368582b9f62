import { sameStart } from '../text/source.ts';
import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-cors-preflight-locked',
  title: 'The preflight of another site’s script meets the login',
  server: 'apache',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Scripts of other sites cannot use the place: the browser’s OPTIONS request gets 401 and it gives up.',
    why: 'A preflight never carries a login, and the Require counts for OPTIONS as well, though Access-Control headers invite other sites.',
    fix: 'wrap the Require in <LimitExcept OPTIONS>',
    fine: 'Where no request of theirs needs a preflight.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const invites = named(unit, 'header').filter(({ directive }) =>
      directive.args.some(({ value }) => /^access-control-allow-(?:headers|methods)$/i.test(value)),
    );
    if (invites.length === 0) return;
    for (const { answer, target, where } of unit.apache?.publicCalls('preflight') ?? []) {
      if (answer.status !== 401) continue;
      const invite =
        invites.find(({ level }) => level.opening !== null && level.directives.some((one) => sameStart(one, where))) ??
        invites.find(({ level }) => level.opening === null && !level.htaccess);
      if (!invite) continue;
      yield {
        message: `scripts of other sites get 401 at ${target}: the browser’s preflight (OPTIONS) carries no login`,
        where,
        related: [{ message: 'this header invites them', where: invite.directive }],
      };
    }
  },
};
