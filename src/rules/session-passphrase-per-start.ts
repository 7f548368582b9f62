import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'session-passphrase-per-start',
  title: 'The passphrase of the sessions is another one at each start',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'At each restart or reload everybody is logged out; with several servers, at each change from one to another.',
    why: 'exec: runs the program when the configuration is read; a random word makes all older cookies unreadable.',
    fix: 'make one passphrase and keep it: SessionCryptoPassphraseFile',
    fine: 'Where sessions are to end with the server, on one machine only.',
  },
};

const random = /^exec:.*(?:\brand\b|\burandom\b|\brandom\b|\buuidgen\b|\bpwgen\b|\bmktemp\b|\bdate\b)/;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, 'sessioncryptopassphrase', 'oidccryptopassphrase')) {
      if (!directive.args.some(({ value }) => random.test(value))) continue;
      yield {
        message: 'everybody is logged out at each reload: the passphrase is another one each time',
        help: 'keep one passphrase in a file: SessionCryptoPassphraseFile /etc/apache2/session.key',
        where: directive,
      };
    }
  },
};
