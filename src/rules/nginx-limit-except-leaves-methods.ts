import { levelsWith } from './nginx-levels.ts';
import { isShut, loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-limit-except-leaves-methods',
  title: 'limit_except asks for a login on some methods only',
  server: 'nginx',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody may use some methods without a login, mostly those that read; only the others ask for one.',
    why: 'limit_except names the methods that stay free: its block counts for all others.',
    fix: 'move auth_basic out of limit_except where reading needs a login too',
    fine: 'Where everybody may read and only members may write, as with WebDAV or a package repository.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsWith(unit, 'limit_except')) {
      const limited = level.limitExcept;
      if (!limited) continue;
      const outer = loginOf(level.settings);
      if (outer) {
        const open = ['GET', 'POST'].filter((method) => !limited.methods.has(method));
        if (open.length === 0 || isShut(limited.location)) continue;
        yield {
          message: `open to all for every method but ${[...limited.methods].join(', ')}: the block of limit_except, which asks for no login, counts for the others`,
          help: 'name the methods that need the login, or swap the two: auth_basic off; outside, the login inside',
          where: limited.location.origin,
          severity: 'warning' as const,
          related: [{ message: 'the login that is left out', where: outer }],
        };
        continue;
      }
      const login = loginOf(limited.location.settings);
      const writes = [...limited.methods].filter((method) => /^(?:POST|PUT|DELETE|PATCH)$/.test(method));
      if (!login || !limited.methods.has('GET')) continue;
      yield {
        message:
          writes.length > 0
            ? `open to all for ${[...limited.methods].join(', ')}: limit_except asks for a login on the other methods only`
            : 'open to all for reading: limit_except asks for a login on the other methods only',
        help: 'move auth_basic out of limit_except where these methods need a login too',
        where: limited.location.origin,
        severity: writes.length > 0 ? ('warning' as const) : meta.severity,
        related: [{ message: 'the login', where: login }],
      };
    }
  },
};
