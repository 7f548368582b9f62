import { foreignHost } from './authorization-leaked-to-foreign-host.ts';
import { levelsAsking, place } from './nginx-levels.ts';
import { handsLoginOn } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'authorization-forwarded-to-app',
  title: 'The password of nginx goes on to the application',
  server: 'nginx',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'all',
  explains: [],
  docs: {
    visitor: 'The application reads the login of nginx as its own, and may refuse it, or log it.',
    why: 'A proxy passes the Authorization header on.',
    fix: 'write proxy_set_header Authorization ""; where the application has no use for it',
    fine: 'Where the application checks the same login.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const one of levelsAsking(unit)) {
      const { level } = one;
      // worse is told by authorization-leaked-to-foreign-host
      if (!handsLoginOn(level) || foreignHost(unit, one) !== null) continue;
      yield {
        message: `the password of nginx goes on to the application at ${place(level)}`,
        help: 'add proxy_set_header Authorization "";',
        where: level.handler!.origin,
      };
    }
  },
};
