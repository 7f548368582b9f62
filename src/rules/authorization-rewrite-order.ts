import type { Directive } from '../syntax/tree.ts';
import { named } from './apache-levels.ts';
import { rewritesAuthorization } from './authorization.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'authorization-rewrite-order',
  title: 'The rule that hands Authorization on stands at the wrong place',
  server: 'apache',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Requests with a login or token get 404, or the application finds no Authorization.',
    why: 'The L flag ends the run of the rules: with it, the rule keeps those below it from being tried; below a rule that has it, it is not tried itself.',
    fix: 'write it as the first rule and without L: RewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]',
    fine: 'Where the rule above applies to other paths than the application’s; that is not reported.',
  },
};

const ends = ({ args }: Directive): boolean => /[[,]\s*(?:l|last|end)\s*[\],]/i.test(args[2]?.value ?? '');
const takesAll = ({ args }: Directive): boolean =>
  /^(?:\^|\.\*|\^\.\*\$?|\^\(\.\*\)\$?|\(\.\*\)|\.|\.\+)$/.test(args[0]?.value ?? '');

/** Whether a RewriteCond stands before a rule. */
function conditional(list: readonly Directive[], rule: Directive): boolean {
  const before = list.slice(0, list.indexOf(rule)).findLast(({ name }) => /^rewrite(?:cond|rule)$/i.test(name));
  return before?.name.toLowerCase() === 'rewritecond';
}

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive, level } of named(unit, 'rewriterule')) {
      if (!rewritesAuthorization(directive)) continue;
      const rules = level.directives.filter(({ name }) => name.toLowerCase() === 'rewriterule');
      const at = rules.indexOf(directive);
      const below = rules.slice(at + 1).find((rule) => rule.args[1]?.value !== '-');
      if (ends(directive) && below) {
        yield {
          message: 'whoever logs in gets 404: the L flag keeps the rules below from being tried',
          help: 'leave L out of the flags',
          where: directive,
          related: [{ message: 'the first rule that is not tried', where: below }],
        };
        continue;
      }
      const above = rules
        .slice(0, at)
        .find(
          (rule) => ends(rule) && rule.args[1]?.value === '-' && takesAll(rule) && !conditional(level.directives, rule),
        );
      if (!above) continue;
      yield {
        message: 'Authorization is never handed on: a rule above ends the run for every path',
        help: 'write this rule first',
        where: directive,
        related: [{ message: 'the rule that ends the run', where: above }],
      };
    }
  },
};
