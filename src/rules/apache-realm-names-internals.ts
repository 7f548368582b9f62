import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-realm-names-internals',
  title: 'The realm tells product and version',
  server: 'apache',
  severity: 'info',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'all',
  explains: [],
  docs: {
    visitor: 'The prompt tells every stranger what runs here.',
    why: 'AuthName goes out with each 401.',
    fix: 'write a neutral text',
    fine: 'Where the version says nothing.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, 'authname')) {
      if (!/\b[a-z][\w-]+[ /]v?\d+\.\d+/i.test(directive.args[0]?.value ?? '')) continue;
      yield {
        message: 'the prompt tells every stranger what runs here, and which version',
        where: directive,
      };
    }
  },
};
