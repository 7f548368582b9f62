import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'mounted-file-not-read',
  title: 'A login in a file that the image never reads',
  server: 'both',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Nobody is asked for a login: the server goes on with the configuration that its image comes with.',
    why: 'The nginx.conf of the nginx images includes /etc/nginx/conf.d/*.conf and nothing else, no sites-enabled; httpd.conf of the httpd image includes nothing of conf/extra.',
    fix: 'put the file where the image looks (/etc/nginx/conf.d/NAME.conf), or bring a main file of your own that includes it',
    fine: 'Where a command that is not in sight changes the main file.',
  },
};

export const rule: Rule = {
  meta,
  *check({ unread, server }) {
    for (const { path, where } of unread)
      yield {
        message: `nothing includes ${printable(path)}: the login in it is never asked for`,
        help:
          server === 'nginx'
            ? 'put it into /etc/nginx/conf.d, with a name that ends in .conf, or bring a nginx.conf that includes it'
            : 'include it in httpd.conf: RUN echo "Include …" >> /usr/local/apache2/conf/httpd.conf, or bring one that does',
        where,
      };
  },
};
