import { printable } from '../text/printable.ts';
import { wantsLogin } from './apache-requires.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'ifdefine-hides-auth',
  title: 'The login counts only with a flag of the command line',
  server: 'apache',
  severity: 'info',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Without the flag everybody gets in.',
    why: '<IfDefine> passes over its lines unless the server is started with -D and the name, or Define stands before it.',
    fix: 'define the name in the configuration, or take the condition away',
    fine: 'Where the unit file starts the server with the flag.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive, holds, inner } of unit.apache?.guards ?? []) {
      if (holds || directive.name.toLowerCase() !== '<ifdefine' || directive.args[0]?.value.startsWith('!')) continue;
      const login = inner.find(wantsLogin);
      if (!login) continue;
      yield {
        message: `open to all unless httpd is started with -D ${printable(directive.args[0]?.value ?? '')}: the login stands within <IfDefine>`,
        where: directive,
        related: [{ message: 'this Require hangs on it', where: login }],
      };
    }
  },
};
