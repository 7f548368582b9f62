import { leaves } from './apache-openings.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-method-opens',
  title: 'Require method beside a login lets everybody read',
  server: 'apache',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Everybody gets in without a login by the methods that are named.',
    why: 'Bare Require lines are alternatives: for those methods the first line is enough.',
    fix: 'put both in RequireAll, or take Require method away',
    fine: 'Where reading is open and writing asks for a login on purpose, as for WebDAV or Subversion.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const judged of unit.places) {
      const { place, openDoors } = judged;
      const section = place.apache?.()?.own.authz?.section;
      const line = section && leaves(section).find(({ demand, negate }) => !negate && demand.kind === 'method');
      if (!line || !openDoors().some(({ kind, target }) => kind === 'method' && target === 'GET')) continue;
      yield {
        message: `open to all for reading at ${place.target}: Require method is enough by itself for the methods that it names`,
        help: 'put both in RequireAll; or write <LimitExcept> around the login, which says that reading is open',
        where: line.origin,
        scope: place.id,
      };
    }
  },
};
