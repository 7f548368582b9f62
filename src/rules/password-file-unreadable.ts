import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'password-file-unreadable',
  title: 'The worker may not read the password file',
  server: 'both',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-user-file-unreadable', 'nginx-user-file-unreadable'],
  docs: {
    visitor: 'Whoever types a password gets 500.',
    why: 'The file is opened by the worker account, not by root; its mode, its owner or a folder above it shuts the worker out.',
    fix: 'let the worker read it: owner root, the group of the worker, mode 0640, and x on every folder above',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromVerdicts(unit, meta),
};
