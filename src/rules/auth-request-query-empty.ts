import type { Condition, LocationConf } from '../model/nginx/config.ts';
import { type Value, variablesOf } from '../model/nginx/value.ts';
import { place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-query-empty',
  title: 'The target of auth_request looks at a query that it never has',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'A key or token in the query is never seen: everybody is treated alike.',
    why: 'The subrequest of auth_request has no query, so that $args and each $arg_… are empty there.',
    fix: 'take it out of $request_uri by a map, which is the request of the visitor',
    fine: 'Where the location is asked for by visitors too, and the query counts for them alone.',
  },
};

const query = /^(?:arg_\w+|args|query_string)$/;

export const rule: Rule = {
  meta,
  *check({ nginx }) {
    for (const { level, target } of nginx?.authTargets ?? []) {
      const said =
        target &&
        valuesOf(target)
          .flatMap(variablesOf)
          .find((name) => query.test(name.toLowerCase()));
      if (!target || said === undefined) continue;
      yield {
        message: `$${said} is always empty in ${place(target)}: the subrequest of auth_request has no query`,
        where: target.origin,
        related: [{ message: 'auth_request asks it', where: level.settings.authRequest!.origin }],
      };
    }
  },
};

/** What a location decides and asks by. */
function valuesOf({ steps, handler }: LocationConf): readonly Value[] {
  return [
    ...(handler ? [handler.to] : []),
    ...steps.flatMap((step): readonly Value[] => {
      if (step.do === 'set') return [step.value];
      return step.do === 'if' ? [...testedIn(step.test), ...valuesOf(step.location)] : [];
    }),
  ];
}

function testedIn(test: Condition): readonly Value[] {
  if (test.kind === 'file') return [];
  return test.kind === 'equal' ? [test.value, test.with] : [test.value];
}
