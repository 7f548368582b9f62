import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'session-passphrase-placeholder',
  title: 'The passphrase of the sessions is a sample word',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'Whoever tries the words of the manuals reads every session cookie, passwords in it included, and forges others.',
    why: 'Sessions are only as secret as the passphrase.',
    fix: 'write a long random line: openssl rand -base64 32',
    fine: 'Never.',
  },
};

/** Words of manuals and tutorials, and what their readers make of them. */
const sample =
  /^(?:secret|my-?secret|password|passw0rd|passphrase|change-?(?:me|it|this)|example|test|foo|bar|random|(?:your|my|a|some)[-_ ]?(?:secret|pass(?:word|phrase)|key|random)[\w -]*|1234\d*|0123456789\w*|abc\w{0,5}|x+|<[^>]*>|\[[^\]]*\]|exec:)$/i;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, 'sessioncryptopassphrase', 'oidccryptopassphrase')) {
      for (const { value, start, end } of directive.args) {
        if (!sample.test(value)) continue;
        yield {
          message: 'every session can be read and forged: the passphrase is a sample word',
          where: { source: directive.source, start, end },
        };
      }
    }
  },
};
