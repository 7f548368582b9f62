import { inEffect, valueInEffect } from '../model/nginx/levels.ts';
import { spanOf } from '../syntax/tree.ts';
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
  *check({ nginx }) {
    const done = new Set<object>();
    for (const { level, target } of nginx?.authTargets ?? []) {
      if (target?.handler?.kind !== 'proxy' || done.has(target) || target.settings.unseen) continue;
      done.add(target);
      const off = valueInEffect(target, 'proxy_pass_request_body') === 'off';
      const headers = valueInEffect(target, 'proxy_pass_request_headers') === 'off';
      const cleared = inEffect(target, 'proxy_set_header').some(
        ({ args }) => args[0]?.value.toLowerCase() === 'content-length' && args[1]?.value === '',
      );
      if (off || headers || cleared) continue;
      yield {
        message:
          'everyone who sends a form or a file may wait for ever: the subrequest announces a body that never comes',
        where: spanOf(target.handler.origin),
        related: [{ message: 'auth_request asks it', where: spanOf(level.settings.authRequest!.origin) }],
      };
    }
  },
};
