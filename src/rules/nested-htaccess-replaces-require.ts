import type { Where } from '../text/source.ts';
import { levelsOf } from './apache-levels.ts';
import { isGrant } from './apache-requires.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nested-htaccess-replaces-require',
  title: 'A folder within a protected one lets everybody in',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Everybody gets into the inner folder without a login.',
    why: 'A Require of an inner .htaccess takes the place of the outer one, unless AuthMerging says otherwise.',
    fix: 'remove it, or add AuthMerging And',
    fine: 'Where the inner folder is public on purpose.',
  },
};

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

export const rule: Rule = {
  meta,
  *check(unit) {
    const guarded = new Map<string, Where>();
    for (const { place } of unit.places) {
      if (place.apache?.()?.kind !== 'htaccess' || !('source' in place.where)) continue;
      guarded.set(folderOf(place.where.source.path), place.where);
    }
    for (const { htaccess, opening, directives } of guarded.size > 0 ? levelsOf(unit) : []) {
      if (!htaccess || opening) continue;
      const grant = directives.find(isGrant);
      const other = directives.some((one) => one !== grant && /^(?:require|authmerging)$/i.test(one.name));
      const folder = folderOf(htaccess.path);
      const outer = [...guarded].find(([path]) => path !== folder && folder.startsWith(path));
      if (!grant || other || !outer) continue;
      yield {
        message:
          'open to all below this folder: the Require takes the place of the login that the folder above asks for',
        where: grant,
        related: [{ message: 'this login is left out here', where: outer[1] }],
      };
    }
  },
};
