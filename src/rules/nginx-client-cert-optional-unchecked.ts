import { inEffect } from '../model/nginx/levels.ts';
import { levelsIn, levelsUnder, variablesUsed } from './nginx-levels.ts';
import { isShut } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-client-cert-optional-unchecked',
  title: 'Client certificates are optional and nothing looks at the result',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets in, with a certificate or without.',
    why: 'ssl_verify_client optional asks for a certificate and goes on without one; only $ssl_client_verify tells whether it was right.',
    fix: 'write ssl_verify_client on; or refuse where $ssl_client_verify is not SUCCESS, or hand it to the application',
    fine: 'Where a certificate is a convenience only, for example to choose a login page.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { server, level } of levelsUnder(unit, ['ssl_verify_client'])) {
      // not for if blocks and locations: the directive stands in http or server
      if (level.kind !== 'server' || level.settings.unseen) continue;
      const [verify] = inEffect(level, 'ssl_verify_client');
      if (!verify || !/^optional(?:_no_ca)?$/.test(verify.args[0]?.value ?? '')) continue;
      const [, ...within] = levelsIn(unit, server);
      if ((within.length > 0 ? within : [{ level }]).every((one) => isShut(one.level))) continue;
      if ([...variablesUsed(unit)].some((name) => name.startsWith('ssl_client_'))) return;
      yield {
        message: 'open to all: a client certificate is asked for, but whoever has none gets in as well',
        help: 'write ssl_verify_client on; or refuse where $ssl_client_verify is not SUCCESS',
        where: verify,
      };
    }
  },
};
