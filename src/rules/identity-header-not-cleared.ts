import type { LocationConf } from '../model/nginx/config.ts';
import { variablesOf } from '../model/nginx/value.ts';
import type { Directive } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { levelsServedBy, place } from './nginx-levels.ts';
import { asksAny } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { isIdentityHeader } from './tokens.ts';

const meta: RuleMeta = {
  id: 'identity-header-not-cleared',
  title: 'One way to the application lets the client say who it is',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'A stranger who sends the header is taken for the user that it names.',
    why: 'Elsewhere nginx tells the same application by this header who has logged in; here it neither sets nor clears it.',
    fix: 'write proxy_set_header NAME ""; in each location that leads to the application without a login',
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
    /** By upstream and name: the line that tells it who has logged in. */
    const trusted = new Map<string, Map<string, Directive>>();
    const proxied = levelsServedBy(unit, 'proxy');
    for (const { level } of proxied) {
      if (!asksAny(level)) continue;
      const told = new Set((level.settings.authRequestSet ?? []).map(({ name }) => name));
      for (const { name, value, origin } of level.settings.proxySetHeader ?? []) {
        if (!isIdentityHeader(name)) continue;
        if (!variablesOf(value).some((one) => one === 'remote_user' || told.has(one))) continue;
        const target = upstreamOf(level);
        const headers = trusted.get(target) ?? new Map<string, Directive>();
        trusted.set(target, headers.set(name, headers.get(name) ?? origin));
      }
    }
    for (const { level } of trusted.size === 0 ? [] : proxied) {
      if (asksAny(level) || level.settings.internal?.value) continue;
      // what is set above and lost here is another finding
      const set = [level, level.parent].flatMap((one) => one?.settings.proxySetHeader ?? []);
      for (const [name, header] of trusted.get(upstreamOf(level)) ?? []) {
        if (set.some((one) => one.name === name)) continue;
        const shown = printable(header.args[0]!.value);
        yield {
          message: `anybody can pass for any user at ${place(level)}: ${shown} goes through as the client sends it`,
          help: `clear it: proxy_set_header ${shown} "";`,
          where: level.handler!.origin,
          related: [{ message: `the application is told by ${shown} who has logged in`, where: header }],
        };
      }
    }
  },
};
