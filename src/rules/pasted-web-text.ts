import { pastedIn } from './pasted.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'pasted-web-text',
  title: 'Button labels of a web page were pasted into the configuration',
  server: 'both',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-htaccess-broken', 'apache-directive-unknown', 'nginx-syntax-error', 'nginx-unknown-directive'],
  docs: {
    visitor: 'In .htaccess every request gets 500; in a main file the server refuses to start.',
    why: 'Code boxes of some sites carry the words of their buttons, which come along when the box is copied by hand.',
    fix: 'remove the line',
    fine: 'Never.',
  },
};

export const rule: Rule = {
  meta,
  *check({ server, sources }) {
    for (const source of sources) {
      const answer = /\.ht\w+$/.test(source.path)
        ? 'every request gets 500'
        : server === 'nginx'
          ? 'nginx refuses to start'
          : 'apache2 refuses to start';
      for (const where of pastedIn(source)) {
        yield {
          message: `${answer}: this line is text of a web page, not configuration`,
          where,
        };
      }
    }
  },
};
