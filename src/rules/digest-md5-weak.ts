import { spanOf } from '../syntax/tree.ts';
import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'digest-md5-weak',
  title: 'Digest in place of Basic over TLS',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'The login works.',
    why: 'A digest file holds one round of MD5 over user, realm and password, and who reads it can log in with it; over TLS Digest hides nothing more than Basic does.',
    fix: 'use AuthType Basic with bcrypt, over TLS',
    fine: 'Where clients know nothing but Digest.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, 'authtype')) {
      if (directive.args[0]?.value.toLowerCase() !== 'digest') continue;
      yield {
        message: 'Digest keeps one round of MD5 for each user, which is guessed in no time',
        help: 'use AuthType Basic with bcrypt, over TLS',
        where: spanOf(directive),
      };
    }
  },
};
