import type { Directive } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { named } from './apache-levels.ts';
import { requiring } from './apache-requires.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-env-spoofable',
  title: 'A header of the client decides who gets in',
  server: 'apache',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever sends the header gets in without a login.',
    why: 'SetEnvIf sets the variable from a header that the client writes itself, and Require env or Allow from env= takes it for a proof.',
    fix: 'decide by Remote_Addr, or ask for a login',
    fine: 'Where a proxy in front replaces the header and nobody reaches this server by another way.',
  },
};

const setters = ['setenvif', 'setenvifnocase', 'browsermatch', 'browsermatchnocase'];
/** Headers that anybody may send with any value. */
const spoofed =
  /^(?:user-agent|referer|x-forwarded-for|x-real-ip|x-client-ip|client-ip|forwarded|host|cookie|origin|accept-language)$/i;

export const rule: Rule = {
  meta,
  *check(unit) {
    const granting = new Map<string, Directive>();
    for (const { directive, level } of requiring(unit, 'env')) {
      if (level.opening?.name.toLowerCase() === '<requirenone') continue;
      for (const { value } of directive.args.slice(1)) granting.set(value, directive);
    }
    for (const { directive } of named(unit, 'allow')) {
      for (const { value } of directive.args) {
        const name = /^env=([^!].*)$/i.exec(value)?.[1];
        if (name) granting.set(name, directive);
      }
    }
    for (const { directive } of granting.size > 0 ? named(unit, ...setters) : []) {
      const words = directive.args.map(({ value }) => value);
      const browser = directive.name.toLowerCase().startsWith('browsermatch');
      const header = browser ? 'User-Agent' : (words.shift() ?? '');
      const pattern = words.shift() ?? '';
      if (!spoofed.test(header) || /\w{16,}/.test(pattern)) continue;
      const variable = words.map((word) => word.replace(/=.*/s, '')).find((name) => granting.has(name));
      if (variable === undefined) continue;
      yield {
        message: `whoever sends the right ${printable(header)} gets in: the client writes that header itself`,
        where: granting.get(variable)!,
        related: [{ message: `${printable(variable)} is set here`, where: directive }],
      };
    }
  },
};
