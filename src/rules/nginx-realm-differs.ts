import type { LocationConf } from '../model/nginx/config.ts';
import { levelsSaying } from './nginx-levels.ts';
import { basicOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-realm-differs',
  title: 'Two realms for one password file',
  server: 'nginx',
  severity: 'info',
  confidence: 'certain',
  preset: 'all',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everyone is asked twice for the same password when going from one place to the other.',
    why: 'A browser keeps a login by host and realm.',
    fix: 'give both the same realm',
    fine: 'Where two prompts are meant.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const first = new Map<object, Map<string, LocationConf>>();
    for (const { server, level } of levelsSaying(unit, 'realm')) {
      const realm = basicOf(level.settings);
      const { userFile } = level.settings;
      if (!realm || !userFile || realm.value.parts || userFile.value.parts) continue;
      const files = first.get(server) ?? new Map<string, LocationConf>();
      first.set(server, files);
      const other = files.get(userFile.value.text);
      if (!other) files.set(userFile.value.text, level);
      else if (other.settings.realm!.value.text !== realm.value.text) {
        yield {
          message: 'everyone is asked twice for the same password: two realms share one password file',
          where: realm.origin,
          related: [{ message: 'the other realm', where: other.settings.realm!.origin }],
        };
      }
    }
  },
};
