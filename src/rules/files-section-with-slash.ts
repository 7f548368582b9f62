import { basename } from '../host/paths.ts';
import type { Directive } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { sameStart } from '../text/source.ts';
import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'files-section-with-slash',
  title: 'A Files section with a path never matches',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'What the section is for does not happen: the prompt stays, or the door stays open.',
    why: '<Files> compares the last part of the path alone, so that a name with a slash fits no file.',
    fix: 'write the file name alone, or use <Location> in the main configuration',
    fine: 'Never: the section is dead.',
  },
};

/** Whether a regular expression matches nothing without a slash in it. */
function wantsSlash(pattern: string): boolean {
  const plain = pattern.replace(/\\\\/g, '').replace(/\[[^\]]*\]/g, '');
  return /\/(?![?*{])/.test(plain) && !/[|]|\)[?*{]/.test(plain);
}

/** The path in a `<Files>` or `<FilesMatch>`, for which it fits no file; null: it has none. */
export function pathInName({ name, args }: Directive): string | null {
  const regex = name.toLowerCase() === '<filesmatch' || args[0]?.value === '~';
  const given = args.at(-1)?.value ?? '';
  return (regex ? wantsSlash(given) : given.replace(/^(?:\.\/+)+/, '').includes('/')) ? given : null;
}

/** Directives that let in or keep out. */
const access = /^(?:require|<require(?:all|any|none)|authtype|authuserfile|satisfy|order|allow|deny)$/i;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, '<files', '<filesmatch')) {
      const name = pathInName(directive);
      if (name === null || !directive.children?.some((one) => access.test(one.name))) continue;
      yield {
        message: `this section has no effect: ${directive.name}> compares the last part of the path, and ${printable(name)} has a slash`,
        help: `write the file name alone: ${printable(basename(name))}; or use <Location> in the main configuration`,
        where: directive,
        covers: unit.places.filter(({ place }) => sameStart(place.apache?.()?.section, directive)),
      };
    }
  },
};
