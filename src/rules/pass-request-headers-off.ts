import { inEffect } from '../model/nginx/levels.ts';
import { levelsUnder, ofUpstreams, place } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'pass-request-headers-off',
  title: 'No header of the request reaches the application',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'The application sees no Authorization, no Cookie, no Content-Type: nobody is logged in.',
    why: 'proxy_pass_request_headers off withholds them all.',
    fix: 'remove the line, or keep it to the location that auth_request asks',
    fine: 'In a subrequest that needs no header; internal locations are not reported.',
  },
};

const directives = ofUpstreams('pass_request_headers');

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsUnder(unit, directives)) {
      const { handler, settings } = level;
      if (!handler || settings.internal?.value) continue;
      const off = inEffect(level, `${handler.kind}_pass_request_headers`)[0];
      if (off?.args[0]?.value.toLowerCase() !== 'off') continue;
      yield {
        message: `nobody is logged in at ${place(level)}: neither Authorization nor Cookie reaches the application`,
        help: 'remove the line, or take single headers away with proxy_set_header NAME ""',
        where: off,
      };
    }
  },
};
