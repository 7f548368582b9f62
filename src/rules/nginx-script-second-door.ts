import { literalPattern } from '../model/regex-translate.ts';
import type { SecondDoor } from '../predict/nginx/doors.ts';
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
    visitor:
      'Whoever leaves out a slash, or writes the name of the script before the path, gets to the application without a login.',
    why: 'try_files gives all URLs to one script, and the login is for a part of them. Without the slash at its end, or with /index.php before it, the path is another one for nginx, and the same one for most frameworks.',
    fix: 'write internal into the location of the script where no URL names it, or take both paths: location ~ ^(/index\\.php)?/admin',
    fine: 'Where the application looks at nothing behind the name of its script, or has a login of its own.',
  },
};

const isSlashless = ({ closed, path }: SecondDoor): boolean => `${path}/` === closed.name;

function say({ closed, open, path }: SecondDoor): string {
  return `open to all: ${printable(path)} is answered by ${place(open)}, and by the script that answers ${place(closed)}, which ${keeps(closed)}`;
}

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromDoors(
      unit,
      (door) => door.how === 'script' && isSlashless(door),
      (door) => ({ message: say(door), help: `write location ${printable(door.path)}, without the slash at its end` }),
    );
    yield* fromDoors(
      unit,
      (door) => door.how === 'script' && !isSlashless(door),
      (door) => {
        const { name } = door.closed;
        const script = literalPattern(printable(door.path.slice(0, -name.length)));
        const path = literalPattern(printable(name.replace(/\/$/, '')));
        return { message: say(door), help: `take both: location ~ ^(${script})?${path}` };
      },
    );
  },
};
