import { printable } from '../text/printable.ts';
import { type Level, named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'multiple-authuserfile',
  title: 'Two AuthUserFile lines in one section',
  server: 'apache',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Users of the first file get 401.',
    why: 'The last AuthUserFile of a section counts alone: files do not add up.',
    fix: 'put all users into one file, or give each file a provider of its own with <AuthnProviderAlias>',
    fine: 'Where both lines stand in branches of which one is taken.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const name of ['authuserfile', 'authgroupfile']) {
      const seen = new Set<Level>();
      const again = new Set<Level>();
      for (const { level } of named(unit, name)) (seen.has(level) ? again : seen).add(level);
      for (const level of again) {
        const lines = level.directives.filter((one) => one.name.toLowerCase() === name);
        const last = lines.at(-1);
        for (const line of lines.slice(0, -1)) {
          const file = line.args[0]?.value ?? '';
          if (file === last!.args[0]?.value) continue;
          yield {
            message: `401 for the users of ${printable(file)}: only the last ${line.name} of a section counts`,
            where: line,
            related: [{ message: 'this line counts', where: last! }],
          };
        }
      }
    }
  },
};
