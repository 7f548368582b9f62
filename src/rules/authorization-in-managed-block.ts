import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'authorization-in-managed-block',
  title: 'A line of yours stands in the block that WordPress writes',
  server: 'apache',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Tokens work until WordPress saves its permalinks; then the line is gone.',
    why: 'Between BEGIN WordPress and END WordPress the file is rewritten by WordPress.',
    fix: 'move it above # BEGIN WordPress',
    fine: 'Where WordPress may not write the file.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const managed = new Set(unit.sources.filter(({ text }) => text.includes('# BEGIN WordPress')));
    if (managed.size === 0) return;
    for (const { directive } of named(
      unit,
      'cgipassauth',
      'setenvif',
      'setenvifnocase',
      'setenvifexpr',
      'rewritecond',
    )) {
      const { source, start } = directive;
      if (!managed.has(source)) continue;
      const name = directive.name.toLowerCase();
      if (name !== 'cgipassauth' && !/authorization/i.test(directive.args[0]?.value ?? '')) continue;
      const begin = source.text.lastIndexOf('# BEGIN WordPress', start);
      if (begin < 0 || source.text.slice(begin, start).includes('# END WordPress')) continue;
      yield {
        message: 'this line will be lost: WordPress rewrites the block around it',
        where: directive,
      };
    }
  },
};
