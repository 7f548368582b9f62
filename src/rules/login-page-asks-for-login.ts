import type { LocationConf, ServerConf } from '../model/nginx/config.ts';
import { tableOf } from '../model/nginx/table.ts';
import type { NginxFacts } from '../predict/nginx/facts.ts';
import { levelsSaying, place } from './nginx-levels.ts';
import { answersItself } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'login-page-asks-for-login',
  title: 'The login page is behind the login that leads to it',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Browsers stop with “too many redirects”, or get a bare 401: nobody sees the page.',
    why: 'error_page 401 leads to a location where auth_request is in force too, by itself or inherited.',
    fix: 'write auth_request off; in the location of the login page',
    fine: 'Where the auth service lets requests for the login page through by itself.',
  },
};

/** The level that a visitor is sent to; null: to another server, or it cannot be told. */
function follow(nginx: NginxFacts, server: ServerConf, target: string, hops: number): LocationConf | null {
  if (hops > 3) return null;
  const level = target.startsWith('@')
    ? tableOf(server.level).named(target)
    : nginx.levelFor(server, pathIn(server, target) ?? '');
  const sent = level?.steps.find((step) => step.do === 'return');
  if (!level || !sent) return level;
  if (sent.code < 300 || sent.code > 308 || !sent.text) return null;
  const path = pathIn(server, sent.text.text);
  return path === null ? null : follow(nginx, server, path, hops + 1);
}

/** The path of a URL on a server's own host; null: it leads away, or cannot be told. */
function pathIn({ names }: ServerConf, url: string): string | null {
  const match = /^(?:(?:https?|\$scheme):\/\/([^/]+))?(\/[^?#$]*)(?:[?#]|$)/.exec(url);
  if (!match) return null;
  const [, host, path] = match;
  const own =
    host === undefined || /^\$(?:host|http_host|server_name)$/.test(host) || names.some(({ name }) => name === host);
  return own ? path! : null;
}

export const rule: Rule = {
  meta,
  *check(unit) {
    const { nginx } = unit;
    // where the page's location may stand beside what is seen, nothing is known of it
    if (!nginx || nginx.config.partial) return;
    for (const { server, level } of levelsSaying(unit, 'authRequest', 'errorPages')) {
      const { authRequest, errorPages = [], unseen } = level.settings;
      if (!authRequest?.value || unseen) continue;
      const page = errorPages.find(({ code }) => code === 401);
      if (!page) continue;
      const reached = follow(nginx, server, page.target.text, 0);
      const again = reached?.settings.authRequest;
      if (
        !reached ||
        reached.settings.unseen ||
        again?.value?.text !== authRequest.value.text ||
        answersItself(reached)
      )
        continue;
      yield {
        message: `nobody sees the login page: ${place(reached)} asks for the login itself`,
        help: 'write auth_request off; in that location',
        where: page.origin,
        related: [
          { message: 'the location of the login page', where: reached.origin },
          { message: 'the auth_request that counts there', where: again.origin },
        ],
      };
    }
  },
};
