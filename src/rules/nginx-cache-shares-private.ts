import { sharedCache } from '../model/nginx/cache.ts';
import { inEffect } from '../model/nginx/levels.ts';
import { levelsUnder, ofUpstreams } from './nginx-levels.ts';
import { loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-cache-shares-private',
  title: 'A cache gives the answers of one visitor to all',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody may get the page that the application made for whoever asked first.',
    why: 'The location passes the login on to the application and keeps its answers under a key that holds nothing of the visitor; nginx does not look at Authorization when it caches.',
    fix: 'write proxy_no_cache $http_authorization; proxy_cache_bypass $http_authorization; or put it into the key',
    fine: 'Where nginx itself asks for the login: that comes before the cache. And where the application forbids caching by Cache-Control.',
  },
};

const directives = ofUpstreams('cache');

export const rule: Rule = {
  meta,
  *check(unit) {
    const { nginx } = unit;
    const targets = new Set(nginx?.authTargets.map(({ target }) => target));
    for (const { level } of levelsUnder(unit, directives)) {
      if (!nginx || !level.handler || targets.has(level) || loginOf(level.settings) || level.settings.unseen) continue;
      const { kind } = level.handler;
      const cache = sharedCache(nginx.config, level);
      if (!cache || inEffect(level, `${kind}_no_cache`).length > 0) continue;
      const login = level.settings.proxySetHeader?.find(
        ({ name, value }) => name === 'authorization' && value.text === '$http_authorization',
      );
      const ignored = inEffect(level, `${kind}_ignore_headers`).find(({ args }) =>
        args.some(({ value }) => /^(?:set-cookie|cache-control)$/i.test(value)),
      );
      if (!login || !ignored) continue;
      yield {
        message:
          'everybody may get the page of whoever asked first: the cache knows no visitors, and the application asks for the login',
        help: 'write proxy_no_cache $http_authorization; proxy_cache_bypass $http_authorization;',
        where: cache,
        related: [
          { message: 'the login is passed on', where: login.origin },
          { message: 'what would forbid caching is ignored', where: ignored },
        ],
      };
    }
  },
};
