import type { Handler } from '../model/nginx/config.ts';
import { inEffect } from '../model/nginx/levels.ts';
import { levelsAsking, place } from './nginx-levels.ts';
import { asksBasic } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'remote-user-not-forwarded',
  title: 'The application is not told who has logged in',
  server: 'nginx',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'all',
  explains: [],
  docs: {
    visitor: 'The application knows no user, though nginx does.',
    why: 'The name is in $remote_user; only a header or parameter takes it along.',
    fix: 'add proxy_set_header X-Remote-User $remote_user;',
    fine: 'Where the application needs no name.',
  },
};

const setters: Partial<Record<Handler['kind'], string>> = {
  proxy: 'proxy_set_header',
  fastcgi: 'fastcgi_param',
  uwsgi: 'uwsgi_param',
  scgi: 'scgi_param',
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsAsking(unit)) {
      const setter = level.handler && setters[level.handler.kind];
      if (!setter || !asksBasic(level)) continue;
      const lines = inEffect(level, setter);
      // the header that is passed on by itself has the name too
      const passed =
        setter === 'proxy_set_header' && !lines.some(({ args }) => args[0]?.value.toLowerCase() === 'authorization');
      if (passed || lines.some(({ args }) => args[1]?.value.includes('remote_user'))) continue;
      yield {
        message: `the application is not told at ${place(level)} who has logged in`,
        help:
          setter === 'proxy_set_header'
            ? 'add proxy_set_header X-Remote-User $remote_user;'
            : `add ${setter} REMOTE_USER $remote_user;`,
        where: level.handler!.origin,
      };
    }
  },
};
