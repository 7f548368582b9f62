import type { Directive } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { guardsOf } from './apache-levels.ts';
import { wantsLogin } from './apache-requires.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'ifmodule-guards-auth',
  title: 'A condition around the login would hide its absence',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor:
      'Nothing changes today. Once the module is switched off, everybody gets in without a login, and nothing says so.',
    why: '<IfModule> passes over its lines where the module is missing; without it httpd would refuse to start.',
    fix: 'take the condition away',
    fine: 'Where the two branches of a condition ask for the login in the words of two versions.',
  },
};

function nameOf({ args }: Directive): string {
  return printable(args[0]?.value ?? '');
}

function holdsLogin(directive: Directive): boolean {
  return directive.children?.some(holdsLogin) ?? wantsLogin(directive);
}

export const rule: Rule = {
  meta,
  *check(unit) {
    const guards = guardsOf(unit);
    const kept = guards.filter(({ holds }) => !holds).map(({ directive }) => nameOf(directive));
    for (const { directive, holds, inner } of guards) {
      const name = nameOf(directive);
      if (!holds || directive.name.toLowerCase() !== '<ifmodule' || name.startsWith('!')) continue;
      // the other branch of the same condition is for another version
      if (kept.includes(`!${name}`) || !inner.some(holdsLogin)) continue;
      yield {
        message: `works, as long as ${name} is loaded: without it the login is passed over and everybody gets in`,
        help: 'take the condition away, so that a missing module is noticed at the start',
        where: directive,
      };
    }
  },
};
