import { standing } from '../model/nginx/levels.ts';
import type { Directive } from '../syntax/tree.ts';
import { levelsWith } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-log-format-authorization',
  title: 'The access log keeps the Authorization header',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever reads the log can log in as each visitor.',
    why: 'Basic credentials are only base64-coded: $http_authorization in a log format writes every password to the log.',
    fix: 'write $remote_user in place of $http_authorization',
    fine: 'Where the format is used by no access_log; then it is not reported.',
  },
};

const secret = /\$\{?http_(?:proxy_)?authorization\b/;

export const rule: Rule = {
  meta,
  *check(unit) {
    const http = unit.nginx?.config.http;
    if (!http) return;
    const logs = new Map<string, Directive>();
    const note = (log: Directive): void => {
      const format = log.args[1]?.value;
      if (format !== undefined && log.args[0]!.value !== 'off' && !logs.has(format)) logs.set(format, log);
    };
    standing(http, 'access_log').forEach(note);
    for (const { level } of levelsWith(unit, 'access_log')) standing(level, 'access_log').forEach(note);
    for (const format of standing(http, 'log_format')) {
      const log = logs.get(format.args[0]?.value ?? '');
      if (!log || !format.args.slice(1).some(({ value }) => secret.test(value))) continue;
      yield {
        message: 'every password goes to the access log: the format writes the Authorization header',
        where: format,
        related: [{ message: 'the log that is written in this format', where: log }],
      };
    }
  },
};
