import { proxiedTargets } from './auth-targets.ts';
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
  *check(unit) {
    for (const { target, handler, related } of proxiedTargets(unit)) {
      const { proxySetHeader, passRequestHeaders } = target.settings;
      const cleared = proxySetHeader?.some(
        ({ name, value }) => /^if-(?:none-match|modified-since)$/.test(name) && value.text === '',
      );
      if (cleared || passRequestHeaders?.value === false) continue;
      yield {
        message: 'visitors get 500 where the login service answers a conditional request with 304',
        help: 'write proxy_set_header If-None-Match ""; and proxy_set_header If-Modified-Since "";',
        where: handler.origin,
        related,
      };
    }
  },
};
