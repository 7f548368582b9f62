import { commandsNamed } from '../catalog/apache.ts';
import { classBits } from '../model/apache/htaccess.ts';
import type { Directive } from '../syntax/tree.ts';
import { directiveAt, named } from './apache-levels.ts';
import { fromMistakes } from './reasons.ts';
import type { Rule, RuleMeta, Unit } from './rule.ts';

const meta: RuleMeta = {
  id: 'allowoverride-forbids-auth',
  title: 'AllowOverride does not permit a line of .htaccess',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-htaccess-broken'],
  docs: {
    visitor: 'Every request below the folder gets 500.',
    why: 'AllowOverride names the classes of directives that .htaccess may hold; one of another class is an error for the whole folder. Where no AllowOverride was ever said, no line is permitted.',
    fix: 'add the class to AllowOverride (AuthConfig for logins), or move the line into the Directory section',
    fine: 'Where AllowOverride says Nonfatal=Override: the line is passed over.',
  },
};

/** The classes of AllowOverride that permit a directive. */
function classesOf(name: string): string[] {
  const commands = commandsNamed(name.toLowerCase());
  return Object.keys(classBits).filter((key) => commands.some(({ where }) => (where & classBits[key]!) !== 0));
}

/** The AllowOverride line that holds for a file, by the deepest plain Directory section above it; null: none is seen. */
function overrideOf(unit: Unit, path: string): Directive | null {
  let found: Directive | null = null;
  let depth = -1;
  for (const { directive, level } of named(unit, 'allowoverride')) {
    const folder = level.opening?.args[0]?.value.replace(/\/+$/, '');
    if (folder === undefined || folder.length < depth || !path.startsWith(`${folder}/`)) continue;
    found = directive;
    depth = folder.length;
  }
  return found;
}

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromMistakes(unit, 'override', {
      cause: ({ message }) => `AllowOverride does not permit it in this folder: ${message}`,
      help: ({ where }) => {
        const met = directiveAt(unit, where);
        const names = met ? classesOf(met.directive.name) : [];
        return `add ${names.join(' or ') || 'the class'} to AllowOverride, or move the line into the Directory section`;
      },
      related: ({ place: { where } }) => {
        const line = 'source' in where ? overrideOf(unit, where.source.path) : null;
        return line ? [{ message: 'this AllowOverride holds for the folder', where: line }] : [];
      },
    }),
};
