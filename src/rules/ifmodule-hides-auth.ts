import { moduleMeant } from '../model/apache/modules.ts';
import { printable } from '../text/printable.ts';
import { guardsOf } from './apache-levels.ts';
import { passesLogin } from './ifmodule-name-wrong.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'ifmodule-hides-auth',
  title: 'The login stands within a condition that does not hold',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-guard-passed-over'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: '<IfModule> passes over its lines where the module is not loaded or the name is wrong, and says nothing of it.',
    fix: 'take the condition away, so that a missing module is a failure that is noticed; the name is mod_auth_basic.c or auth_basic_module',
    fine: 'Where the other branch of the condition asks for the login.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromVerdicts(unit, meta, {
      help: 'take the condition away, so that a missing module is noticed; or load the module, or correct its name (mod_auth_basic.c)',
    });
    // the application relies on a header that is not handed on
    if (!unit.apache?.modules) return;
    const guards = guardsOf(unit);
    for (const { directive, holds, inner } of guards) {
      const name = directive.args[0]?.value ?? '';
      if (holds || directive.name.toLowerCase() !== '<ifmodule' || name.startsWith('!') || moduleMeant(name) === null)
        continue;
      const line = inner.find(passesLogin);
      // another module may do the same further on
      if (!line || guards.some((other) => other.holds && other.inner.some(passesLogin))) continue;
      yield {
        message: `the application never sees the login: ${printable(name)} is not loaded, and the line that hands it on is passed over`,
        help: 'load the module, or take the condition away, so that it is noticed',
        where: directive,
        severity: 'warning',
        related: [{ message: 'this line is passed over', where: line }],
      };
    }
  },
};
