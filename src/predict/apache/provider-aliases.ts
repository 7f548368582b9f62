import { compileSettings } from '../../model/apache/compile.ts';
import type { ApacheConfig } from '../../model/apache/config.ts';
import type { Settings } from '../../model/apache/settings.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { AuthzAlias, ProviderAlias } from './exchange.ts';

/** The providers that `<AuthnProviderAlias>` and `<AuthzProviderAlias>` make, by their names. */
export function providerAliases(config: ApacheConfig): {
  authn: ReadonlyMap<string, ProviderAlias>;
  authz: ReadonlyMap<string, AuthzAlias>;
} {
  const authn = new Map<string, ProviderAlias>();
  const authz = new Map<string, AuthzAlias>();
  const settingsOf = (directive: Directive): Settings =>
    compileSettings(directive.children ?? [], {
      modules: config.modules,
      authzAliases: new Set(),
      serverRoot: config.serverRoot,
      path: null,
      server: false,
    });
  for (const directive of config.directives) {
    const name = directive.name.toLowerCase();
    const [provider, alias, rest = ''] = directive.args.map(({ value }) => value);
    if (provider === undefined || alias === undefined) continue;
    if (name === '<authnprovideralias') authn.set(alias, { provider, settings: settingsOf(directive) });
    else if (name === '<authzprovideralias')
      authz.set(alias, { provider, arguments: rest, settings: settingsOf(directive) });
  }
  return { authn, authz };
}
