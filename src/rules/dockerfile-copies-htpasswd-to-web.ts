import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'dockerfile-copies-htpasswd-to-web',
  title: 'An image serves a password file',
  server: 'passwords',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody can download the hashes, and guess the passwords at leisure.',
    why: 'COPY takes the file along into the folder that the image serves. nginx has no rule against .ht files; that of Apache covers only names that begin with .ht.',
    fix: 'keep the file out of the folder that is copied, or name it in .dockerignore; copy it to /etc/nginx instead',
    fine: 'Never. Images with a configuration of their own are judged by that.',
  },
};

export const rule: Rule = {
  meta,
  *check({ served }) {
    for (const { local, target, where } of served)
      yield {
        message: `open to all at ${printable(target)}: the image puts ${printable(local)} where its server serves every file`,
        where,
      };
  },
};
