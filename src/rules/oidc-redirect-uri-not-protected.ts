import { grouped } from '../text/grouped.ts';
import { printable } from '../text/printable.ts';
import { named } from './apache-levels.ts';
import { covers, guardedByOidc, redirectOf } from './oidc.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'oidc-redirect-uri-not-protected',
  title: 'The redirect URI of the login lies outside what the module guards',
  server: 'apache',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody who comes back from the provider gets 404, and is never logged in.',
    why: 'mod_auth_openidc takes the answer of the provider only where it guards the path; elsewhere the URL is an ordinary one.',
    fix: 'name a path below a section with AuthType openid-connect that has no page of its own, as /app/redirect_uri',
    fine: 'Never, where all sections are in sight.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const guarded = guardedByOidc(unit);
    if (guarded.length === 0 || unit.fragment) return;
    const byHost = grouped(guarded, ({ level }) => level.host);
    for (const { directive, level } of named(unit, 'oidcredirecturi')) {
      const target = redirectOf(directive);
      const near = level.host ? [...(byHost.get(level.host) ?? []), ...(byHost.get(null) ?? [])] : guarded;
      if (!target || near.length === 0 || near.some((one) => covers(one.level, target.path) !== false)) continue;
      yield {
        message: `nobody can log in: ${printable(target.path)} is not guarded by the module, which therefore never sees the answer of the provider`,
        help: 'name a vacant path below a section with AuthType openid-connect',
        where: directive,
        related: near
          .slice(0, 3)
          .map((one) => ({ message: 'what is guarded', where: one.level.opening ?? one.directive })),
      };
    }
  },
};
