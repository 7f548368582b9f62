import { addressBytes } from '../model/addresses.ts';
import type { LocationConf, NginxConfig, ServerConf } from '../model/nginx/config.ts';
import { inEffect } from '../model/nginx/levels.ts';
import { printable } from '../text/printable.ts';
import { askedBy } from './auth-targets.ts';
import { setTo } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'auth-request-needs-resolver',
  title: 'The target of auth_request names its host by a variable, and nginx has no resolver',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everyone gets 500.',
    why: 'With a variable in proxy_pass the name is looked up at each request, by the resolver alone; without one the subrequest is a 502, which auth_request takes as an error.',
    fix: 'add resolver 127.0.0.11; (in Docker) or the address of your name server, or write the name without a variable',
    fine: 'Where the variable holds an address or the name of an upstream block; those are not reported.',
  },
};

function hostOf(config: NginxConfig, server: ServerConf, level: LocationConf): string | null {
  const parts = level.handler?.to.parts;
  if (level.handler?.kind !== 'proxy' || !parts) return null;
  const filled = parts.map((part) => {
    if (typeof part === 'string') return part;
    const value = setTo(server, level, part.variable);
    return value && !value.parts ? value.text : null;
  });
  const text = filled.slice(0, filled.includes(null) ? filled.indexOf(null) : undefined).join('');
  const match = /^https?:\/\/([^/:]+)(:\d+)?(\/.*)?$/i.exec(text);
  // the host must be complete where the text breaks off
  if (!match || (filled.includes(null) && match[3] === undefined)) return null;
  const host = match[1]!;
  const known = config.upstreams.has(host) || config.upstreams.has(host + (match[2] ?? ''));
  return known || addressBytes(host) ? null : host;
}

export const rule: Rule = {
  meta,
  *check({ nginx, fragment }) {
    if (!nginx || fragment) return;
    for (const one of nginx.authTargets) {
      const { server, target } = one;
      if (!target || target.settings.unseen || inEffect(target, 'resolver').length > 0) continue;
      const host = hostOf(nginx.config, server, target);
      if (host === null) continue;
      yield {
        message: `everyone gets 500: the subrequest needs a resolver to look up ${printable(host, 80)}, and there is none`,
        where: target.handler!.origin,
        related: askedBy(one),
      };
    }
  },
};
