import { named } from './apache-levels.ts';
import { carriedBy, tokenSignFor } from './authorization.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'authorization-setenvif-anchored',
  title: 'Only Basic logins are handed on, tokens are not',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'A right token is answered with 401 by the application, while Basic logins work.',
    why: 'The pattern of the SetEnvIf line matches Basic alone.',
    fix: 'write SetEnvIf Authorization "(.+)" HTTP_AUTHORIZATION=$1',
    fine: 'Where the application takes no tokens: it is reported only where the configuration speaks of them.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive, level } of named(unit, 'setenvif', 'setenvifnocase')) {
      const carried = carriedBy(directive);
      if (!carried?.basic || carried.bearer) continue;
      const seen = tokenSignFor(unit, level);
      if (!seen) continue;
      yield {
        message: 'tokens do not arrive: the pattern hands on Basic logins only',
        help: 'write "(.+)" for the pattern',
        where: directive,
        related: [{ message: 'the application takes tokens', where: seen }],
      };
    }
  },
};
