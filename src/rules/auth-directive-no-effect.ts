import { levelsOf } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-directive-no-effect',
  title: 'A setting of another way to log in',
  server: 'apache',
  severity: 'info',
  confidence: 'high',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'The line has no effect.',
    why: 'It belongs to an AuthType or a provider that is not in effect in this section.',
    fix: 'remove it',
    fine: 'Where a section below uses it.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directives } of levelsOf(unit)) {
      const value = (wanted: string): string | undefined =>
        directives.findLast(({ name }) => name.toLowerCase() === wanted)?.args[0]?.value.toLowerCase();
      const type = value('authtype');
      if (type !== 'basic' && type !== 'digest') continue;
      for (const directive of directives) {
        const other = type === 'basic' ? /^authdigest/i : /^authbasic/i;
        if (!other.test(directive.name)) continue;
        yield {
          message: `${directive.name} has no effect: AuthType ${type === 'basic' ? 'Basic' : 'Digest'} is in effect here`,
          help: 'remove it, or change AuthType',
          where: directive,
        };
      }
    }
  },
};
