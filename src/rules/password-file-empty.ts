import { locate } from '../text/source.ts';
import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta, Unit } from './rule.ts';

const meta: RuleMeta = {
  id: 'password-file-empty',
  title: 'The password file has no user',
  server: 'passwords',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'Everyone gets 401.',
    why: 'The file has no entry, or only comments.',
    fix: 'add a user: htpasswd -B FILE USER',
    fine: 'Where the users are written at deploy time.',
  },
};

/**
 * Whether the file may be a place holder: no configuration at hand names it, or it lies in a repository and nothing says
 * that a server gets it as it is.
 */
function mayBeFilled({ sources, repository, mapped }: Unit, file: string): boolean {
  const placed = mapped.find(({ empty, local }) => empty && local === file);
  return sources.length === 0 || (repository && (!placed || placed.maker !== null));
}

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const draft of fromPasswords(unit, ['empty-file']))
      yield { ...draft, severity: mayBeFilled(unit, locate(draft.where).file) ? 'warning' : 'error' };
  },
};
