import { place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-upstream-public',
  title: 'The location of the auth subrequest can be called from outside',
  server: 'nginx',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'all',
  explains: [],
  docs: {
    visitor: 'Strangers can ask the auth service directly, with a method and body of their own.',
    why: 'Without internal the location is like any other.',
    fix: 'write internal; in that location',
    fine: 'Where the service is made for it, as most are.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { target } of unit.nginx?.authTargets ?? []) {
      if (target?.handler?.kind !== 'proxy' || target.kind !== 'exact' || target.settings.internal?.value) continue;
      yield {
        message: `${place(target)} can be called from outside: it is meant for auth_request`,
        help: 'add internal;',
        where: target.origin,
      };
    }
  },
};
