import type { Directive } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { directiveAt } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-all-denied-inherited',
  title: 'Nobody may read the served folder',
  server: 'apache',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everyone gets 403.',
    why: 'The root folder is denied, as distributions do, and no section grants the folder that this line serves.',
    fix: 'add <Directory> with Require all granted for the folder',
    fine: 'Where a file that is not shown grants it, or the folder is closed on purpose.',
  },
};

/** Whether a section is for a folder above another. */
function isAbove({ name, args }: Directive, folder: string): boolean {
  const path = args[0]?.value.replace(/\/+$/, '') ?? '';
  return name.toLowerCase() === '<directory' && path !== folder.replace(/\/+$/, '') && folder.startsWith(`${path}/`);
}

export const rule: Rule = {
  meta,
  *check(unit) {
    if (unit.fragment || unit.starts !== 'yes') return;
    const places = new Set(unit.places.map(({ place }) => place.target));
    for (const { answer, subject, target, where } of unit.apache?.roots() ?? []) {
      const cause = answer.because.at(-1);
      if (answer.status !== 403 || cause?.code !== 'apache-require-denied' || places.has(target)) continue;
      // a section for the folder itself that denies is meant so
      const section = directiveAt(unit, cause.where)?.level.opening;
      if (!section || !isAbove(section, subject)) continue;
      yield {
        message: `everyone gets 403 at ${target}: no section grants ${printable(subject)}, and one above it denies all`,
        help: `add <Directory "${printable(subject)}"> with Require all granted`,
        where,
        related: [{ message: 'this line denies', where: cause.where! }],
      };
    }
  },
};
