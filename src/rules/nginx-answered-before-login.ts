import type { Reason } from '../predict/answer.ts';
import { levelsWith } from './nginx-levels.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta, Unit } from './rule.ts';
import { visitorGets } from './verdicts.ts';

const meta: RuleMeta = {
  id: 'nginx-answered-before-login',
  title: 'The request is answered before any login is asked for',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: ['nginx-return', 'nginx-rewrite-redirect', 'nginx-redirection-cycle', 'nginx-named-location-missing'],
  docs: {
    visitor: 'Nobody reaches the page, or everybody gets the answer without a login.',
    why: 'return and rewrite run before the access phase.',
    fix: 'move the return into a location of its own',
    fine: 'Where the answer is meant for everybody.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      visitor: (reason, judged) =>
        isConditional(unit, reason) && judged.verdict !== 'open'
          ? `a plain request gets ${judged.valid.status}`
          : visitorGets(judged),
      cause: (reason) =>
        isConditional(unit, reason) ? `${reason.message}, where the if around it holds` : reason.message,
    }),
};

/** Whether what answers stands in an `if`, which may spare other requests. */
function isConditional(unit: Unit, { where }: Reason): boolean {
  return levelsWith(unit, 'return', 'rewrite').some(
    ({ level }) => level.kind === 'if' && level.steps.some(({ origin }) => origin === where),
  );
}
