import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'container-health-check-locked',
  title: 'The health check of the container meets the password',
  server: 'both',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'The container is unhealthy for ever: services that depend on it never start, and a swarm starts it anew again and again.',
    why: 'HEALTHCHECK, or healthcheck of the compose file, asks a page that wants a login, sends none, and takes 401 for a failure.',
    fix: 'check a path without a login (location = /health { auth_basic off; return 204; }), or send one with the check',
    fine: 'Never: the check cannot succeed.',
  },
};

export const rule: Rule = {
  meta,
  *check({ health }) {
    if (health?.answer.status !== 401) return;
    const reason = health.answer.because.findLast(({ where }) => where !== null);
    yield {
      message: `the health check gets 401 from ${printable(health.url)}: the container never becomes healthy`,
      help: meta.docs.fix,
      where: health.where,
      related: reason?.where ? [{ message: 'the login', where: reason.where }] : [],
    };
  },
};
