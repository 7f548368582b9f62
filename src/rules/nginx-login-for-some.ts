import type { LoginSwitch } from '../predict/nginx/switches.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-login-for-some',
  title: 'A variable decides which visitors are asked for a login',
  server: 'nginx',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Some visitors get in without a login, by the host or path that they ask for, by their method or address.',
    why: 'auth_basic takes the value off out of a variable; map, geo and set decide who gets it. The finding says for whom that is so.',
    fix: 'make a realm the default of the map, and write off for those who are meant to get in without',
    fine: 'Where the finding names nobody but those who are meant to get in.',
  },
};

/** How many kinds of visitors are named. */
const named = 4;

export const rule: Rule = {
  meta,
  *check({ nginx }) {
    for (const { realm, exempt, asked } of nginx?.loginSwitches ?? []) {
      // what is open but for some addresses is told as open, and what the client says of itself by the rule for that
      if (asked.every((visitor) => visitor !== null && !placed.has(visitor.kind))) continue;
      const chosen = exempt.filter((visitor) => visitor === null || told.has(visitor.kind));
      if (chosen.length === 0) continue;
      yield {
        message: `the login is off for ${whom(chosen)}, and on for ${whom(asked)}`,
        where: realm,
      };
    }
  },
};

type Visitors = LoginSwitch['asked'];
type Kind = NonNullable<Visitors[number]>['kind'];

/** Visitors by whom a place is judged. */
const placed: ReadonlySet<Kind> = new Set(['host', 'path', 'method']);
const told: ReadonlySet<Kind> = new Set([...placed, 'address']);

function whom(visitors: Visitors): string {
  // the plain visitor asks for one of the server's names
  const byName = visitors.filter((visitor) => visitor?.kind === 'host');
  const list = byName.length > 0 ? visitors.filter((visitor) => visitor !== null) : visitors;
  const words = list.slice(0, named).map((visitor) => visitor?.by ?? 'everybody else');
  const more = list.length - words.length;
  return `${words.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
