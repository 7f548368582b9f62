import { sameStart } from '../text/source.ts';
import { place } from './nginx-levels.ts';
import { fromVerdicts } from './reasons.ts';
import type { Draft, Rule, RuleMeta, Unit } from './rule.ts';

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

/** Targets that are files which cannot be seen here: there they let everybody in, missing they are a 500. */
function* filesOutOfSight({ nginx, places, fragment }: Unit): Iterable<Draft> {
  const unseen = new Set<string>();
  for (const { anonymous } of places) {
    const last = anonymous.because.at(-1);
    if (last?.code === 'nginx-auth-request-unseen' && last.where && 'source' in last.where)
      unseen.add(`${last.where.source.path}:${last.where.start}`);
  }
  for (const { level, target } of nginx?.authTargets ?? []) {
    if (!target || target.kind === 'server' || target.handler || target.tryFiles || target.steps.length > 0) continue;
    if (target.settings.unseen || fragment) continue;
    if (!unseen.has(`${target.origin.source.path}:${target.origin.start}`)) continue;
    yield {
      message: `open to all: ${place(target)} sends a file, and that it is there is all that auth_request asks`,
      where: level.settings.authRequest!.origin,
      related: [{ message: 'nothing here asks a service', where: target.origin }],
    };
  }
}

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* filesOutOfSight(unit);
    for (const draft of fromVerdicts(unit, meta)) {
      const target = unit.nginx?.authTargets.findLast(({ level }) =>
        sameStart(level.settings.authRequest?.origin, draft.where),
      )?.target;
      const dead = target?.own.has('realm') || target?.own.has('access');
      const why = dead ? 'auth_basic, allow and deny are skipped in a subrequest' : 'this gives the answer';
      const related = target ? [{ message: why, where: target.origin }] : [];
      yield { ...draft, related: [...related, ...(draft.related ?? [])] };
    }
  },
};
