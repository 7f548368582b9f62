import { requiring } from './apache-requires.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-user-widened',
  title: 'A narrower Require beside Require valid-user',
  server: 'apache',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Every user of the file gets in, not only those who are named.',
    why: 'Bare Require lines are alternatives: valid-user admits whoever logs in, and the names beside it change nothing.',
    fix: 'remove Require valid-user, or the line of names',
    fine: 'Where the line of names is kept as a note.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive, level } of requiring(unit, 'valid-user')) {
      const opening = level.opening?.name.toLowerCase();
      if (directive.args[0]?.value !== 'valid-user' || opening === '<requireall' || opening === '<requirenone')
        continue;
      const narrow = level.directives.find(
        (one) => one.name.toLowerCase() === 'require' && /^(?:user|group)$/.test(one.args[0]?.value ?? ''),
      );
      if (!narrow) continue;
      yield {
        message: 'every user of the file gets in: Require valid-user makes the names beside it needless',
        where: directive,
        related: [{ message: 'this line changes nothing', where: narrow }],
      };
    }
  },
};
