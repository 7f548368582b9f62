import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'ldap-provider-without-url',
  title: 'A source of users is asked and not told where to look',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-provider-unset'],
  docs: {
    visitor: 'Visitors get 401, and 500 once they type a password.',
    why: 'AuthBasicProvider ldap, dbd and dbm need AuthLDAPURL, AuthDBDUserPWQuery and AuthDBMUserFile. LDAP and DBM settings of an inner section replace all of the outer one’s, the address included.',
    fix: 'add the directive that the message names, in the same section',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      help: 'add the directive in the same section: AuthLDAPURL, AuthDBDUserPWQuery or AuthDBMUserFile',
    }),
};
