import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-wp-admin-ajax-locked',
  title: 'The password on wp-admin also covers what visitors call',
  server: 'apache',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Visitors of the public site get a password prompt, or their form or poll does nothing.',
    why: 'Plug-ins send requests of the public pages to wp-admin/admin-ajax.php and admin-post.php.',
    fix: 'exempt the two: <FilesMatch "^admin-(ajax|post)\\.php$"> Require all granted',
    fine: 'Where no plug-in calls them from the public pages.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const told = new Set<unknown>();
    for (const { answer, target, where } of unit.apache?.publicCalls('wordpress-ajax') ?? []) {
      if (answer.status !== 401 || told.has(where)) continue;
      told.add(where);
      yield {
        message: `visitors get 401 at ${target}: public pages of WordPress call it, and the password of the folder covers it`,
        help: 'exempt it: <FilesMatch "^admin-(ajax|post)\\.php$"> with Require all granted',
        where,
      };
    }
  },
};
