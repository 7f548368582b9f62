import { fromPasswords } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'password-file-no-final-newline',
  title: 'The password file does not end with a newline',
  server: 'passwords',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Nothing yet: the next user who is appended with >> is lost, with the last one.',
    why: 'A line that is appended continues the last one.',
    fix: 'end the file with a newline',
    fine: 'Where htpasswd alone writes to the file.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['no-final-newline']) };
