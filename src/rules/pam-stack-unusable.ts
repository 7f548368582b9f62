import { printable } from '../text/printable.ts';
import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'pam-stack-unusable',
  title: 'A PAM service that is not made for a web server',
  server: 'apache',
  severity: 'info',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'all',
  explains: [],
  docs: {
    visitor: 'A right password may be refused, for all users.',
    why: 'The stacks of sshd, login and su hold modules that want root, a terminal or a shell, which the workers of httpd have not.',
    fix: 'write a service of its own, /etc/pam.d/httpd, with pam_unix or pam_sss alone',
    fine: 'Where the workers were given what the stack needs.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, 'authpamservice')) {
      const service = directive.args[0]?.value ?? '';
      if (!/^(?:sshd?|login|su|sudo|system-auth|common-auth|gdm\S*|passwd)$/.test(service)) continue;
      yield {
        message: `a right password may get 401: the PAM service ${printable(service)} is made for programs that run as root`,
        where: directive,
      };
    }
  },
};
