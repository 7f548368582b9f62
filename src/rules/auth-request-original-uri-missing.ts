import { place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-original-uri-missing',
  title: 'The auth service is not told what is asked for',
  server: 'nginx',
  severity: 'info',
  confidence: 'medium',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'After the login visitors land on the start page, or rules by path and host do not work.',
    why: 'In the subrequest the URI is that of the auth location; the one that was asked for goes along only in a header.',
    fix: 'write proxy_set_header X-Original-URI $request_uri; (or the name that the service reads) and proxy_set_header Host $host;',
    fine: 'Where the service decides by the cookie alone.',
  },
};

const original =
  /\$(?:request_uri|uri|host|http_host|scheme:\/\/)\b|x-(?:original|forwarded)-(?:ur[il]|host|method)|x-auth-request-redirect/i;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { target } of unit.nginx?.authTargets ?? []) {
      if (target?.handler?.kind !== 'proxy' || original.test(target.handler.to.text)) continue;
      if (target.settings.proxySetHeader?.some(({ name, value }) => original.test(`${name} ${value.text}`))) continue;
      yield {
        message: `the auth service is not told what is asked for: ${place(target)} hands on neither URI nor host`,
        help: 'add proxy_set_header X-Original-URI $request_uri;',
        where: target.handler.origin,
      };
    }
  },
};
