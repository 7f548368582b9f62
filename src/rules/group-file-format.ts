import { printable } from '../text/printable.ts';
import { locate } from '../text/source.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'group-file-format',
  title: 'A line of the group file that httpd reads otherwise',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-group-not-member'],
  docs: {
    visitor: 'The members written so get 401, though their password is right.',
    why: 'A line is name: member member. Commas become part of the names, and without a colon the whole line is the name of a group.',
    fix: 'write it as staff: ann bob',
    fine: 'Where a member’s name really ends in a comma.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const told = new Set<string>();
    for (const { place } of unit.places) {
      for (const { name, members, where } of place.apache?.()?.groups() ?? []) {
        const comma = members.find((member) => member.includes(','));
        const cut = members.length === 0 && /\s/.test(name);
        const { file, line } = locate(where);
        if ((comma === undefined && !cut) || told.has(`${file}:${line}`)) continue;
        told.add(`${file}:${line}`);
        yield {
          message: cut
            ? 'nobody is in this group, and its members get 401: the line has no colon, so that all of it is a name'
            : `${printable(comma!.replace(/,.*/, ''))} gets 401 with a right password: the comma is part of the member’s name`,
          help: 'write it as staff: ann bob',
          where,
        };
      }
    }
  },
};
