import { printable } from '../text/printable.ts';
import { hasComma, namesOf } from './apache-names.ts';
import { requiring } from './apache-requires.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-user-comma-list',
  title: 'Commas between the names of a Require',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-user-unknown', 'apache-require-user-denied', 'apache-group-not-member'],
  docs: {
    visitor: 'Whoever is named with a comma gets 401, whatever the password.',
    why: 'Require separates names at blanks; a comma is part of the name before it.',
    fix: 'separate the names by blanks: Require user ann bob',
    fine: 'Where a user name really holds a comma.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of requiring(unit, 'user', 'group')) {
      const kind = directive.args[0]?.value;
      if ((kind !== 'user' && kind !== 'group') || !hasComma(directive)) continue;
      const name = namesOf(directive).find((one) => one.includes(',')) ?? '';
      yield {
        message: `${kind} ${printable(name.replace(/,.*/, ''))} gets 401 with a right password: the comma is part of the name for httpd`,
        help: `separate the names by blanks: Require ${kind} ${printable(namesOf(directive).join(' ').replace(/,+/g, ' ').replace(/ +/g, ' ').trim())}`,
        where: directive,
      };
    }
  },
};
