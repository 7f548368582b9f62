import { named } from './apache-levels.ts';
import { wantsAddress, wantsLogin } from './apache-requires.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'requireall-address-and-user',
  title: 'Both an address and a login are asked for',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'all',
  explains: [],
  docs: {
    visitor: 'Whoever comes from elsewhere gets 403, with a right password too.',
    why: 'Within RequireAll everything must hold.',
    fix: 'write RequireAny, when either is to be enough',
    fine: 'Where both are meant; this rule is for a review.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, '<requireall')) {
      if (!directive.children?.some(wantsAddress) || !directive.children.some(wantsLogin)) continue;
      yield {
        message: '403 from every other address, with a right password too: RequireAll wants the address and the login',
        where: directive,
      };
    }
  },
};
