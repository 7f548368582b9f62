import type { Directive } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { locate, type Where } from '../text/source.ts';
import { named } from './apache-levels.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-password-file-relative',
  title: 'A relative AuthUserFile in .htaccess',
  server: 'apache',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: ['apache-user-file-missing'],
  docs: {
    visitor: 'Visitors without a login get 401; whoever types a password gets 500.',
    why: 'httpd takes a relative path from ServerRoot, such as /etc/apache2, not from the folder of the .htaccess file.',
    fix: 'write the absolute path of the file',
    fine: 'Where the file stands below ServerRoot, as conf/users often does.',
  },
};

/** Whether a reason stands at a directive whose path does not begin at the root, parameters of a macro filled in. */
export function isRelative(where: Where | null): boolean {
  const path = where && 'args' in where ? (where as Directive).args[0]?.value : undefined;
  return path !== undefined && path !== '' && !/^(?:\/|\$\{|[A-Za-z]:|\|)/.test(path);
}

function placeOf(where: Where): string {
  const { file, line } = locate(where);
  return `${file}:${line}`;
}

export const rule: Rule = {
  meta,
  *check(unit) {
    const help = 'write the absolute path, such as /var/www/example/.htpasswd';
    const told = new Set<string>();
    for (const draft of fromVerdicts(unit, meta, {
      when: ({ where }) => isRelative(where),
      cause: ({ message }) => `a relative path is taken from ServerRoot, not from this folder: ${message}`,
      help,
    })) {
      told.add(placeOf(draft.where));
      yield draft;
    }
    // where ServerRoot is not known, no answer tells of it
    for (const { directive, level } of named(unit, 'authuserfile')) {
      if (!level.htaccess || !isRelative(directive) || unit.apache?.serverRoot || told.has(placeOf(directive)))
        continue;
      const file = printable(directive.args[0]!.value);
      yield {
        message: `whoever types a password gets 500, unless ${file} stands below ServerRoot: a relative path is not taken from this folder`,
        help,
        where: directive,
        severity: 'warning',
        confidence: 'medium',
      };
    }
  },
};
