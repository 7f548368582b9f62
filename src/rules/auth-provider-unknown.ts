import { meantWord, respell } from './mend-apache.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-provider-unknown',
  title: 'AuthBasicProvider names a provider that is not there',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-auth-provider-missing', 'apache-auth-not-authoritative'],
  docs: {
    visitor: 'Whoever types a password gets 500.',
    why: 'The provider is misspelt, its module is not loaded, or nothing answers after it.',
    fix: 'write AuthBasicProvider file, or load the provider’s module',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      help: ({ where }) => meantWord(where),
      fix: respell,
    }),
};
