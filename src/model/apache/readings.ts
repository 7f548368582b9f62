import { isAbsolute, withDrive } from '../../host/paths.ts';
import type { Directive } from '../../syntax/tree.ts';
import { parseSubnet } from '../addresses.ts';
import { compilePattern } from '../regex.ts';
import { type Expression, parseExpression } from './expression.ts';
import { type EnvRule, type HostRule, noOptions, type OptionBits, option, type UrlRule } from './settings.ts';

const plainOptions: Readonly<Record<string, number>> = {
  indexes: option.indexes,
  followsymlinks: option.followLinks,
  symlinksifownermatch: option.ownerLinks,
  multiviews: option.multiViews,
  all: option.indexes | option.followLinks,
};

/** A string with `%{…}` in it, or null where httpd refuses it. */
export function stringExpression(text: string, modules: ReadonlySet<string> | null): Expression | null {
  return parseExpression(text, { string: true, modules }).expression ?? null;
}

/** Quotes get a backslash unless they have one (util.c, ap_escape_quotes). */
export function escapeQuotes(text: string): string {
  return text.replace(/\\[\s\S]|"/g, (piece) => (piece === '"' ? '\\"' : piece));
}

/** A path as ap_server_root_relative makes it. */
export function rootRelative(path: string, serverRoot: string | null): string {
  if (isAbsolute(path)) return withDrive(path);
  if (serverRoot === null) return path;
  return `${serverRoot.replace(/\/$/, '')}/${path}`;
}

/** core.c, set_options: words without a sign replace all, words with one change what is inherited. */
export function readOptions(old: OptionBits, directive: Directive): OptionBits {
  let { outright, add, remove } = old;
  let first = true;
  for (const { value } of directive.args) {
    const sign = value[0] === '+' || value[0] === '-' ? value[0] : '';
    const name = (sign ? value.slice(1) : value).toLowerCase();
    const bit = Object.hasOwn(plainOptions, name) ? plainOptions[name]! : 0;
    if (!sign && first) {
      outright = 0;
      add = 0;
      remove = 0;
    }
    first = false;
    if (name === 'none') {
      outright = 0;
      add = 0;
      remove = 0;
    } else if (sign === '-') {
      remove |= bit;
      add &= ~bit;
      if (outright !== null) outright &= ~bit;
    } else if (sign === '+') {
      add |= bit;
      remove &= ~bit;
      if (outright !== null) outright |= bit;
    } else outright = (outright ?? 0) | bit;
  }
  return outright === old.outright && add === old.add && remove === old.remove && old === noOptions
    ? old
    : { outright, add, remove };
}

export function hostRule(value: string): HostRule | null {
  const lower = value.toLowerCase();
  if (lower === 'all') return { kind: 'all' };
  if (lower.startsWith('env=!')) return { kind: 'not-env', name: value.slice(5) };
  if (lower.startsWith('env=')) return { kind: 'env', name: value.slice(4) };
  const subnet = parseSubnet(value);
  if (typeof subnet !== 'string') return { kind: 'ip', subnet };
  return value.includes('/') || subnet !== 'not-an-address' ? null : { kind: 'host', name: value };
}

const redirectNames: Readonly<Record<string, number>> = { permanent: 301, temp: 302, seeother: 303, gone: 410 };

/** mod_alias.c, add_redirect_internal. */
export function readRedirect(
  directive: Directive,
  inside: boolean,
  modules: ReadonlySet<string> | null,
): UrlRule | { to: Expression | null; status: number; origin: Directive } | null {
  const name = directive.name.toLowerCase();
  const values = directive.args.map(({ value }) => value);
  const [one, two, three] = values;
  if (one === undefined) return null;
  let status = name === 'redirectpermanent' ? 301 : 302;
  let grok = 0;
  const named = redirectNames[one.toLowerCase()];
  if (named !== undefined) {
    status = named;
    grok = named === 410 ? -1 : 1;
  } else if (/^[0-9]/.test(one)) {
    status = Number.parseInt(one, 10);
    grok = status >= 300 && status < 400 ? 1 : -1;
  }
  if (inside && ((grok > 0 && two !== undefined && three === undefined) || (grok === 0 && two === undefined))) {
    const to = stringExpression(grok ? two! : one, modules);
    return to && { to, status, origin: directive };
  }
  if (inside && grok < 0 && two === undefined) return { to: null, status, origin: directive };
  const from = three === undefined && grok === 0 ? one : (two ?? '');
  const to = three === undefined && grok === 0 ? two : three;
  const pattern = name === 'redirectmatch' ? compilePattern(from) : null;
  if (name === 'redirectmatch' && !pattern) return null;
  return { from, pattern, to: to ?? null, status, script: false, origin: directive };
}

/** mod_setenvif.c: SetEnvIf attribute regex [!]name[=value]… and its kin. */
export function readEnvRule(directive: Directive, modules: ReadonlySet<string> | null): EnvRule | null {
  const name = directive.name.toLowerCase();
  const values = directive.args.map(({ value }) => value);
  const browser = name.startsWith('browsermatch');
  const attribute = name === 'setenvifexpr' ? '' : browser ? 'User-Agent' : (values.shift() ?? '');
  const test = values.shift();
  if (test === undefined) return null;
  const sets = values.map((value) => {
    if (value.startsWith('!')) return { name: value.slice(1), value: null };
    const equals = value.indexOf('=');
    return equals < 0 ? { name: value, value: '1' } : { name: value.slice(0, equals), value: value.slice(equals + 1) };
  });
  if (name === 'setenvifexpr') {
    const expression = parseExpression(test, { modules }).expression;
    return expression ? { attribute, pattern: null, expression, sets, origin: directive } : null;
  }
  const pattern = compilePattern(test, name.endsWith('nocase'));
  return pattern && { attribute, pattern, expression: null, sets, origin: directive };
}
