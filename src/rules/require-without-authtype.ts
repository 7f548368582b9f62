import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-without-authtype',
  title: 'A login is required but no AuthType is in effect',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-authtype-missing'],
  docs: {
    visitor: 'Every request gets 500.',
    why: 'Require user, valid-user and group need AuthType to say how to ask.',
    fix: 'add AuthType Basic and AuthName beside the Require',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      cause: ({ message }, { place }) =>
        place.apache?.()?.settings.authn?.type
          ? 'AuthType None leaves no way to ask for a login, and the inherited Require still wants one'
          : message,
    }),
};
