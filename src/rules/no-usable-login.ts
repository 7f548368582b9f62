import type { JudgedPlace } from '../predict/judge.ts';
import { hasCommaAt } from './apache-names.ts';
import { isDigestOfBasic } from './basic-file-used-with-digest.ts';
import { refusedLogins } from './password-problems.ts';
import { fromVerdicts } from './reasons.ts';
import { nobodyNamed } from './require-user-unknown.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'no-usable-login',
  title: 'No user of the password file can log in',
  server: 'both',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [...refusedLogins, 'apache-credentials-malformed'],
  docs: {
    visitor: 'Everyone gets 401 (with some damaged entries 500), whatever the password.',
    why: 'The file is empty, or none of its entries is whole and of a kind that this server checks.',
    fix: 'write new entries with htpasswd -B',
    fine: 'Never, where the file is what the server will see.',
  },
};

/** Whether the users of a place are looked up in the null device, which is no file to be audited. */
function readsNothing({ place }: JudgedPlace): boolean {
  return place.apache?.()?.settings.userFile?.value === '/dev/null';
}

export const rule: Rule = {
  meta,
  check(unit) {
    // damaged entries are findings of their own, each at its line
    const told = unit.passwords.some(({ problems }) => problems.some(({ fatal }) => fatal.length > 0));
    return fromVerdicts(unit, meta, {
      when: (_, judged) =>
        readsNothing(judged) ||
        (!told && nobodyNamed(judged) === null && !hasCommaAt(judged) && !isDigestOfBasic(judged)),
      help: (_, judged) =>
        readsNothing(judged)
          ? 'name a file made by htpasswd; where another module knows the users, name it by AuthBasicProvider'
          : null,
      cause: ({ code, message }) =>
        code.endsWith('-user-unknown') ? 'no entry of the password file can log in' : message,
    });
  },
};
