import { variablesOf } from '../model/nginx/value.ts';
import { printable } from '../text/printable.ts';
import { levelsSaying } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-user-file-from-request',
  title: 'The client chooses the password file',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever names a file and knows a password in it gets in.',
    why: 'auth_basic_user_file holds a variable that the client fills as it likes.',
    fix: 'use a fixed name, or a map with the names that there are',
    fine: 'With $host or $server_name, where each name has its own file; those are not reported.',
  },
};

const chosen = /^(?:http_(?!host$)|arg_|cookie_|args$|query_string$|uri$|request_uri$|document_uri$|remote_user$)/;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsSaying(unit, 'userFile')) {
      const { userFile } = level.settings;
      if (!userFile?.value.parts) continue;
      const said = variablesOf(userFile.value).find((name) => chosen.test(name));
      if (said === undefined) continue;
      yield {
        message: `open to whoever knows one password file: $${printable(said, 60)} is the client's own word, and names the file`,
        where: userFile.origin,
      };
    }
  },
};
