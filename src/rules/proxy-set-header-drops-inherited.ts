import { inEffect, standing } from '../model/nginx/levels.ts';
import { printable } from '../text/printable.ts';
import { levelsWith, place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { isIdentityHeader } from './tokens.ts';

const meta: RuleMeta = {
  id: 'proxy-set-header-drops-inherited',
  title: 'A header of the login is lost where another one is set',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'The application does not learn who has logged in, or believes whoever sends the header.',
    why: 'A level with one proxy_set_header takes none from the levels above; the client’s own header then goes through.',
    fix: 'repeat the lines in the location, or put them into a file that both include',
    fine: 'Where the location leads to an application that does not read the header.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsWith(unit, 'proxy_set_header', 'grpc_set_header')) {
      const { handler, parent } = level;
      if (!parent || (handler?.kind !== 'proxy' && handler?.kind !== 'grpc')) continue;
      const setter = handler.kind === 'proxy' ? 'proxy_set_header' : 'grpc_set_header';
      const own = standing(level, setter);
      const [first] = own;
      if (!first) continue;
      const kept = new Set(own.map(({ args }) => args[0]?.value.toLowerCase()));
      for (const lost of inEffect(parent, setter)) {
        const name = lost.args[0]?.value.toLowerCase() ?? '';
        const value = lost.args[1]?.value ?? '';
        if (kept.has(name) || !(isIdentityHeader(name) || (name === 'authorization' && value === ''))) continue;
        yield {
          message:
            name === 'authorization'
              ? `the password of nginx goes on to the application at ${place(level)}: the line that clears it is not inherited`
              : `${printable(lost.args[0]!.value)} is what the client says at ${place(level)}: the line that sets it is not inherited`,
          help: `repeat it here: ${printable(`${setter} ${lost.args[0]!.value} ${value === '' ? '""' : value};`)}`,
          where: first,
          related: [{ message: 'the line that does not count there', where: lost }],
        };
      }
    }
  },
};
