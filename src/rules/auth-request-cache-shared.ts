import { sharedCache } from '../model/nginx/cache.ts';
import { askedBy } from './auth-targets.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-cache-shared',
  title: 'The cached answer of the login service serves all visitors',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'As soon as one visitor has logged in, everybody is let in until the entry expires; or the other way round.',
    why: 'The cache key holds nothing of the visitor: one yes of the service is the answer to all.',
    fix: 'put the cookie and the Authorization header into the key: proxy_cache_key "$http_authorization$cookie_session";',
    fine: 'Where the service decides by what is in the key, for example by the address of the client.',
  },
};

export const rule: Rule = {
  meta,
  *check({ nginx }) {
    const done = new Set<object>();
    for (const one of nginx?.authTargets ?? []) {
      const { target } = one;
      if (!target || !nginx || done.has(target) || target.settings.unseen) continue;
      done.add(target);
      const shared = sharedCache(nginx.config, target);
      if (!shared) continue;
      yield {
        message: 'open to all once one visitor has logged in: the cached answer of the login service serves everybody',
        help: `put the cookie and the Authorization header into ${target.handler!.kind}_cache_key`,
        where: shared,
        related: askedBy(one),
      };
    }
  },
};
