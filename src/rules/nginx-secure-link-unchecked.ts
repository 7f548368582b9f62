import { standing } from '../model/nginx/levels.ts';
import { levelsWith, variablesUsed } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-secure-link-unchecked',
  title: 'secure_link is computed and nothing looks at the result',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets the files, with a signed link or without.',
    why: 'secure_link only sets $secure_link: empty for a wrong link, 0 for one that has expired. Refusing is up to the configuration.',
    fix: 'add if ($secure_link = "") { return 403; } and if ($secure_link = "0") { return 410; }',
    fine: 'Where the application behind looks at the value; pass it on and it is not reported.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsWith(unit, 'secure_link')) {
      const [link] = standing(level, 'secure_link');
      if (!link || level.settings.unseen || unit.fragment) continue;
      if (variablesUsed(unit).has('secure_link')) return;
      yield {
        message: 'open to all: links are checked, and nothing looks at the result in $secure_link',
        where: link,
      };
    }
  },
};
