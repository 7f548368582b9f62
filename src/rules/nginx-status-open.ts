import { standing } from '../model/nginx/levels.ts';
import { levelsWith } from './nginx-levels.ts';
import { isShut } from './nginx-logins.ts';
import { isLocal } from './nginx-sockets.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-status-open',
  title: 'A status page is open to everybody',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody sees how busy the server is, and with some modules every host and upstream.',
    why: 'stub_status and its like have no access control of their own.',
    fix: 'write allow 127.0.0.1; deny all; in the location, or listen on 127.0.0.1 alone',
    fine: 'Where only the monitoring reaches the port; on ports other than 80 and 443 it is reported as info.',
  },
};

const pages = ['stub_status', 'vhost_traffic_status_display', 'check_status', 'status', 'api'];

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { server, level } of levelsWith(unit, ...pages)) {
      const page = pages.flatMap((name) => standing(level, name))[0];
      if (!page || level.settings.unseen || isShut(level) || level.steps.some((step) => step.do === 'if')) continue;
      const open = server.listens.filter((listen) => !isLocal(listen));
      if (open.length === 0) continue;
      yield {
        message: `open to all: the status page of ${page.name} asks neither for a login nor for an address`,
        where: page,
        severity: open.some(({ port }) => port === 80 || port === 443) ? meta.severity : ('info' as const),
      };
    }
  },
};
