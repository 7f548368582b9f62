import { named } from './apache-levels.ts';
import { guardedByOidc, wholeInSight } from './oidc.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'oidc-provider-incomplete',
  title: 'OpenID Connect guards a section and is not set up',
  server: 'apache',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'Every page gives 500; without OIDCRedirectURI or OIDCCryptoPassphrase beside a client the server does not even start.',
    why: 'AuthType openid-connect needs a redirect URI, a passphrase and a provider.',
    fix: 'add OIDCRedirectURI, OIDCCryptoPassphrase, OIDCClientID and OIDCProviderMetadataURL (or OIDCMetadataDir)',
    fine: 'Where they are in files that are not in sight.',
  },
};

/** What each setup has, by any of its names. */
const needed: readonly (readonly [names: readonly string[], shown: string])[] = [
  [['oidcredirecturi'], 'OIDCRedirectURI'],
  [['oidccryptopassphrase'], 'OIDCCryptoPassphrase'],
  [
    ['oidcprovidermetadataurl', 'oidcproviderissuer', 'oidcproviderauthorizationendpoint', 'oidcmetadatadir'],
    'OIDCProviderMetadataURL',
  ],
];

export const rule: Rule = {
  meta,
  *check(unit) {
    if (!wholeInSight(unit)) return;
    const [guarded] = guardedByOidc(unit).filter(({ directive }) => !/^oauth/i.test(directive.args[0]!.value));
    if (!guarded || unit.starts === 'no') return;
    const missing = needed.find(([names]) => named(unit, ...names).length === 0);
    if (!missing) return;
    yield {
      message: `every page gives 500, or the server does not start: there is no ${missing[1]}`,
      help: `add ${missing[1]}`,
      where: guarded.directive,
    };
  },
};
