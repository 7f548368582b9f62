import type { LocationConf } from '../model/nginx/config.ts';
import { spanOf } from '../syntax/tree.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-lets-all-in',
  title: 'The target of auth_request says yes to everybody',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: ['nginx-auth-request-passed'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'The target is a file, or a fixed answer with 2xx; and in a subrequest auth_basic, allow and deny are skipped.',
    fix: 'pass the subrequest on to the service that knows the login (proxy_pass, fastcgi_pass)',
    fine: 'As a stub while the service is being set up.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const targets = new Map<string, LocationConf | null>();
    for (const { level, target } of unit.nginx?.authTargets ?? []) {
      const { source, start } = level.settings.authRequest!.origin;
      targets.set(`${source.path}:${start}`, target);
    }
    const help = 'pass the subrequest on to the service that knows the login (proxy_pass, fastcgi_pass)';
    for (const draft of fromVerdicts(unit, meta, { help })) {
      const { where } = draft;
      const target = 'source' in where ? targets.get(`${where.source.path}:${where.start}`) : null;
      const dead = target?.own.has('realm') || target?.own.has('access');
      const why = dead ? 'auth_basic, allow and deny are skipped in a subrequest' : 'this gives the answer';
      const related = target ? [{ message: why, where: spanOf(target.origin) }] : [];
      yield { ...draft, related: [...related, ...(draft.related ?? [])] };
    }
  },
};
