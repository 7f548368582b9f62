import { levelsSaying } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-realm-tells',
  title: 'The text of the password prompt tells too much',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  preset: 'strict',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody who is asked for a login reads it: a password, or which product and release to attack.',
    why: 'The realm is shown to every visitor before the login.',
    fix: 'write a neutral text such as "Members"',
    fine: 'On a demonstration site whose login is meant for everybody.',
  },
};

const secret =
  /\b(?:pass(?:word|wd)?|pwd|pw|kennwort|passwort)\s*(?:is\b|[:=])\s*\S|^\s*(\w{3,})\s*[/:]\s*\1\s*$|\b(?:guest|demo|admin|test|user)\s*[/:]\s*\S+$/i;
const product =
  /\b(?:nginx|apache|gitlab|jenkins|grafana|kibana|phpmyadmin|wordpress|prometheus|nagios|zabbix|php|tomcat)\b.*\d+\.\d+/i;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsSaying(unit, 'realm')) {
      const { realm, userFile } = level.settings;
      if (!realm || realm.value.parts || !userFile) continue;
      const credentials = secret.test(realm.value.text);
      if (!credentials && !product.test(realm.value.text)) continue;
      // the text itself may be a password: it is not repeated
      yield {
        message: credentials
          ? 'everybody who is asked for a login reads what looks like a password: it stands in the realm'
          : 'everybody who is asked for a login reads product and release: they stand in the realm',
        where: realm.origin,
        severity: credentials ? meta.severity : ('info' as const),
      };
    }
  },
};
