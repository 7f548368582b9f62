import { inEffect, valueInEffect } from '../model/nginx/levels.ts';
import { spanOf } from '../syntax/tree.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-conditional-headers',
  title: 'Conditional headers of the visitor reach the login service',
  server: 'nginx',
  severity: 'info',
  confidence: 'medium',
  preset: 'strict',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Now and then 500: the service answers 304 or 412, which auth_request takes as an error.',
    why: 'The subrequest carries If-None-Match, If-Modified-Since and Range of the request that it checks.',
    fix: 'write proxy_set_header If-None-Match ""; and the same for If-Modified-Since, or proxy_pass_request_headers off; with the headers that are needed',
    fine: 'Where the service never answers conditional requests, as most do not.',
  },
};

export const rule: Rule = {
  meta,
  *check({ nginx }) {
    const done = new Set<object>();
    for (const { level, target } of nginx?.authTargets ?? []) {
      if (target?.handler?.kind !== 'proxy' || done.has(target) || target.settings.unseen) continue;
      done.add(target);
      if (valueInEffect(target, 'proxy_pass_request_headers') === 'off') continue;
      const cleared = inEffect(target, 'proxy_set_header').some(
        ({ args }) => /^if-(?:none-match|modified-since)$/i.test(args[0]?.value ?? '') && args[1]?.value === '',
      );
      if (cleared) continue;
      yield {
        message: 'visitors get 500 where the login service answers a conditional request with 304',
        help: 'write proxy_set_header If-None-Match ""; and proxy_set_header If-Modified-Since "";',
        where: spanOf(target.handler.origin),
        related: [{ message: 'auth_request asks it', where: spanOf(level.settings.authRequest!.origin) }],
      };
    }
  },
};
