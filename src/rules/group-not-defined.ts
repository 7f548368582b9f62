import { printable } from '../text/printable.ts';
import { hasComma, namedAt } from './apache-names.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'group-not-defined',
  title: 'Require group names a group that is not in the group file',
  server: 'apache',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Members of that group get 401; other names on the line go on to work.',
    why: 'The group is misspelt or its line was never written. (Where nobody at all gets in, group-not-member says so.)',
    fix: 'add a line such as ops: ann bob to the group file, or correct the name',
    fine: 'Where the group is added later.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    // a line without its colon is that mistake, and the group is on it
    if (unit.groups.some(({ totals }) => totals.has('group-no-colon'))) return;
    for (const judged of unit.places) {
      if (judged.verdict === 'locked-out') continue;
      for (const { kind, directive, unknown } of namedAt(judged)) {
        const missing = unknown?.filter((name) => !name.startsWith('#')) ?? [];
        if (kind !== 'group' || missing.length === 0 || hasComma(directive)) continue;
        yield {
          message: `401 for everyone of group ${missing.map((one) => printable(one)).join(', ')} at ${judged.place.target}: the group file has no such line`,
          help: `add a line such as ${printable(missing[0]!)}: ann bob to the group file, or correct the name`,
          where: directive,
        };
      }
    }
  },
};
