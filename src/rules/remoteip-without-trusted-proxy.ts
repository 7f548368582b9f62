import { named } from './apache-levels.ts';
import { wantsAddress } from './apache-requires.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'remoteip-without-trusted-proxy',
  title: 'The address of the client is taken from whoever sends the header',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever sends the header with an address that the rules admit gets in.',
    why: 'RemoteIPHeader without RemoteIPInternalProxy or RemoteIPTrustedProxy trusts the header of every client.',
    fix: 'name the proxies: RemoteIPInternalProxy 10.0.0.0/8',
    fine: 'Where nobody but the proxy reaches this server.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const [header] = named(unit, 'remoteipheader');
    const proxies = named(
      unit,
      'remoteipinternalproxy',
      'remoteipinternalproxylist',
      'remoteiptrustedproxy',
      'remoteiptrustedproxylist',
    );
    if (!header || proxies.length > 0) return;
    const rule =
      named(unit, 'require').find(({ directive }) => wantsAddress(directive)) ??
      named(unit, 'allow').find(({ directive }) => /^[\d.:a-f/]+$/i.test(directive.args[1]?.value ?? ''));
    if (!rule) return;
    yield {
      message:
        'whoever sends the header chooses the address that Require ip looks at: no proxy is named whose word counts',
      where: header.directive,
      related: [{ message: 'this rule goes by the address', where: rule.directive }],
    };
  },
};
