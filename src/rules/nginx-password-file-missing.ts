import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { volumeThatLacks } from './volume-lacks.ts';

const meta: RuleMeta = {
  id: 'nginx-password-file-missing',
  title: 'auth_basic_user_file names a file that is not there',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-user-file-missing'],
  docs: {
    visitor: 'Visitors without a login get 401; every password gets 403.',
    why: 'nginx opens the file only when credentials arrive, and nginx -t never does. A relative path is taken from the folder of the main file.',
    fix: 'create the file, or correct the path; a relative one is taken from the folder of nginx.conf',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      related: volumeThatLacks(unit),
    }),
};
