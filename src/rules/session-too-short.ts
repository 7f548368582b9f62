import { endsSession, named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'session-too-short',
  title: 'A session that ends while people type',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever reads or types longer than that is sent back to the login, and what was typed is lost.',
    why: 'SessionMaxAge counts seconds since the last request, not minutes.',
    fix: 'write SessionMaxAge 1800 or more',
    fine: 'Where a terminal that many people use must close quickly.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive, level } of named(unit, 'sessionmaxage', 'oidcsessioninactivitytimeout')) {
      const seconds = Number(directive.args[0]?.value);
      if (!(seconds > 0 && seconds < 120) || endsSession(level)) continue;
      yield {
        message: `the login is lost after ${seconds} ${seconds === 1 ? 'second' : 'seconds'} without a request: ${directive.name} counts seconds`,
        help: `write ${directive.name} 1800 for half an hour`,
        where: directive,
      };
    }
  },
};
