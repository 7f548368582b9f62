import { dirname } from '../host/paths.ts';
import { printable } from '../text/printable.ts';
import { levelsIn, levelsOf, levelsSaying } from './nginx-levels.ts';
import { isShut } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-alias-traversal',
  title: 'An alias that leads one folder up',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody reads the files beside the folder, by asking for the location followed by two dots.',
    why: 'The location has no slash at its end and the alias has one: /img../secret becomes /srv/img/../secret.',
    fix: 'end both with a slash: location /img/ { alias /srv/img/; }',
    fine: 'Never; where a password file of this configuration lies in reach it is an error.',
  },
};

function within(root: string | undefined, folder: string): boolean {
  return root !== undefined && `${folder}/`.startsWith(root.endsWith('/') ? root : `${root}/`);
}

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { server, level } of levelsSaying(unit, 'root')) {
      const { root, access, internal } = level.settings;
      if ((level.kind !== 'prefix' && level.kind !== 'noregex') || !root) continue;
      const folder = root.value.path.text;
      if (root.value.alias <= 0 || level.name.endsWith('/') || !folder.endsWith('/') || internal?.value) continue;
      // what is served by something else has no files
      if (level.handler || access?.every(({ allow }) => !allow)) continue;
      const above = dirname(folder.replace(/\/+$/, ''));
      const shut = isShut(level);
      // what lies there can be had by its own name as well
      const guarded = !shut && levelsIn(unit, server).some((one) => isShut(one.level));
      if (within(server.level.settings.root?.value.path.text, above) && !guarded) continue;
      const users = levelsOf(unit).find(({ level: other }) => {
        const file = other.settings.userFile?.value;
        return file && !file.parts && (above === '/' || file.text.startsWith(`${above}/`));
      });
      const shown = printable(level.name, 80);
      yield {
        message: `${shut ? 'open to whoever is let in' : 'open to all'}: ${shown}../ leads to the files in ${printable(above, 80)}${users ? ', a password file among them' : ''}`,
        help: `end both with a slash: location ${shown}/ { alias ${printable(folder, 80)}; }`,
        where: root.origin,
        severity: users ? ('error' as const) : meta.severity,
        related: users ? [{ message: 'the password file', where: users.level.settings.userFile!.origin }] : [],
      };
    }
  },
};
