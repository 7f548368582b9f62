import { printable } from '../text/printable.ts';
import { levelsWith } from './nginx-levels.ts';
import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-auth-directive-wrong-context',
  title: 'A directive where nginx does not allow it',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-wrong-context'],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'Each directive has its contexts; auth_basic, for one, may not stand inside if.',
    fix: 'move it to http, server or location; choose a realm by map where it must depend on a condition',
    fine: 'Never: the server does not start.',
  },
};

/** Directives of add-on modules that none of them allows inside if. */
const foreign = /^auth_(?:pam|ldap|digest|gss|spnego|jwt)/;

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromStartErrors(unit, meta);
    for (const { level } of levelsWith(unit, 'if')) {
      for (const step of level.steps) {
        // both branches of a template stand in one block
        if (step.do !== 'if' || step.origin.source.template) continue;
        const directive = step.location.directives.find(({ name }) => foreign.test(name));
        if (!directive) continue;
        const message = `nginx refuses to start: ${printable(directive.name, 60)} may not stand inside if`;
        yield { message, where: directive };
      }
    }
  },
};
