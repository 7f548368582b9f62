import { printable } from '../text/printable.ts';
import { fromPasswords, refusedLogins } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'compose-dollar-interpolation',
  title: 'Dollar signs of a hash were eaten, doubled or escaped',
  server: 'passwords',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: refusedLogins,
  docs: {
    visitor: 'The user gets 401.',
    why: 'A shell and a compose file take $name for a variable; $$ stands for one dollar sign in a compose file only. That goes for labels of Traefik, environment and commands too, whatever the quotes, and for a file of variables but for what stands in single quotes.',
    fix: 'write the hash in single quotes for a shell and a file of variables, with $$ in a compose file, and as it is in the password file',
    fine: 'Where $$ stands in the compose file itself.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromPasswords(unit, ['doubled-dollar', 'eaten-dollar', 'escaped-dollar']);
    for (const { what, holder, cut, inVariables, where } of unit.eaten) {
      if (what === 'variable') {
        const name = printable(where.source.text.slice(where.start, where.end), 60);
        const message = `compose takes ${name} in ${printable(holder, 120)} for a variable of its own and leaves it out: nginx gets the line without it`;
        yield { message, help: `write $${name}, and two dollar signs for each other variable of nginx`, where };
        continue;
      }
      const help = inVariables ? 'put the value in single quotes' : 'write $$ for each dollar sign of the hash';
      const named = printable(holder, 120);
      // no part of the hash is named
      yield cut
        ? {
            message: `compose takes a part of the hash in ${named} for a variable and leaves it out: no password opens it`,
            help,
            where,
          }
        : {
            message: `the hash in ${named} has single dollar signs: compose of today leaves them, older releases and docker stack deploy refuse the file`,
            help,
            where,
            severity: 'info',
          };
    }
  },
};
