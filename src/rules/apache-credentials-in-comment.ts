import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-credentials-in-comment',
  title: 'A user and a password stand in a comment or a realm',
  server: 'apache',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Whoever reads the file, or the prompt, can log in.',
    why: 'A comment or AuthName tells the login.',
    fix: 'remove it, and change the password',
    fine: 'On a demonstration site.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, 'authname')) {
      if (
        !/\b(?:pass(?:word|wd)?|pwd|pw)\s*(?:is|[:=])\s*\S|^\s*(\w+)\s*\/\s*\w+\s*$/i.test(
          directive.args[0]?.value ?? '',
        )
      )
        continue;
      yield { message: 'the prompt tells every visitor the login', where: directive };
    }
    for (const source of unit.apache ? unit.sources : []) {
      // one search over the text decides for nearly every file
      if (!/#.*\bpass/i.test(source.text)) continue;
      for (const match of source.text.matchAll(
        /^[ \t]*#.{0,200}?\b(?:user(?:name)?|login)\b[ \t]{0,9}[:=][ \t]{0,9}\S.{0,200}?\bpass(?:word|wd)?\b[ \t]{0,9}[:=][ \t]{0,9}\S+/gim,
      )) {
        const start = match.index + match[0].search(/\S/);
        yield {
          message: 'whoever reads this comment can log in',
          where: { source, start, end: match.index + match[0].indexOf('#') + 1 },
        };
      }
    }
  },
};
