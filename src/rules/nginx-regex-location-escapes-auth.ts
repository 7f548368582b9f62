import { remembered } from '../text/remembered.ts';
import { fromDoors, keeps } from './nginx-doors.ts';
import { place } from './nginx-levels.ts';
import type { Rule, RuleMeta, Severity } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-regex-location-escapes-auth',
  title: 'A regular expression takes requests out of a protected location',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody gets what the pattern matches, scripts above all, without a login.',
    why: 'A matching regular expression wins over a prefix, and the first of several wins; a location takes no login from the one beside it.',
    fix: 'nest a copy of it inside the protected location, write ^~ before the protected prefix, or ask for the login in the server',
    fine: 'Where what it matches is meant for everybody, as style sheets and images often are; those are reported as info.',
  },
};

const scripts = /\.(?:\\\.)?\(?.*(?:php|cgi|\bpl\b|\bpy\b|\brb\b|aspx?|jsp|\bdo\b)/i;
const decoration =
  /^\W*(?:\(?[?:]*(?:css|js|mjs|map|gif|jpe?g|jpg|png|webp|avif|svgz?|ico|cur|woff2?|ttf|ttc|otf|eot|bmp|swf|htc|rss|atom|txt|xml|json|mp[34]|webm|ogg|gz)\W*)+(?:\W*\??\W*)$/i;

/** Scripts are the content; pictures and styles only decorate it. */
const severityOf = remembered(1000, (pattern): Severity => {
  if (scripts.test(pattern)) return 'error';
  const endings = pattern.slice(Math.max(pattern.lastIndexOf('\\.'), 0));
  return decoration.test(endings.replace(/\?/g, '')) ? 'info' : 'warning';
});

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromDoors(
      unit,
      ({ how }) => how === 'regex',
      ({ closed, open, path }) => ({
        message: `open to all: ${path} is answered by ${place(open)} and not by ${place(closed)}, which ${keeps(closed)}`,
        help:
          closed.kind === 'regex'
            ? 'put the protected location before this one: the first pattern that matches wins'
            : 'nest a copy of this location inside the protected one, or say in the server who gets in',
        severity: severityOf(open.name),
      }),
    ),
};
