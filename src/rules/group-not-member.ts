import type { JudgedPlace } from '../predict/judge.ts';
import { printable } from '../text/printable.ts';
import { hasCommaAt, namedAt } from './apache-names.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'group-not-member',
  title: 'No user of the password file is in the required group',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-group-not-member'],
  docs: {
    visitor: 'The prompt comes back for ever.',
    why: 'The group is misspelt, is not defined, or has no member who is in the password file.',
    fix: 'add a line such as staff: ann bob to the group file',
    fine: 'Never, where the file is what the server will see.',
  },
};

/** Whether commas, or a line without a colon, are behind it: rules of their own say so. */
function misread(judged: JudgedPlace): boolean {
  const groups = judged.place.apache?.()?.groups() ?? [];
  return hasCommaAt(judged) || groups.some(({ members }) => members.some((member) => member.includes(',')));
}

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      when: (_, judged) => !misread(judged),
      cause: ({ message }, judged) => {
        if (judged.place.apache?.()?.settings.groupFile?.value === '/dev/null')
          return `${message}: the group file is /dev/null, which has no groups`;
        const lines = namedAt(judged).filter(({ kind }) => kind === 'group');
        if (lines.some(({ names, unknown }) => unknown?.length === names.length))
          return `${message}: the group file has no line for ${lines.flatMap(({ names }) => names.map((one) => printable(one))).join(', ')}`;
        return `${message}: no member of the group is in the password file`;
      },
    }),
};
