import { basename } from '../host/paths.ts';
import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-htpasswd-in-docroot',
  title: 'A file of passwords can be fetched',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody can download the hashes, and guess the passwords at leisure.',
    why: 'The file lies below a folder that is served, and its name is not covered by the usual rule against .ht files.',
    fix: 'move it out of the web root, or give it a name that begins with .ht',
    fine: 'Where the server denies it; then it is not reported.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const told = new Set<string>();
    for (const { answer, subject, target, where } of unit.apache?.exposedFiles() ?? []) {
      if (answer.status !== 'pass' || told.has(subject)) continue;
      told.add(subject);
      const named = 'source' in where;
      yield {
        message: `open to all at ${target}: ${named ? 'this file of users' : 'a file whose name tells of passwords'} is served like any page`,
        help: `move ${printable(basename(subject))} out of the web root, or give it a name that begins with .ht`,
        where,
        // nothing tells what is in a file that no line names
        severity: named ? 'error' : 'warning',
      };
    }
  },
};
