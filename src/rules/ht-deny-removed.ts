import { wildcardMatches } from '../model/fnmatch.ts';
import { compilePattern, matchPattern } from '../model/regex.ts';
import type { Directive } from '../syntax/tree.ts';
import { isGrant, requiring } from './apache-requires.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'ht-deny-removed',
  title: 'A section lets everybody fetch .ht files',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody can download .htaccess and .htpasswd.',
    why: 'Distributions deny names that begin with .ht; this section grants them again.',
    fix: 'remove the section',
    fine: 'Never: nothing needs these files over the web.',
  },
};

const names = ['.htaccess', '.htpasswd'];

/** Tells whether a <Files> or <FilesMatch> is for a name. */
function fitsIn({ name, args }: Directive): (file: string) => boolean {
  const text = args.at(-1)?.value ?? '';
  const pattern = name.toLowerCase() === '<filesmatch' || args[0]?.value === '~' ? compilePattern(text) : null;
  return (file) => (pattern ? Boolean(matchPattern(pattern, file)) : wildcardMatches(text, file, 'path'));
}

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive, level } of requiring(unit, 'all')) {
      const { opening } = level;
      if (!opening || !/^<files(?:match)?$/i.test(opening.name)) continue;
      const pattern = opening.args.map(({ value }) => value).join(' ');
      if (!isGrant(directive) || !/^(?:~ )?[\^(]*\\?\.\(?ht/i.test(pattern) || !names.some(fitsIn(opening))) continue;
      yield {
        message: 'open to all: everybody can fetch .htaccess and .htpasswd files where this section counts',
        where: directive,
      };
    }
  },
};
