import { spanOf } from '../syntax/tree.ts';
import { levelsAsking, place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { asksBasic } from './tokens.ts';

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
    fix: 'proxy_set_header Authorization ""; where the application has no use for it',
    fine: 'Where the application checks the same login.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsAsking(unit)) {
      if (level.handler?.kind !== 'proxy' || !asksBasic(level)) continue;
      const { proxySetHeader, passRequestHeaders } = level.settings;
      if (proxySetHeader?.some(({ name }) => name === 'authorization') || passRequestHeaders?.value === false) continue;
      yield {
        message: `the password of nginx goes on to the application at ${place(level)}`,
        help: 'add proxy_set_header Authorization "";',
        where: spanOf(level.handler.origin),
      };
    }
  },
};
