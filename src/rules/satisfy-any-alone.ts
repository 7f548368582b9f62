import { asksForLogin } from './apache-openings.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'satisfy-any-alone',
  title: 'Satisfy Any lets everybody in',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-satisfy-any', 'apache-satisfy-any-granted'],
  docs: {
    visitor: 'Everybody gets in, without a login and from any address.',
    why: 'Satisfy Any lets in whoever passes Order, Allow and Deny or else the Require lines: with nothing denied, or with Require all granted above, everybody passes one of them. It holds for all folders below, closed ones too.',
    fix: 'remove Satisfy Any, or add Order deny,allow and Deny from all with Allow for the networks that need no login; write Satisfy All where a folder below is to stay closed',
    fine: 'Where a file within a protected folder is to be public.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      cause: ({ code, message }) =>
        code === 'apache-satisfy-any' ? 'Satisfy Any takes host access for enough, and no address is refused' : message,
      help: ({ code }) =>
        code === 'apache-satisfy-any'
          ? 'remove Satisfy Any, or add Order deny,allow and Deny from all'
          : 'remove Satisfy Any: it is for folders that ask for a login too',
      related: (_, { place }) => {
        const own = place.apache?.()?.own;
        const login = own?.authn?.type || (own?.authz?.section && asksForLogin(own.authz.section));
        return [
          { message: login ? 'this login is never asked for' : 'this line keeps nobody out', where: place.where },
        ];
      },
    }),
};
