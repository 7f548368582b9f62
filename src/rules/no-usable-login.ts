import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'no-usable-login',
  title: 'No user of the password file can log in',
  server: 'both',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [
    'apache-user-unknown',
    'nginx-user-unknown',
    'apache-user-file-empty',
    'apache-hash-unsupported',
    'apache-hash-broken',
    'nginx-hash-unsupported',
    'nginx-hash-error',
    'apache-password-wrong',
    'nginx-password-wrong',
    'apache-credentials-malformed',
  ],
  docs: {
    visitor: 'Everyone gets 401 (with some damaged entries 500), whatever the password.',
    why: 'The file is empty, or none of its entries is whole and of a kind that this server checks.',
    fix: 'write the entries anew with htpasswd -B',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta, { help: 'write the entries anew with htpasswd -B' }),
};
