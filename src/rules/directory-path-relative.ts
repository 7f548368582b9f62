import type { Directive } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { named } from './apache-levels.ts';
import { wantsLogin } from './apache-requires.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'directory-path-relative',
  title: 'The path of a Directory section is relative',
  server: 'apache',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'Other paths are taken from ServerRoot; that of <Directory> is taken from the folder that the server was started in, which is / for a service.',
    fix: 'write the whole path, such as /var/www/html/private',
    fine: 'Where the server always runs in the foreground in that folder, as the httpd image does in /usr/local/apache2.',
  },
};

function asksForLogin({ children }: Directive): boolean {
  return children?.some((one) => wantsLogin(one) || asksForLogin(one)) ?? false;
}

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, '<directory')) {
      const path = directive.args[0]?.value ?? '';
      // a variable, or what a template puts in, may hold the whole path
      if (!/^[\w.*-]/.test(path) || /^[A-Za-z]:/.test(path) || !asksForLogin(directive)) continue;
      yield {
        message: `the login counts nowhere but where the server is started in the right folder: ${printable(path)} is not taken from ServerRoot`,
        where: directive,
      };
    }
  },
};
