import { openBy } from './apache-openings.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'directory-auth-on-proxied-path',
  title: 'The login of a folder whose URL goes to a proxy',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-pass', 'apache-require-granted'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'A proxied request is mapped to no file: Directory sections and .htaccess never count for it.',
    fix: 'put the login into <Location> or <Proxy>',
    fine: 'Where the folder is reached by another URL that is not proxied.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      when: (_, judged) => openBy(unit, judged) === 'proxied',
      cause: () => 'the request goes to a proxy, for which Directory sections and .htaccess do not count',
      where: (_, { place }) => place.where,
    }),
};
