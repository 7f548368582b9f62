import { spanOf } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { levelsSaying, loginOf, place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const help = 'add allow all; beside it';

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
    fix: help,
    fine: 'Where the place is for the listed addresses only; then say so by its own allow and deny lines.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsSaying(unit, 'realm', 'authRequest')) {
      const { own, settings, parent } = level;
      const { realm, authRequest, satisfyAny, access, unseen } = settings;
      if (!satisfyAny?.value || own.has('access') || unseen || loginOf(settings)) continue;
      const off = own.has('realm') && realm?.value.text === 'off' ? realm.origin : null;
      const said = off ?? (own.has('authRequest') && authRequest?.value === null ? authRequest.origin : null);
      const refusal = access?.find(({ subnet }) => subnet === null);
      if (!said || !refusal || refusal.allow || !parent || !loginOf(parent.settings)) continue;
      yield {
        message: `everyone but the listed addresses gets 403 at ${place(level)}: ${printable(said.name)} off takes away the login, and deny all stays`,
        help,
        where: spanOf(said),
        related: [{ message: 'this refuses them', where: spanOf(refusal.origin) }],
      };
    }
  },
};
