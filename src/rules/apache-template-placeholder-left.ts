import { printable } from '../text/printable.ts';
import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-template-placeholder-left',
  title: 'A placeholder was not filled in',
  server: 'apache',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Whoever types a password gets 500, for no such file is there.',
    why: 'The value is the sample of an article or a variable of a template that nobody replaced.',
    fix: 'write the real path or name',
    fine: 'In a file that a template engine fills in later.',
  },
};

/** Paths as articles write them. */
const sample =
  /^\/?(?:full|absolute|your|real)?\/?(?:full|absolute|server)?[/_-]?path[/_-]to[/_-]|^\/path\/|\/(?:username|youruser|your_user)\//i;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(
      unit,
      'authuserfile',
      'authgroupfile',
      'authname',
      'authldapurl',
      'documentroot',
      'servername',
    )) {
      const value = directive.args[0]?.value ?? '';
      const path = /file$/i.test(directive.name);
      if (
        !/\{\{.*\}\}|<%.*%>|^__\w+__$|@@?[A-Z_]{3,}@@?|\[(?:your|path|user)[^\]]*\]|YOUR[_-]\w+/i.test(value) &&
        !(path && sample.test(value))
      )
        continue;
      yield {
        message: `${path ? 'whoever types a password gets 500' : 'not what is meant'}: ${printable(value)} looks like a placeholder that nobody replaced`,
        where: directive,
      };
    }
  },
};
