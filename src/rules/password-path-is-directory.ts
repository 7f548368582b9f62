import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { volumeThatLacks } from './volume-lacks.ts';

const meta: RuleMeta = {
  id: 'password-path-is-directory',
  title: 'The password file is a folder',
  server: 'both',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-user-file-directory', 'nginx-user-file-directory'],
  docs: {
    visitor: 'Whoever types a password gets 500.',
    why: 'The path names a folder; Docker makes one where the source of a bind mount is missing, and Kubernetes where a subPath names no key of the volume.',
    fix: 'name the file itself',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta, { related: volumeThatLacks(unit) }),
};
