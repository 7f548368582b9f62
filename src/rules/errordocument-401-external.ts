import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'errordocument-401-external',
  title: 'ErrorDocument 401 with a full URL',
  server: 'apache',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'The plain error page of httpd is shown; the page that the line names never is.',
    why: 'A redirect would lose the challenge, so that httpd passes over a full URL for 401 and says so in its log.',
    fix: 'give a local path, such as /errors/401.html',
    fine: 'For other statuses a full URL is fine.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, 'errordocument')) {
      const [status, page] = directive.args.map(({ value }) => value);
      if (status !== '401' || !/^[a-z][a-z0-9+.-]*:\/\//i.test(page ?? '')) continue;
      yield {
        message:
          'visitors get the plain 401 page: httpd passes over a full URL here, since a redirect would lose the challenge',
        where: directive,
      };
    }
  },
};
