import { basename } from '../host/paths.ts';
import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'includeoptional-auth-missing',
  title: 'IncludeOptional names a file of logins that is not there',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'What the file would protect is open, and the server starts without a word.',
    why: 'IncludeOptional may match nothing; a missing file of logins is passed over.',
    fix: 'write Include, so that a missing file is noticed; or create the file',
    fine: 'Where each host may have the file or not.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const directive of unit.apache?.unmetIncludes ?? []) {
      const name = basename(directive.args[0]?.value ?? '');
      // a wildcard is for what may come
      if (/[*?[]/.test(name) || !/auth|htpasswd|login|protect|password|restrict|access|secure/i.test(name)) continue;
      yield {
        message: `open where ${printable(name)} would ask for a login: the file is not there, and IncludeOptional passes over it`,
        where: directive,
      };
    }
  },
};
