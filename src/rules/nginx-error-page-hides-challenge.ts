import type { Reason } from '../predict/answer.ts';
import { grouped } from '../text/grouped.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-error-page-hides-challenge',
  title: 'error_page 401 takes the place of the password prompt',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Nobody is ever asked for a password: the browser gets the page or the redirect, and shows it.',
    why: 'A browser asks for Basic credentials only when the status is 401; error_page with = or with a full URL changes it.',
    fix: 'write error_page 401 /401.html; without =, and let everybody have that page; or drop auth_basic where a login form is meant',
    fine: 'With auth_request alone, where the page is the login form.',
  },
};

export const rule: Rule = {
  meta,
  *check({ places }) {
    const hidden = places.flatMap((judged) => {
      const { status, because } = judged.anonymous;
      if (judged.verdict !== 'works' || status === 401 || status === 'pass') return [];
      if (status === 'unknown' && !isPageUnseen(because)) return [];
      const page = because.findLast(({ code }) => code === 'nginx-error-page');
      const asked = because.some(({ code }) => code === 'nginx-no-credentials');
      const service = because.some(({ code }) => code.startsWith('nginx-auth-request'));
      if (!page?.where || !('source' in page.where) || !asked || service) return [];
      return [{ page, judged, where: page.where }];
    });
    for (const list of grouped(hidden, ({ where }) => `${where.source.path}:${where.start}`).values()) {
      const [{ page, judged: first, where }] = list;
      const { status } = first.anonymous;
      yield {
        message: `no browser asks for the password at ${first.place.target}: ${page.message} with ${typeof status === 'number' ? `status ${status}` : 'the status of the upstream'}, and the challenge of auth_basic needs 401`,
        help: 'write error_page 401 /401.html; without = and without a full URL',
        where,
        ...(status === 'unknown' && { severity: 'warning' as const, confidence: 'medium' as const }),
        related: list.slice(0, 5).map(({ judged: { place } }) => ({
          message: `${place.target} asks for a password`,
          where: place.where,
        })),
      };
    }
  },
};

/** Whether all is told but the status of the page that an upstream gives. */
function isPageUnseen(because: readonly Reason[]): boolean {
  return because.at(-1)?.code === 'nginx-unseen' && because.some(({ code }) => code === 'nginx-error-page');
}
