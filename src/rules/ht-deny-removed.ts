import { isGrant, requiring } from './apache-requires.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'ht-deny-removed',
  title: 'A section lets everybody fetch .ht files',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody can download .htaccess and .htpasswd.',
    why: 'Distributions deny names that begin with .ht; this section grants them again.',
    fix: 'remove the section',
    fine: 'Never: nothing needs these files over the web.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive, level } of requiring(unit, 'all')) {
      const { opening } = level;
      if (!opening || !/^<files(?:match)?$/i.test(opening.name)) continue;
      const pattern = opening.args.map(({ value }) => value).join(' ');
      if (!isGrant(directive) || !/^(?:~ )?[\^(]*\\?\.\(?ht/i.test(pattern)) continue;
      yield {
        message: 'open to all: everybody can fetch .htaccess and .htpasswd files where this section counts',
        where: directive,
      };
    }
  },
};
