import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'selinux-label-forbids',
  title: 'SELinux keeps the server from a file of users',
  server: 'both',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever types a password gets 500, though owner and mode are right.',
    why: 'A file that was made in a home folder or in /tmp and then moved keeps its label, and the policy shuts httpd_t out of it.',
    fix: 'give it a label of the server: restorecon, or semanage fcontext -a -t httpd_config_t and then restorecon',
    fine: 'Where a module of your own allows it; the boolean httpd_read_user_content is heeded. Looked at under --live only.',
  },
};

/** Types that httpd_t may not read without a boolean. Source: the targeted reference policy, apache.te. */
const closed = /^(?:user_home_t|user_home_dir_t|admin_home_t|user_tmp_t|default_t|unlabeled_t|ssh_home_t|shadow_t)$/;

export const rule: Rule = {
  meta,
  *check({ labels }) {
    for (const { path, type, by } of labels) {
      if (!closed.test(type)) continue;
      yield {
        message: `SELinux is enforcing and ${printable(path)} has the type ${type}, which the server may not read`,
        help: `run restorecon -v ${printable(path)}, or move the file below the server's own folder first`,
        where: by,
      };
    }
  },
};
