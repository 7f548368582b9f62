import type { Directive } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { type Level, type Met, named } from './apache-levels.ts';
import { requiring } from './apache-requires.ts';
import type { Rule, RuleMeta, Unit } from './rule.ts';

const meta: RuleMeta = {
  id: 'env-set-too-late',
  title: 'A variable that access hangs on is set after access is checked',
  server: 'apache',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'What the variable should let in, or keep out, is treated as if it were not set.',
    why: 'SetEnv, PassEnv and the rules of a .htaccess file or folder set variables when access and login have been checked.',
    fix: 'set it by SetEnvIf, such as SetEnvIf Request_URI "^/api/" open; a RewriteRule does so outside of folders',
    fine: 'Where another line sets it in time as well.',
  },
};

const early = ['setenvif', 'setenvifnocase', 'setenvifexpr', 'browsermatch', 'browsermatchnocase'];

/** The variables that lines of access ask for, each with one that does. */
function asked(unit: Unit): Map<string, Directive> {
  const names = new Map<string, Directive>();
  for (const { directive } of requiring(unit, 'env')) {
    for (const { value } of directive.args.slice(1)) names.set(value, directive);
  }
  for (const { directive } of requiring(unit, 'not')) {
    if (directive.args[1]?.value.toLowerCase() !== 'env') continue;
    for (const { value } of directive.args.slice(2)) names.set(value, directive);
  }
  for (const { directive } of named(unit, 'allow', 'deny')) {
    for (const { value } of directive.args) {
      const name = /^env=!?(.+)$/i.exec(value)?.[1];
      if (name) names.set(name, directive);
    }
  }
  return names;
}

/** Whether a line stands in a folder, where rewriting comes after the login. */
function inFolder(level: Level): boolean {
  for (let at: Level | null = level; at; at = at.outer)
    if (at.htaccess || /^<(?:directory|location|files|proxy|if)/i.test(at.opening?.name ?? '')) return true;
  return false;
}

/** The variables that the flags of a RewriteRule set. */
function rewritten({ args }: Directive): string[] {
  const flags = /^\[(.*)\]$/s.exec(args[2]?.value ?? '')?.[1] ?? '';
  return flags.split(',').flatMap((flag) => /^\s*(?:E|env)=!?([^:]+)/i.exec(flag)?.[1] ?? []);
}

/** The variables that a SetEnvIf or its kin sets. */
function setEarly({ name, args }: Directive): string[] {
  const behind = /^(?:browsermatch|setenvifexpr)/i.test(name) ? 1 : 2;
  return args.slice(behind).map(({ value }) => value.replace(/^!|=.*$/gs, ''));
}

export const rule: Rule = {
  meta,
  *check(unit) {
    const names = asked(unit);
    if (names.size === 0) return;
    const rules = named(unit, 'rewriterule');
    const timely = new Set([
      ...named(unit, ...early).flatMap(({ directive }) => setEarly(directive)),
      ...rules.filter(({ level }) => !inFolder(level)).flatMap(({ directive }) => rewritten(directive)),
    ]);
    const late: [Met, string[]][] = [
      ...named(unit, 'setenv').map((met): [Met, string[]] => [met, [met.directive.args[0]?.value ?? '']]),
      ...named(unit, 'passenv').map((met): [Met, string[]] => [met, met.directive.args.map(({ value }) => value)]),
      ...rules.map((met): [Met, string[]] => [met, rewritten(met.directive)]),
    ];
    for (const [{ directive }, set] of late) {
      const name = set.find((one) => names.has(one) && !timely.has(one));
      if (name === undefined) continue;
      const by = names.get(name)!;
      yield {
        message: `${printable(name)} is not set yet when ${printable(by.name)} looks at it: ${printable(directive.name)} comes after access is checked`,
        where: directive,
        related: [{ message: `${printable(name)} is asked for here`, where: by }],
      };
    }
  },
};
