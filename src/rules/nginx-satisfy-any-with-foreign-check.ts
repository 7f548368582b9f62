import { inEffect } from '../model/nginx/levels.ts';
import { levelsUnder } from './nginx-levels.ts';
import { loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-satisfy-any-with-foreign-check',
  title: 'satisfy any beside a check of an add-on module',
  server: 'nginx',
  severity: 'info',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'It depends on the module: a script that lets everybody pass opens the door, some modules answer 403 after a right login.',
    why: 'With satisfy any one yes is enough, and add-on modules differ in how they take part.',
    fix: 'write satisfy all, or let the check stand alone; try it with and without a login',
    fine: 'Where the release of the module is known to honour satisfy any.',
  },
};

const scripts = ['access_by_lua_block', 'access_by_lua_file', 'access_by_lua', 'js_access'];
const checks = ['auth_pam', 'auth_ldap', 'auth_digest', 'auth_gss', 'auth_spnego', 'shib_request', 'auth_jwt'];

export const rule: Rule = {
  meta,
  *check(unit) {
    const done = new Set<object>();
    for (const { level } of levelsUnder(unit, [...scripts, ...checks])) {
      const any = level.settings.satisfyAny;
      if (!any?.value) continue;
      const script = scripts.flatMap((name) => inEffect(level, name))[0];
      const check = script ?? checks.flatMap((name) => inEffect(level, name))[0];
      const shut = level.settings.access?.some(({ allow }) => !allow) || loginOf(level.settings);
      if (!check || check.args[0]?.value === 'off' || (script && !shut) || done.has(check)) continue;
      done.add(check);
      yield {
        message: script
          ? `perhaps open to all: a visitor whom ${script.name} does not turn away has satisfied satisfy any`
          : `some visitors may get 403 after a right login: how ${check.name} takes part in satisfy any depends on its release`,
        help: script
          ? 'write satisfy all, or run the script in the rewrite phase'
          : 'try it with and without a login, or write satisfy all',
        where: check,
        severity: script ? ('warning' as const) : meta.severity,
        related: [{ message: 'one yes is enough', where: any.origin }],
      };
    }
  },
};
