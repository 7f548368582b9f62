import { printable } from '../text/printable.ts';
import { jwtLines } from './nginx-jwt.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'jwt-leeway-large',
  title: 'Tokens are accepted long after they have expired',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'A token works on for as long as the leeway says.',
    why: 'auth_jwt_leeway is for clocks that differ by seconds.',
    fix: 'write auth_jwt_leeway 60s;',
    fine: 'Where clients cannot keep their clocks right.',
  },
};

const units: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** A time of nginx in seconds; null: it is none. */
function secondsOf(text: string): number | null {
  if (!/^(?:\d+[smhdw]?\s*)+$/.test(text)) return null;
  let seconds = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)([smhdw]?)/g)) seconds += Number(count) * units[unit!]!;
  return seconds;
}

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { line } of jwtLines(unit, 'auth_jwt_leeway')) {
      const text = line.args[0]?.value ?? '';
      const seconds = secondsOf(text);
      if (seconds === null || seconds <= 300) continue;
      yield {
        message: `tokens are accepted ${printable(text)} after they have expired`,
        where: line,
      };
    }
  },
};
