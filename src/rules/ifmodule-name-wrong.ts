import { moduleMeant } from '../model/apache/modules.ts';
import type { Directive } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { sameStart } from '../text/source.ts';
import { guardsOf } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'ifmodule-name-wrong',
  title: 'IfModule names no module',
  server: 'apache',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'The lines within never count: a login vanishes, or a header is not passed on.',
    why: '<IfModule> knows modules by mod_name.c or by name_module; mod_name alone is neither, and the section is passed over without a word.',
    fix: 'write mod_rewrite.c or rewrite_module',
    fine: 'With a ! before it the lines within always count.',
  },
};

/** Directives that let in or keep out. */
const access = /^(?:require|<require(?:all|any|none)|auth\w+|satisfy|order|allow|deny|cgipassauth)$/i;

/** Whether a line hands the Authorization header on. */
export function passesLogin({ name, args }: Directive): boolean {
  return (
    /^(?:rewriterule|setenvif|setenvifnocase|requestheader|setenv)$/i.test(name) &&
    args.some(({ value }) => /authorization/i.test(value))
  );
}

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive, holds, inner } of guardsOf(unit)) {
      if (holds || directive.name.toLowerCase() !== '<ifmodule') continue;
      const name = directive.args[0]?.value ?? '';
      if (name === '' || name.startsWith('!') || moduleMeant(name) !== null) continue;
      const what = inner.find((one) => access.test(one.name) || passesLogin(one));
      // where the place is open for it, ifmodule-hides-auth says so
      const told = unit.places.some(
        ({ place, verdict }) => verdict === 'open' && sameStart(place.hint?.where, directive),
      );
      if (!what || told) continue;
      const module = name.replace(/_module$|\.c$|\.so$/g, '').replace(/^mod_/, '');
      yield {
        message: `${printable(what.name)} never counts: <IfModule> knows no module by the name ${printable(name)}`,
        help: `write <IfModule mod_${printable(module)}.c>`,
        where: directive,
        related: [{ message: 'this line is passed over', where: what }],
      };
    }
  },
};
