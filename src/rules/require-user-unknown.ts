import { distance } from 'fastest-levenshtein';
import type { JudgedPlace } from '../predict/judge.ts';
import { printable } from '../text/printable.ts';
import { commentAt } from './apache-mistakes.ts';
import { hasComma, type Named, namedAt } from './apache-names.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-user-unknown',
  title: 'Require user names somebody who is not in the password file',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: ['apache-user-unknown', 'apache-require-user-denied'],
  docs: {
    visitor: 'Whoever goes by that name gets 401; where nobody named is in the file, everyone gets 401.',
    why: 'The name is misspelt (letter case counts), or the user was never added.',
    fix: 'correct the name, or add the user with htpasswd',
    fine: 'Where the user is added later.',
  },
};

const help = 'correct the name (letter case counts), or add the user with htpasswd';

/** The Require user line that names nobody who is in the file, where that locks everyone out; null: it is not that. */
export function nobodyNamed(judged: JudgedPlace): Named | null {
  if (judged.verdict !== 'locked-out') return null;
  const lines = namedAt(judged).filter(({ kind }) => kind === 'user');
  const none = lines.every(({ names, unknown }) => unknown !== null && unknown.length === names.length);
  const first = none ? lines.find(({ names }) => names.length > 0) : undefined;
  return first && !hasComma(first.directive) ? first : null;
}

/** Whether a name differs from one of the file by its letter case or by one letter. */
function isSlip(name: string, { place }: JudgedPlace): boolean {
  const known = place.apache?.();
  const users = (place.users() ?? []).filter((user) => known?.knows(user));
  return users.some((user) => user.toLowerCase() === name.toLowerCase() || distance(user, name) === 1);
}

function list(names: readonly string[]): string {
  return names.length === 1
    ? `the user ${printable(names[0]!)} is`
    : `the users ${names.map((one) => printable(one)).join(', ')} are`;
}

export const rule: Rule = {
  meta,
  *check(unit) {
    const nobody = new Map<JudgedPlace, Named>();
    for (const judged of unit.places) {
      const line = nobodyNamed(judged);
      if (line) nobody.set(judged, line);
    }
    yield* fromVerdicts(unit, meta, {
      when: (_, judged) => nobody.has(judged),
      where: (_, judged) => nobody.get(judged)!.directive,
      cause: (_, judged) => `${list(nobody.get(judged)!.names)} not in the password file`,
      help,
      severity: () => 'error',
    });
    for (const judged of unit.places) {
      if (judged.anonymous.status === 'pass' || nobody.has(judged)) continue;
      for (const { kind, directive, unknown } of namedAt(judged)) {
        const missing = unknown?.filter((name) => !name.startsWith('#')) ?? [];
        if (kind !== 'user' || missing.length === 0 || hasComma(directive) || commentAt(directive) !== null) continue;
        yield {
          message: `401 for ${missing.map((one) => printable(one)).join(', ')} at ${judged.place.target}: ${list(missing)} not in the password file`,
          help,
          where: directive,
          // a name like one of the file is a slip; another may belong to somebody yet to come
          severity: missing.some((name) => isSlip(name, judged)) ? 'warning' : 'info',
        };
      }
    }
  },
};
