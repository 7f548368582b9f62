import { isRelative } from './apache-password-file-relative.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { volumeThatLacks } from './volume-lacks.ts';

const meta: RuleMeta = {
  id: 'apache-password-file-missing',
  title: 'AuthUserFile names a file that is not there',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-user-file-missing'],
  docs: {
    visitor: 'Visitors without a login get 401; whoever types a password gets 500.',
    why: 'httpd opens the file only when credentials arrive, and then fails. A relative path is taken from ServerRoot, also in .htaccess.',
    fix: 'create the file with htpasswd, or correct the path; it must be absolute or relative to ServerRoot',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      when: ({ where }) => !isRelative(where),
      cause: ({ message }, { place }) => {
        const providers = place.apache?.()?.settings.basic?.providers ?? [];
        const last = providers.findLastIndex(({ value }) => value === 'file');
        return last >= 0 && last < providers.length - 1
          ? `${message}, and the providers after it are not asked`
          : message;
      },
      related: volumeThatLacks(unit),
    }),
};
