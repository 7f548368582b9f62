import { type Level, named } from './apache-levels.ts';
import { tokenSignFor } from './authorization.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'requestheader-unset-authorization',
  title: 'The Authorization header is removed before anybody can read it',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: ['apache-authorization-removed'],
  docs: {
    visitor:
      'With early, no login of the server itself ever arrives: 401 for everybody. Without, the application behind it sees no token.',
    why: 'RequestHeader unset takes the header out of the request; early means before the login is checked.',
    fix: 'remove the line, or keep it (without early) to the section that has a Basic login of its own',
    fine: 'Where a Basic login of the server is in front of the application; then it is not reported.',
  },
};

/** Whether a section or one around it asks for a login. */
function login(level: Level): boolean {
  for (let at: Level | null = level; at; at = at.outer) {
    if (
      at.directives.some(
        ({ name, args }) => name.toLowerCase() === 'authtype' && args[0]?.value.toLowerCase() !== 'none',
      )
    )
      return true;
  }
  return false;
}

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromVerdicts(unit, meta, { help: 'leave early out, or remove the line' });
    for (const { directive, level } of named(unit, 'requestheader')) {
      const [action = '', header = '', ...rest] = directive.args.map(({ value }) => value.toLowerCase());
      if (action !== 'unset' || header.replace(/:$/, '') !== 'authorization' || rest.length > 0) continue;
      if (login(level)) continue;
      const seen = tokenSignFor(unit, level);
      if (!seen) continue;
      yield {
        message: 'tokens do not arrive: the Authorization header is removed on the way to the application',
        help: 'remove the line, or keep it to the section that has a Basic login of its own',
        where: directive,
        related: [{ message: 'the application takes tokens', where: seen }],
      };
    }
  },
};
