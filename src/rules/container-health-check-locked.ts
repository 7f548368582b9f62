import type { HealthCheck } from '../discover/maps/service.ts';
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
      'The container is unhealthy for ever: services that depend on it never start, a swarm restarts it again and again. Kubernetes restarts it, or sends it no request at all.',
    why: 'HEALTHCHECK, healthcheck of the compose file, or a probe of Kubernetes asks a page that wants a login, sends none that is right, and takes 401 for a failure.',
    fix: 'check a path without a login (location = /health { auth_basic off; return 204; }), or send one with the check',
    fine: 'Never: the check cannot succeed.',
  },
};

const outcomes: Readonly<Record<HealthCheck['kind'], string>> = {
  health: 'the container never becomes healthy',
  liveness: 'the container is restarted again and again',
  readiness: 'the Pod never gets a request',
  startup: 'the container is restarted again and again',
};

export const rule: Rule = {
  meta,
  *check({ health }) {
    for (const { kind, url, where, answer } of health) {
      if (answer.status !== 401) continue;
      const reason = answer.because.findLast((one) => one.where !== null);
      const probe = kind !== 'health';
      // the address of a Pod is nobody's business
      const asked = probe ? url.replace(/^https?:\/\/[^/]*(?=:)/, '') : url;
      yield {
        message: `the ${probe ? `${kind} probe` : 'health check'} gets 401 from ${printable(asked)}: ${outcomes[kind]}`,
        where,
        ...(probe && { severity: 'error' as const }),
        related: reason?.where ? [{ message: 'the login', where: reason.where }] : [],
      };
    }
  },
};
