import { place } from './nginx-levels.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-denies-all',
  title: 'auth_request refuses everybody',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: ['nginx-auth-request-denied'],
  docs: {
    visitor: 'Everyone gets the answer of the target.',
    why: 'The target is a fixed answer in this configuration and refuses each request.',
    fix: 'let the target ask the service that knows the login',
    fine: 'Where the place is closed on purpose.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromVerdicts(unit, meta);
    for (const { level, target } of unit.nginx?.authTargets ?? []) {
      const [first] = target?.steps ?? [];
      if (first?.do !== 'return' || level.settings.satisfyAny?.value) continue;
      if (first.code !== 401 && first.code !== 403) continue;
      yield {
        message: `everyone gets ${first.code}: return ${first.code} is all that ${place(target!)} says, whoever asks`,
        where: level.settings.authRequest!.origin,
        related: [{ message: 'this refuses each request', where: first.origin }],
      };
    }
  },
};
