import { named } from './apache-levels.ts';
import { isPlaceholder } from './apache-placeholders.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { written } from './written.ts';

const meta: RuleMeta = {
  id: 'apache-authorization-hardcoded',
  title: 'A login for another server is written out',
  server: 'apache',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Every visitor acts upstream with one fixed login; whoever reads the file has it.',
    why: 'RequestHeader sets an Authorization header of its own, or the address of the proxy holds user:password.',
    fix: 'keep the login in a file outside the repository and include it, or take it from a variable',
    fine: 'Where the value is a placeholder that a template fills in.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(
      unit,
      'requestheader',
      'proxypass',
      'proxypassmatch',
      'proxyset',
      'rewriterule',
      'balancermember',
    )) {
      const header = directive.name.toLowerCase() === 'requestheader';
      if (!(header ? /authorization/i : /@/).test(written(directive))) continue;
      const words = directive.args.map(({ value }) => value);
      const at = words.findIndex((word) => word.toLowerCase() === 'authorization');
      const value = header && at >= 0 ? (words[at + 1] ?? '') : '';
      const login = header
        ? /^(?:basic|bearer|token)\s+\S/i.test(value) && !isPlaceholder(value)
        : words.some((word) => /^[a-z0-9+.-]+:\/\/[^/@\s:]+:[^/@\s]+@/i.test(word) && !isPlaceholder(word));
      if (!login) continue;
      yield {
        message: `whoever reads this file has a login of the server behind: ${directive.name} holds it in the open`,
        where: directive,
      };
    }
  },
};
