import { levelsAsking, place } from './nginx-levels.ts';
import { loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-location-inside-pattern',
  title: 'A location inside a pattern’s location is never found',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets in: the login of the inner location is never asked for.',
    why: 'Once a pattern has matched, nginx looks inside that location for patterns only; plain and exact locations there are dead.',
    fix: 'write the inner location as a pattern too (location ~ ^/…), or beside the outer one',
    fine: 'Where the outer location asks for the same login.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsAsking(unit)) {
      const { parent, kind, settings } = level;
      if (parent?.kind !== 'regex' || kind === 'regex' || kind === 'if' || kind === 'limit_except') continue;
      const login = loginOf(settings);
      if (!login || loginOf(parent.settings)) continue;
      yield {
        message: `open to all: ${place(level)} is never looked for inside ${place(parent)}, and its login never asked for`,
        where: login,
        related: [{ message: 'the pattern that holds it', where: parent.origin }],
      };
    }
  },
};
