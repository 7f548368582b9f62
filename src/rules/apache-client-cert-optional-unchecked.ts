import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-client-cert-optional-unchecked',
  title: 'Client certificates are optional and nothing looks at the result',
  server: 'apache',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets in, with a certificate or without.',
    why: 'SSLVerifyClient optional asks for a certificate and goes on without one; only Require ssl-verify-client, SSLRequire or the application tell whether it was right.',
    fix: 'write SSLVerifyClient require, or add Require ssl-verify-client',
    fine: 'Where a certificate is a convenience only, for example to choose a login page.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const optional = named(unit, 'sslverifyclient').filter(({ directive }) =>
      /^optional(?:_no_ca)?$/i.test(directive.args[0]?.value ?? ''),
    );
    if (optional.length === 0 || unit.unseen.length > 0) return;
    const looked =
      named(unit, 'sslrequire', 'sslusername').length > 0 ||
      named(unit, 'sslverifyclient').some(({ directive }) => /^require$/i.test(directive.args[0]?.value ?? '')) ||
      named(unit, 'ssloptions').some(({ directive }) =>
        directive.args.some(({ value }) => /^\+?(?:stdenvvars|exportcertdata|fakebasicauth)$/i.test(value)),
      ) ||
      named(
        unit,
        'require',
        '<if',
        '<elseif',
        'requestheader',
        'header',
        'rewritecond',
        'rewriterule',
        'setenvif',
        'setenvifexpr',
        'authtype',
      ).some(({ directive }) =>
        directive.args.some(({ value }) => /ssl_client|ssl-verify-client|ssl::|cert/i.test(value)),
      );
    if (looked) return;
    for (const { directive } of optional) {
      yield {
        message: 'open to all: a client certificate is asked for, but whoever has none gets in as well',
        where: directive,
      };
    }
  },
};
