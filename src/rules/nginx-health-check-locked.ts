import { levelsAsking, place } from './nginx-levels.ts';
import { answersItself, loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-health-check-locked',
  title: 'The health check meets the password',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  preset: 'strict',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'The balancer gets 401 and takes the server out.',
    why: 'The location of the health check takes the login of the server.',
    fix: 'write auth_basic off; (auth_request off;) in the location',
    fine: 'Where the check sends a login of its own.',
  },
};

/** Paths at which load balancers and orchestrators ask whether a server is well. */
export const healthPath =
  /^\/(?:-\/)?_?(?:health(?:z|check|_check|-check)?|livez?|liveness|readyz?|readiness|ping|heartbeat|lb-?(?:status|check))\/?$/i;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsAsking(unit)) {
      const { own, settings } = level;
      const health = (level.kind === 'exact' || level.kind === 'prefix') && healthPath.test(level.name);
      if (!health || own.has('realm') || own.has('authRequest') || own.has('satisfyAny') || settings.unseen) continue;
      const login = loginOf(settings);
      // return answers before any login is asked for
      if (!login || settings.internal?.value || answersItself(level)) continue;
      yield {
        message: `the health check gets 401: ${place(level)} takes the login from above`,
        where: level.origin,
        related: [{ message: 'the login', where: login }],
      };
    }
  },
};
