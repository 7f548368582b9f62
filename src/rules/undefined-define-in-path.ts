import { printable } from '../text/printable.ts';
import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'undefined-define-in-path',
  title: 'A variable in a path is not defined',
  server: 'apache',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Whoever types a password gets 500, unless the environment of the server sets the variable.',
    why: '${NAME} stays as it is written where neither Define nor the environment has the name.',
    fix: 'add Define NAME before it, or set it in envvars',
    fine: 'Where the unit file or the container sets it.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    if (unit.fragment) return;
    for (const { directive } of named(unit, 'authuserfile', 'authgroupfile', 'authdbmuserfile')) {
      const name = /\$\{([^}]*)\}/.exec(directive.args[0]?.value ?? '')?.[1];
      if (name === undefined) continue;
      const answer = /group/i.test(directive.name) ? 'nobody is in any group' : 'whoever types a password gets 500';
      yield {
        message: `${answer}, unless the environment sets ${printable(name)}: nothing here defines it`,
        help: `add Define ${printable(name)} before it, or set it in envvars`,
        where: directive,
      };
    }
  },
};
