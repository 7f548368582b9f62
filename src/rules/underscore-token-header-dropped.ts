import { standing, valueInEffect } from '../model/nginx/levels.ts';
import { printable } from '../text/printable.ts';
import { levelsWith } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';
import { written } from './written.ts';

const meta: RuleMeta = {
  id: 'underscore-token-header-dropped',
  title: 'A header with an underscore is dropped on the way',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'The key or token that the client sends in it never arrives.',
    why: 'nginx drops headers whose names have underscores, unless underscores_in_headers is on.',
    fix: 'name the header with dashes, or write underscores_in_headers on; in the default server of the port',
    fine: 'Where clients send the name with dashes too.',
  },
};

const secret = /token|key|auth|session|secret|user/i;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsWith(unit, 'add_header')) {
      const headers = standing(level, 'add_header').filter((header) => /allow-headers/i.test(written(header)));
      if (headers.length === 0) continue;
      if (valueInEffect(level, 'underscores_in_headers') === 'on') continue;
      for (const header of headers) {
        if (header.args[0]?.value.toLowerCase() !== 'access-control-allow-headers') continue;
        const dropped = (header.args[1]?.value ?? '')
          .split(/[\s,]+/)
          .find((name) => /^[\w-]*_[\w-]*$/.test(name) && secret.test(name));
        if (dropped === undefined) continue;
        yield {
          message: `the header ${printable(dropped)} never arrives: nginx drops names with an underscore`,
          help: `call it ${printable(dropped.replaceAll('_', '-'))}, or write underscores_in_headers on; in the default server of the port`,
          where: header,
        };
      }
    }
  },
};
