import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'digest-md5-weak',
  title: 'AuthType Digest',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'The login works.',
    why: 'Digest keeps MD5 of user, realm and password in its file, which serves as the password itself, and protects nothing else of the request.',
    fix: 'write AuthType Basic over TLS, with bcrypt in the file',
    fine: 'Where old clients speak nothing else.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, 'authtype')) {
      if (directive.args[0]?.value.toLowerCase() !== 'digest') continue;
      yield {
        message: 'lets in whoever has the file: each line of a digest file is as good as the password',
        where: directive,
      };
    }
  },
};
