import { literalPattern } from '../model/regex-translate.ts';
import { printable } from '../text/printable.ts';
import { fromDoors, keeps } from './nginx-doors.ts';
import { place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-script-second-door',
  title: 'The script behind a protected location is reached past it',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever writes the name of the script before the path gets to the application without a login.',
    why: 'try_files gives all URLs to one script, and the login is for a part of them. With /index.php before it the path is another one for nginx, and the same one for most frameworks.',
    fix: 'write internal into the location of the script where no URL names it, or take both paths: location ~ ^(/index\\.php)?/admin',
    fine: 'Where the application looks at nothing behind the name of its script, or has a login of its own.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromDoors(
      unit,
      ({ how }) => how === 'script',
      ({ closed, open, path }) => {
        const script = path.slice(0, -closed.name.length);
        return {
          message: `open to all: ${printable(path)} is answered by ${place(open)}, and by the script that answers ${place(closed)}, which ${keeps(closed)}`,
          help: `take both: location ~ ^(${literalPattern(printable(script))})?${literalPattern(printable(closed.name))}`,
        };
      },
    ),
};
