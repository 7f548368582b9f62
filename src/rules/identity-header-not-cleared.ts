import type { LocationConf } from '../model/nginx/config.ts';
import { inEffect } from '../model/nginx/levels.ts';
import { type Directive, spanOf } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { levelsServedBy, place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { asksAny, isIdentityHeader } from './tokens.ts';

const meta: RuleMeta = {
  id: 'identity-header-not-cleared',
  title: 'One way to the application lets the client say who he is',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'A stranger who sends the header himself is taken for the user that he names.',
    why: 'Elsewhere nginx tells the same application by this header who has logged in; here it neither sets nor clears it.',
    fix: 'proxy_set_header NAME ""; in each location that leads to the application without a login',
    fine: 'Where the application does not read the header there.',
  },
};

/** Scheme, host and port of where a level sends requests, as written. */
function upstreamOf({ handler }: LocationConf): string {
  return /^https?:\/\/[^/]*/i.exec(handler!.to.text)?.[0].toLowerCase() ?? handler!.to.text;
}

export const rule: Rule = {
  meta,
  *check(unit) {
    const trusted = new Map<string, Map<string, Directive>>();
    const proxied = levelsServedBy(unit, 'proxy');
    for (const { level } of proxied) {
      if (!asksAny(level)) continue;
      const told = new Set((level.settings.authRequestSet ?? []).map(({ name }) => name));
      for (const header of inEffect(level, 'proxy_set_header')) {
        const name = header.args[0]?.value.toLowerCase() ?? '';
        const variables = [...(header.args[1]?.value ?? '').matchAll(/\$\{?(\w+)/g)].map(([, one]) => one!);
        if (!isIdentityHeader(name) || !variables.some((one) => one === 'remote_user' || told.has(one))) continue;
        const target = upstreamOf(level);
        const headers = trusted.get(target) ?? new Map<string, Directive>();
        trusted.set(target, headers.set(name, headers.get(name) ?? header));
      }
    }
    for (const { level } of trusted.size === 0 ? [] : proxied) {
      if (asksAny(level) || level.settings.internal?.value) continue;
      const set = new Set(inEffect(level, 'proxy_set_header').map(({ args }) => args[0]?.value.toLowerCase()));
      // what is set above and lost here is another finding
      const above = new Set(
        level.parent ? inEffect(level.parent, 'proxy_set_header').map(({ args }) => args[0]?.value.toLowerCase()) : [],
      );
      for (const [name, header] of trusted.get(upstreamOf(level)) ?? []) {
        if (set.has(name) || above.has(name)) continue;
        const shown = printable(header.args[0]!.value);
        yield {
          message: `anybody can say who he is at ${place(level)}: ${shown} goes through as the client sends it`,
          help: `clear it: proxy_set_header ${shown} "";`,
          where: spanOf(level.handler!.origin),
          related: [{ message: `the application is told by ${shown} who has logged in`, where: spanOf(header) }],
        };
      }
    }
  },
};
