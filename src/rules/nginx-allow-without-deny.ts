import { spanOf } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { levelsSaying, loginOf } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-allow-without-deny',
  title: 'allow lines without a deny refuse nobody',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Every address passes, those on the list and all others.',
    why: 'An address that meets no rule is let through: a list of allow lines does nothing until deny all; ends it.',
    fix: 'end the list with deny all;',
    fine: 'With satisfy any and a login: whoever is not on the list falls through to the password.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsSaying(unit, 'access')) {
      const { access, satisfyAny, unseen } = level.settings;
      if (!access || unseen || (unit.fragment && level.origin.name === 'http')) continue;
      // allow all; says that the place is meant for everybody
      if (access.some(({ allow, subnet }) => !allow || subnet === null)) continue;
      const login = loginOf(level.settings);
      if (login && satisfyAny?.value) continue;
      const first = access[0]!.origin;
      yield {
        message: `${login ? 'every address may try the login' : 'open to all'}: allow ${printable(first.args[0]!.value, 60)} without deny all; refuses nobody`,
        where: spanOf(first),
      };
    }
  },
};
