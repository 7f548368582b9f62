import { openBy } from './apache-openings.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'location-overrides-directory',
  title: 'A Location lets everybody in where a folder asks for a login',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-require-granted'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'Location sections are merged after Directory sections and .htaccess, and their Require takes the place of the folder’s.',
    fix: 'remove Require all granted from the Location, or put the login into it',
    fine: 'Where the folder is to be open under that URL alone.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      when: (_, judged) => openBy(unit, judged) === 'location',
      cause: () => 'the Require of a Location takes the place of the one that asks for a login',
      related: (_, { place }) => [{ message: 'this Require is overridden', where: place.where }],
    }),
};
