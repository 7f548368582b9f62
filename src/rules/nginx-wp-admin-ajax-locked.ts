import { lockOf, loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-wp-admin-ajax-locked',
  title: 'The login of wp-admin covers what the front page calls',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Visitors of the site get a password prompt or 403: the front page calls /wp-admin/admin-ajax.php.',
    why: 'WordPress and many plug-ins send requests of everyday visitors to admin-ajax.php and admin-post.php, inside the protected folder.',
    fix: 'add location = /wp-admin/admin-ajax.php { auth_basic off; allow all; … } and the same for admin-post.php',
    fine: 'On a site whose front page makes no such calls.',
  },
};

const wordpress = /wp-(?:admin|login|content|includes|\()/;

export const rule: Rule = {
  meta,
  *check({ nginx }) {
    if (!nginx) return;
    const done = new Set<object>();
    for (const server of nginx.config.servers) {
      // a location of that name tells that WordPress is meant
      if (!server.level.locations.some(({ name }) => name.includes('wp-') && wordpress.test(name))) continue;
      const level = nginx.levelFor(server, '/wp-admin/admin-ajax.php');
      const site = nginx.levelFor(server, '/');
      if (!level || !site || loginOf(site.settings) || level === site) continue;
      const lock = lockOf(level.settings);
      if (!lock || level.settings.unseen || site.settings.access || done.has(lock)) continue;
      done.add(lock);
      yield {
        message: `visitors of the site get ${loginOf(level.settings) ? 'a password prompt' : '403'}: the front page calls /wp-admin/admin-ajax.php, which is behind this`,
        where: lock,
      };
    }
  },
};
