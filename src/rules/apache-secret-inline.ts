import { named } from './apache-levels.ts';
import { isPlaceholder } from './apache-placeholders.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-secret-inline',
  title: 'A password of the server itself stands in the configuration',
  server: 'apache',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Nothing changes for a visitor; whoever reads the repository or a backup can log in as the server.',
    why: 'The bind password, client secret or passphrase is written out in a file that many can read.',
    fix: 'take it from a program or a variable: exec:/usr/local/bin/secret, or ${NAME} set outside the repository',
    fine: 'Where the value is a placeholder that a template fills in.',
  },
};

const secrets = ['authldapbindpassword', 'oidcclientsecret', 'oidccryptopassphrase', 'oidcoauthclientsecret'];

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, ...secrets)) {
      const value = directive.args[0]?.value ?? '';
      if (value === '' || /^(?:exec:|file:)/i.test(value) || isPlaceholder(value)) continue;
      yield {
        message: `whoever reads this file can log in as the server: ${directive.name} is written out`,
        help: 'take it from a program (exec:/path/to/program) or from a variable that is set outside the repository',
        where: directive,
      };
    }
  },
};
