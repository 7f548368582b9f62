import { named } from './apache-levels.ts';
import { guardedByOidc, wholeInSight } from './oidc.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'oidc-authtype-mismatch',
  title: 'OpenID Connect is set up and guards nothing',
  server: 'apache',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets in without a login, or is asked for a Basic one.',
    why: 'mod_auth_openidc acts where AuthType openid-connect (auth-openidc, oauth20) is in force, and nowhere else.',
    fix: 'write AuthType openid-connect and Require valid-user in the section that is to be protected',
    fine: 'Where the sections are in files that are not in sight.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const [client] = named(unit, 'oidcproviderissuer', 'oidcprovidermetadataurl', 'oidcclientid');
    if (!client || !wholeInSight(unit) || unit.starts === 'no' || guardedByOidc(unit).length > 0) return;
    yield {
      message: 'nothing is guarded by OpenID Connect: no section has AuthType openid-connect',
      where: client.directive,
    };
  },
};
