import { printable } from '../text/printable.ts';
import { levelsSaying, place } from './nginx-levels.ts';
import { loginOf, switchOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-auth-off-keeps-addresses',
  title: 'auth_basic off opens nothing: the address rules from above still refuse',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everyone from another address than those allowed gets 403, and no login is asked for any more.',
    why: 'With satisfy any an address or a login is enough. Without the login the addresses alone are left, and they are inherited.',
    fix: 'add allow all; beside it',
    fine: 'Where the place is for the listed addresses only; then say so by its own allow and deny lines.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsSaying(unit, 'realm', 'authRequest')) {
      const { own, settings, parent } = level;
      const { satisfyAny, access, unseen } = settings;
      if (!satisfyAny?.value || own.has('access') || unseen || loginOf(settings)) continue;
      const said = switchOf(level);
      const refusal = access?.find(({ subnet }) => subnet === null);
      if (!said || !refusal || refusal.allow || !parent || !loginOf(parent.settings)) continue;
      yield {
        message: `everyone but the listed addresses gets 403 at ${place(level)}: ${printable(said.name)} off takes away the login, and deny all stays`,
        where: said,
        related: [{ message: 'this refuses them', where: refusal.origin }],
      };
    }
  },
};
