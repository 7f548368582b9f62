import { meantWord } from './mend-apache.ts';
import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-start-files',
  title: 'Something that httpd needs at start is missing',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [
    'apache-include-failed',
    'apache-include-too-deep',
    'apache-module-not-loadable',
    'apache-no-processing-module',
    'apache-no-listen',
  ],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'An included file, a module or a Listen line is not there.',
    fix: 'create the file or correct its path; IncludeOptional may match nothing',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromStartErrors(unit, meta, ({ where }) => meantWord(where)),
};
