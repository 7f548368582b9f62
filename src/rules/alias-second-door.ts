import { openDoorsOf } from './apache-doors.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'alias-second-door',
  title: 'The protected files have a second URL without the login',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever takes the other URL gets the files without a login.',
    why: 'A Location protects a URL, not the files: an Alias, or the DocumentRoot itself, leads to the same folder by another one.',
    fix: 'put the login into a <Directory> section for the folder',
    fine: 'Where the other URL is public on purpose.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const {
      place,
      doors: [door],
    } of openDoorsOf(unit, 'alias')) {
      yield {
        message: `open to all at ${door.target}: this URL leads to what ${place.target} keeps behind a login`,
        where: place.where,
        scope: place.id,
        related: door.where ? [{ message: 'this makes the other URL', where: door.where }] : [],
      };
    }
  },
};
