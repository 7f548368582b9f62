import { dirname } from '../host/paths.ts';
import { printable } from '../text/printable.ts';
import { levelsSaying } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-user-file-relative',
  title: 'A relative password file in an included file',
  server: 'nginx',
  severity: 'info',
  confidence: 'certain',
  preset: 'strict',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everyone gets 401, then 403, where the file lies beside the including file and not beside nginx.conf.',
    why: 'A relative path is taken from the folder of the main file, wherever it is written.',
    fix: 'write the whole path',
    fine: 'Where the file does lie in the folder of nginx.conf.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const { nginx, fragment } = unit;
    if (!nginx || fragment) return;
    const told = new Set<object>();
    for (const { level } of levelsSaying(unit, 'userFile')) {
      const origin = level.settings.userFile?.origin;
      const written = origin?.args[0]?.value ?? '/';
      if (!origin || /^[/$]/.test(written) || told.has(origin)) continue;
      if (dirname(origin.source.path) === nginx.config.confDir) continue;
      told.add(origin);
      yield {
        message: `everyone gets 403 unless it is there: nginx looks for ${printable(`${nginx.config.confDir}/${written}`, 120)}, not beside this file`,
        where: origin,
      };
    }
  },
};
