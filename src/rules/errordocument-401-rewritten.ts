import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'errordocument-401-rewritten',
  title: 'The page for 401 is caught by a rewrite',
  server: 'apache',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'The application answers in place of the prompt: 404, or a redirect to itself without end.',
    why: 'ErrorDocument names a page that is fetched inside the server, and the catch-all rewrite sends that fetch to the application.',
    fix: 'write ErrorDocument 401 default in the protected folder, or exempt the page: RewriteRule ^errors/ - [L] before the catch-all',
    fine: 'Where the application answers 401 pages itself.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const told = new Set<unknown>();
    for (const { target, subject, where } of unit.apache?.publicCalls('error-page') ?? []) {
      // where rewriting led to a script
      if (told.has(where) || !/\.(?:php|cgi|pl|py|fcgi)$/.test(subject)) continue;
      const page = target.slice(target.indexOf('/'));
      // a name without ending is a route of the application, which then has a page for it
      if (subject === page || !/\.[^/]*$/.test(page)) continue;
      told.add(where);
      yield {
        message: `visitors may get a page of the application in place of the prompt: the 401 page ${printable(page)} is rewritten to ${printable(subject)}`,
        help: 'write ErrorDocument 401 default in the protected folder, or exempt the page from the rewrite',
        where,
      };
    }
  },
};
