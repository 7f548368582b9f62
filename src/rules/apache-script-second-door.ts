import { literalPattern } from '../model/regex-translate.ts';
import { printable } from '../text/printable.ts';
import { openDoorsOf } from './apache-doors.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-script-second-door',
  title: 'What answers a protected URL has another one without the login',
  server: 'apache',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'Whoever leaves out a slash, or writes the name of the script before the path, gets to the application without a login.',
    why: 'One script or application answers all URLs, and a Location protects a part of them. Without the slash at its end, or with /index.php before it, the path is another one for httpd, and the same one for most frameworks.',
    fix: 'protect both: <LocationMatch "^(/index\\.php)?/admin">',
    fine: 'Where the application looks at nothing behind the name of its script, or has a login of its own.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { place, doors } of openDoorsOf(unit, 'script')) {
      const path = place.request.target.replace(/(.)\/$/, '$1');
      for (const { target, request } of doors) {
        const script = literalPattern(printable(request.target.slice(0, -path.length)));
        const other = `<LocationMatch "^(${script})?${literalPattern(printable(path))}">`;
        yield {
          message: `open to all at ${target}: what answers ${place.target} finds the same path there`,
          help:
            script === '' ? `leave out the slash at the end: <Location ${printable(path)}>` : `protect both: ${other}`,
          where: place.where,
          scope: place.id,
        };
      }
    }
  },
};
