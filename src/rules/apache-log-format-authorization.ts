import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-log-format-authorization',
  title: 'The log keeps the Authorization header',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever reads the log can log in as each visitor.',
    why: 'Basic credentials are only base64-coded: %{Authorization}i in a log format writes every password to the log.',
    fix: 'write %u in place of %{Authorization}i',
    fine: 'Where the format is used by no log; then it is not reported.',
  },
};

const secret = /%[<>!\d,]*\{(?:proxy-)?authorization\}[ie]|%\{HTTP:(?:proxy-)?authorization\}/i;

export const rule: Rule = {
  meta,
  *check(unit) {
    const used = new Set(
      named(unit, 'customlog', 'globallog', 'transferlog').map(({ directive }) => directive.args[1]?.value ?? ''),
    );
    for (const { directive } of named(unit, 'logformat', 'customlog', 'globallog', 'errorlogformat')) {
      const { args } = directive;
      const [format, name] = directive.name.toLowerCase() === 'logformat' ? args : [];
      if (!(format ? [format] : args).some(({ value }) => secret.test(value))) continue;
      if (name && !used.has(name.value)) continue;
      yield {
        message: 'every password goes to the log: the format writes the Authorization header',
        where: directive,
      };
    }
  },
};
