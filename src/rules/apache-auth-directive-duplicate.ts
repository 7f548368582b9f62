import type { Directive } from '../syntax/tree.ts';
import { levelsOf } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-auth-directive-duplicate',
  title: 'A setting of the login stands twice in one section',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Nothing changes where both say the same; else the last one counts alone.',
    why: 'Each of these directives has one value in a section, and a second line takes the place of the first.',
    fix: 'remove one of them',
    fine: 'Never needed.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directives } of levelsOf(unit)) {
      const seen = new Map<string, Directive>();
      for (const directive of directives) {
        const name = directive.name.toLowerCase();
        if (!/^(?:authtype|authname|authuserfile|authgroupfile|authmerging|authbasicauthoritative|satisfy)$/.test(name))
          continue;
        const first = seen.get(name);
        const differs = first && first.args[0]?.value !== directive.args[0]?.value;
        seen.set(name, directive);
        // two different files lock users out, which multiple-authuserfile says
        if (!first || (differs && /file$/.test(name))) continue;
        yield {
          message: `${differs ? 'the last one counts alone' : 'answers as meant'}: ${directive.name} stands twice in this section`,
          where: directive,
          related: [{ message: 'the first one', where: first }],
        };
      }
    }
  },
};
