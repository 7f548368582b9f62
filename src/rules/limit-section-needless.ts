import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'limit-section-needless',
  title: 'A Limit that lists every usual method',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Methods that are not on the list are let through all the same.',
    why: 'A Require without <Limit> counts for all methods.',
    fix: 'take the <Limit> away',
    fine: 'Never needed.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, '<limit')) {
      const methods = new Set(directive.args.map(({ value }) => value.toUpperCase()));
      if (!['GET', 'POST', 'PUT', 'DELETE'].every((method) => methods.has(method))) continue;
      if (!directive.children?.some(({ name }) => /^(?:require|deny|order)$/i.test(name))) continue;
      yield {
        message: 'methods that are not listed are let through: without <Limit> the lines count for all methods',
        where: directive,
      };
    }
  },
};
