import { inEffect } from '../model/nginx/levels.ts';
import { levelsUnder } from './nginx-levels.ts';
import { loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-hidden-challenge',
  title: 'The password prompt of the upstream is kept back',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'The upstream refuses with 401, and no browser asks for its password.',
    why: 'proxy_hide_header WWW-Authenticate (or fastcgi_hide_header) drops the challenge from the answer.',
    fix: 'remove the line, or limit it to the paths that scripts call',
    fine: 'Where scripts of a page call the upstream and a prompt would get in their way.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const targets = new Set(unit.nginx?.authTargets.map(({ target }) => target));
    for (const { level } of levelsUnder(unit, ['proxy_hide_header', 'fastcgi_hide_header'])) {
      const kind = level.handler?.kind;
      if ((kind !== 'proxy' && kind !== 'fastcgi') || targets.has(level) || loginOf(level.settings)) continue;
      const hidden = inEffect(level, `${kind}_hide_header`).find(
        ({ args }) => args[0]?.value.toLowerCase() === 'www-authenticate',
      );
      // credentials that nginx itself sends need no prompt
      const sent = level.settings.proxySetHeader?.some(
        ({ name, value }) => name === 'authorization' && value.text !== '$http_authorization',
      );
      if (!hidden || sent) continue;
      yield {
        message: 'no browser asks for the password of the upstream: its challenge is kept back here',
        help: `remove ${kind}_hide_header WWW-Authenticate;, or limit it to the paths that scripts call`,
        where: hidden,
        related: [{ message: 'the upstream is asked here', where: level.handler!.origin }],
      };
    }
  },
};
