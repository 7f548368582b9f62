import { grouped } from '../text/grouped.ts';
import { locate } from '../text/source.ts';
import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'weak-hash',
  title: 'A password hash that is quickly guessed',
  server: 'passwords',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'The login works.',
    why: 'Whoever gets hold of the file finds such passwords fast.',
    fix: 'write a new entry with htpasswd -B',
    fine: 'Where the file is short-lived.',
  },
};

/** Of more entries of one kind in a file the first stands for all. */
const most = 5;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const code of ['weak-des', 'weak-sha1', 'weak-md5crypt', 'weak-plain', 'apr1'] as const) {
      const byFile = grouped(fromPasswords(unit, [code]), ({ where }) => locate(where).file);
      for (const drafts of byFile.values()) {
        const [first, ...others] = drafts;
        if (drafts.length <= most) yield* drafts;
        else yield { ...first, message: `${first.message} (and so are those of ${others.length} more users)` };
      }
    }
  },
};
