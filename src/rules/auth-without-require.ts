import { openBy } from './apache-openings.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-without-require',
  title: 'Login settings without a Require that asks for one',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-require-missing', 'apache-require-granted', 'apache-pass'],
  docs: {
    visitor: 'Everybody gets in without a login; where no Require is in effect at all, every request gets 500.',
    why: 'AuthType alone asks nobody for a login: the Require that holds is the one of an outer section, often Require all granted.',
    fix: 'add Require valid-user',
    fine: 'Where the settings are lent to sections below, which have their Require.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      when: ({ code }, judged) => code === 'apache-require-missing' || openBy(unit, judged) === 'no-require',
      cause: ({ code, message }, { place }) => {
        if (code === 'apache-require-missing') return message;
        return place.apache?.()?.own.authz?.section
          ? 'none of its Require lines asks for a login'
          : 'AuthType and the like ask nobody for a login without a Require';
      },
      where: (reason, { place }) => (reason.code === 'apache-require-missing' ? reason.where : place.where),
      related: ({ where }, judged) =>
        judged.verdict === 'open' && where ? [{ message: 'this line lets everybody in', where }] : [],
    }),
};
