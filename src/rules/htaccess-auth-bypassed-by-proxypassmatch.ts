import { openDoorsOf } from './apache-doors.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'htaccess-auth-bypassed-by-proxypassmatch',
  title: 'What lies below a protected folder goes to a proxy without the login',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever asks for a script of the folder, or for what is no file of it, gets it without a login.',
    why: 'ProxyPassMatch, or a RewriteRule with [P] outside of folders, sends the request away before it is mapped to a file, so that Directory sections and .htaccess never count.',
    fix: 'use <FilesMatch "\\.php$"> with SetHandler "proxy:fcgi://…", or put the login into <Location>',
    fine: 'Where the folder holds no script, or the application behind the proxy asks for the login itself.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const {
      place,
      doors: [door],
    } of openDoorsOf(unit, 'proxy')) {
      yield {
        message: `open to all at ${door.target}: a rule sends such requests away before the login of the folder counts`,
        where: place.where,
        scope: place.id,
        related: door.where ? [{ message: 'this sends them away', where: door.where }] : [],
      };
    }
  },
};
