import { printable } from '../text/printable.ts';
import { named } from './apache-levels.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-group-without-group-file',
  title: 'Require group without AuthGroupFile',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-group-file-unset'],
  docs: {
    visitor: 'The prompt comes back for ever.',
    why: 'The login is accepted, but no group can be looked up.',
    fix: 'add AuthGroupFile /path/to/groups',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromVerdicts(unit, meta);
    // a script of mod_wsgi answers for wsgi-group alone
    for (const { directive, level } of named(unit, 'wsgiauthgroupscript')) {
      const lines = level.directives.filter(
        (one) => one.name.toLowerCase() === 'require' && one.args[0]?.value === 'group',
      );
      if (level.directives.some(({ name }) => name.toLowerCase() === 'authgroupfile')) continue;
      for (const line of lines) {
        yield {
          message:
            'everyone gets 401: Require group is looked up in a group file, and the script is asked for wsgi-group only',
          help: `write Require wsgi-group ${line.args
            .slice(1)
            .map(({ value }) => printable(value))
            .join(' ')}`,
          where: line,
          related: [{ message: 'this script is not asked', where: directive }],
        };
      }
    }
  },
};
