import { literalPattern } from '../model/regex-translate.ts';
import { printable } from '../text/printable.ts';
import { openDoorsOf } from './apache-doors.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-script-second-door',
  title: 'The script behind a protected URL has another one without the login',
  server: 'apache',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever writes the name of the script before the path gets to the application without a login.',
    why: 'One script answers all URLs, and a Location protects a part of them. With /index.php before it the path is another one for httpd, and the same one for most frameworks.',
    fix: 'protect both: <LocationMatch "^(/index\\.php)?/admin">',
    fine: 'Where the application looks at nothing behind the name of its script, or has a login of its own.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const {
      place,
      doors: [door],
    } of openDoorsOf(unit, 'script')) {
      const path = place.request.target.replace(/(.)\/$/, '$1');
      const script = door.request.target.slice(0, -path.length);
      yield {
        message: `open to all at ${door.target}: the script that answers ${place.target} finds the same path there`,
        help: `protect both: <LocationMatch "^(${literalPattern(printable(script))})?${literalPattern(printable(path))}">`,
        where: place.where,
        scope: place.id,
      };
    }
  },
};
