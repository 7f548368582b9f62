import { valueInEffect } from '../model/nginx/levels.ts';
import { proxiedTargets } from './auth-targets.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-forwards-body',
  title: 'The subrequest of auth_request announces a body that never comes',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  preset: 'strict',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Uploads and forms hang or end in 500 where the login service waits for the body.',
    why: 'The subrequest carries the Content-Length of the visitor but none of the body.',
    fix: 'write proxy_pass_request_body off; and proxy_set_header Content-Length "";',
    fine: 'Where the place is only read, or the service never looks at a body.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { target, handler, related } of proxiedTargets(unit)) {
      const { proxySetHeader, passRequestHeaders } = target.settings;
      const cleared = proxySetHeader?.some(({ name, value }) => name === 'content-length' && value.text === '');
      if (cleared || passRequestHeaders?.value === false) continue;
      if (valueInEffect(target, 'proxy_pass_request_body') === 'off') continue;
      yield {
        message:
          'everyone who sends a form or a file may wait for ever: the subrequest announces a body that never comes',
        where: handler.origin,
        related,
      };
    }
  },
};
