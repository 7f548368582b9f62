import { levelsSaying } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-auth-off-spelling',
  title: 'A word that is meant to switch auth_basic off is taken as a realm',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everyone is asked for a login where none was meant.',
    why: 'Only the value off, in lower case, switches auth_basic off; Off, no, none, false and the empty text are realms.',
    fix: 'write auth_basic off;',
    fine: 'Where the realm is really called so.',
  },
};

const meantOff = /^(?:off|no|none|false|disabled?|0|)$/i;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsSaying(unit, 'realm')) {
      const { realm, userFile } = level.settings;
      if (!realm || !userFile) continue;
      const { value, origin } = realm;
      if (value.text === 'off' || !meantOff.test(value.text)) continue;
      yield {
        message: `everyone is asked for a login here: nginx takes "${value.text}" as a realm, only off in lower case switches auth_basic off`,
        where: origin,
      };
    }
  },
};
