import type { LocationConf } from '../model/nginx/config.ts';
import { standing } from '../model/nginx/levels.ts';
import { levelsOf, levelsWith } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-real-ip-trusts-all',
  title: 'Every client may say which address it has',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever sends the header with an allowed address passes the address rules.',
    why: 'set_real_ip_from names who may say the address of the client; with 0.0.0.0/0 that is everybody.',
    fix: 'name the addresses of your proxies, for example set_real_ip_from 10.0.0.0/8;',
    fine: 'Where nothing but the proxy can reach this server. Without address rules it is reported as info.',
  },
};

/** Whether a level lets some addresses through and refuses others. */
function byAddress({ settings: { access = [] } }: LocationConf): boolean {
  return (
    access.some(({ allow, subnet }) => allow && subnet !== null && subnet !== 'unix') &&
    access.some(({ allow }) => !allow)
  );
}

export const rule: Rule = {
  meta,
  *check(unit) {
    const http = unit.nginx?.config.http;
    const levels = levelsWith(unit, 'set_real_ip_from').map(({ level }) => level);
    const trusting = (http ? [http, ...levels] : levels).flatMap((level) => {
      const all = standing(level, 'set_real_ip_from').find(({ args }) =>
        /^(?:0\.0\.0\.0|::)\/0$/.test(args[0]?.value ?? ''),
      );
      return all && level.settings.realIpHeader?.value !== 'proxy_protocol' ? [all] : [];
    });
    if (trusting.length === 0) return;
    const rules = levelsOf(unit).find(({ level }) => byAddress(level))?.level.settings.access?.[0]?.origin;
    for (const all of trusting) {
      yield {
        message: rules
          ? 'open to whoever sends an allowed address in a header: every client may say which address it has'
          : 'every client may say which address it has, so that logs and limits by address mean nothing',
        help: 'name the addresses of your proxies in set_real_ip_from',
        where: all,
        severity: rules ? ('error' as const) : ('info' as const),
        related: rules ? [{ message: 'this rule looks at the address', where: rules }] : [],
      };
    }
  },
};
