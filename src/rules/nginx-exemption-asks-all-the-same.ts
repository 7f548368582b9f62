import { printable } from '../text/printable.ts';
import { place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-exemption-asks-all-the-same',
  title: 'A location without a login hands its requests on to one that asks for it',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everyone is asked for a login where none is meant to be.',
    why: 'try_files, index and rewrite choose a location again, most often that of all scripts, and its own login counts.',
    fix: 'let the exempt location make the answer itself, or switch the login off where its requests end up',
    fine: 'Where only some of its requests are meant to be free.',
  },
};

export const rule: Rule = {
  meta,
  *check({ nginx }) {
    for (const { level, said, path, answer } of nginx?.lostExemptions ?? []) {
      const login = answer.because.find(({ code }) => code === 'nginx-no-credentials')?.where;
      yield {
        message: `everyone is asked for a login at ${printable(path, 80)}: ${place(level)} asks for none, but hands the request on to a location that does`,
        where: said,
        related: login ? [{ message: 'the login that is asked for', where: login }] : [],
      };
    }
  },
};
