import { named } from './apache-levels.ts';
import { guardedByOidc } from './oidc.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'oidc-claim-open',
  title: 'Everybody with an account at a public provider gets in',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever has any account there is a valid user here.',
    why: 'Require valid-user asks no more than that the provider knows the visitor; Google and the common endpoint of Microsoft know everybody.',
    fix: 'write Require claim hd:example.com (Google), Require claim tid:…, or Require claim email:…',
    fine: 'Where the client is registered for the accounts of one organisation only.',
  },
};

const open = /\/\/(?:accounts\.google\.com|login\.microsoftonline\.com\/(?:common|organizations|consumers))(?:\/|$)/i;

export const rule: Rule = {
  meta,
  *check(unit) {
    const provider = named(unit, 'oidcprovidermetadataurl', 'oidcproviderissuer').find(({ directive }) =>
      open.test(directive.args[0]?.value ?? ''),
    );
    if (!provider) return;
    for (const { directive, level } of guardedByOidc(unit)) {
      const requires = level.directives.filter(({ name }) => name.toLowerCase() === 'require');
      const any = requires.find(({ args }) => args.length === 1 && args[0]!.value.toLowerCase() === 'valid-user');
      if (!any || level.directives.some(({ name }) => /^<require/i.test(name))) continue;
      yield {
        message: `everybody with an account at ${/google/.test(provider.directive.args[0]!.value) ? 'Google' : 'Microsoft'} gets in`,
        help: 'ask for more: Require claim hd:example.com, or Require claim email:NAME',
        where: any,
        related: [
          { message: 'the provider', where: provider.directive },
          { message: 'the section', where: level.opening ?? directive },
        ],
      };
    }
  },
};
