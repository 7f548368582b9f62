import { standing } from '../model/nginx/levels.ts';
import type { Directive } from '../syntax/tree.ts';
import { levelsWith } from './nginx-levels.ts';
import { loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-authorization-hardcoded',
  title: 'Credentials for the upstream stand in the configuration',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'Whoever reads the configuration can log in to the upstream; where the location asks for no login, everybody is logged in.',
    why: 'proxy_set_header Authorization has fixed credentials as its value.',
    fix: 'keep the line in a file of its own outside the repository, readable by root alone, and include it',
    fine: 'Where the value is a placeholder that the deployment fills in.',
  },
};

function hardcoded({ args }: Directive): boolean {
  const value = args[1]?.value ?? '';
  return (
    /^(?:authorization|http_authorization|proxy-authorization)$/i.test(args[0]?.value ?? '') &&
    /^(?:basic|bearer|token|apikey)\s+[\w+/=.~-]{6,}$/i.test(value) &&
    !/your|token_?here|placeholder|example|changeme|x{4,}|todo/i.test(value)
  );
}

const setters = ['proxy_set_header', 'grpc_set_header', 'fastcgi_param'];

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsWith(unit, ...setters)) {
      const fixed = setters.flatMap((name) => standing(level, name).filter(hardcoded));
      const { settings } = level;
      const open =
        level.handler && !loginOf(settings) && !settings.access && !settings.internal?.value && !settings.unseen;
      for (const directive of fixed) {
        yield {
          message: open
            ? 'everybody is logged in to the upstream, and the credentials can be read here'
            : 'whoever reads this file can log in to the upstream: the credentials stand here',
          help: 'keep the line in a file of its own outside the repository and include it',
          where: directive,
        };
      }
    }
  },
};
