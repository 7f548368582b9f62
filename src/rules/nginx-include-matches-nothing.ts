import { printable } from '../text/printable.ts';
import { loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-include-matches-nothing',
  title: 'A pattern that should bring in access rules matches no file',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets in, if the login was to come out of those files.',
    why: 'A pattern in include may match nothing, and nginx says nothing of it.',
    fix: 'name the file, so that nginx refuses to start without it',
    fine: 'Where the files are put there only on some machines.',
  },
};

/** Names of files that are expected to hold access rules. */
const access =
  /auth|htpasswd|passw|secur|protect|private|access|acl|allow|deny|white-?list|black-?list|restrict|login|sso/i;

export const rule: Rule = {
  meta,
  *check({ nginx, fragment }) {
    if (fragment) return;
    for (const { include, level } of nginx?.config.emptyIncludes ?? []) {
      const pattern = include.args[0]!.value;
      if (!access.test(pattern) || loginOf(level.settings) || level.settings.access) continue;
      yield {
        message: `perhaps open to all: ${printable(pattern, 120)} matches no file, and nginx goes on without`,
        where: include,
      };
    }
  },
};
