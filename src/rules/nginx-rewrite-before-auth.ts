import { printable } from '../text/printable.ts';
import { place } from './nginx-levels.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-rewrite-before-auth',
  title: 'A rewrite leaves the protected location before its login is asked for',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: ['nginx-rewritten-away'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'rewrite runs before the access phase: with last, another location is chosen, and only its login counts; rewrites of the server run before any location is chosen.',
    fix: 'ask for the login where the rewrite leads, or write break in place of last and serve the content here',
    fine: 'Where the target is meant for everybody.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromVerdicts(unit, meta);
    for (const { level, path, reason } of unit.nginx?.rewrittenPaths ?? []) {
      yield {
        message: `open to all at ${printable(path, 80)}: ${reason.message}`,
        where: reason.where ?? level.origin,
        related: [{ message: `${place(level)} asks for a login`, where: level.origin }],
      };
    }
  },
};
