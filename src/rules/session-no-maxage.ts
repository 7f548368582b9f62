import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'session-no-maxage',
  title: 'A session that never ends',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Whoever finds an old cookie is still logged in.',
    why: 'Without SessionMaxAge a session lasts until the browser forgets the cookie, and the server takes it for ever.',
    fix: 'add SessionMaxAge 3600, for example',
    fine: 'Where the session is to last as long as the browser runs.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const session = named(unit, 'session')[0]?.directive;
    if (session?.args[0]?.value.toLowerCase() !== 'on' || named(unit, 'sessionmaxage').length > 0) return;
    yield {
      message: 'sessions never end: there is no SessionMaxAge',
      help: 'add SessionMaxAge 3600, in seconds',
      where: session,
    };
  },
};
