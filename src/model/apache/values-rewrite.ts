import { isSpace } from '../../syntax/apache-words.ts';
import { printable } from '../../text/printable.ts';
import { compilePattern } from '../regex.ts';
import type { Complaint } from './check.ts';
import { parseExpression } from './expression.ts';
import type { ValueCheck } from './values.ts';
import { invalid, isStatusCode } from './values-core.ts';

/**
 * The two or three arguments of RewriteRule and RewriteCond, which mod_rewrite splits by rules of its own
 * (parseargline): a backslash guards white space and stays, quotes cannot be escaped; null: fewer than two.
 */
export function rewriteArguments(raw: string): readonly [string, string, string | null] | null {
  let at = 0;
  const take = (): { readonly text: string; readonly ended: boolean } => {
    while (at < raw.length && isSpace(raw.charCodeAt(at))) at++;
    const quote = raw[at] === '"' || raw[at] === "'" ? raw[at++]! : '';
    const start = at;
    while (at < raw.length) {
      if (quote === '' ? isSpace(raw.charCodeAt(at)) : raw[at] === quote) break;
      if (raw[at] === '\\' && isSpace(raw.charCodeAt(at + 1))) at++;
      at++;
    }
    const ended = at < raw.length;
    return { text: raw.slice(start, at++), ended };
  };
  const first = take();
  if (!first.ended) return null;
  const second = take();
  if (!second.ended) return [first.text, second.text, null];
  while (at < raw.length && isSpace(raw.charCodeAt(at))) at++;
  return [first.text, second.text, at < raw.length ? take().text : null];
}

/** Reads `[flag,flag=value]` (cmd_parseflagfield); gives mod_rewrite's complaint or null. */
function flagProblem(field: string, check: (key: string, value: string) => string | null): string | null {
  if (!field.startsWith('[') || !field.endsWith(']')) return 'bad flag delimiters';
  const inside = field.length === 1 ? '' : field.slice(1, -1);
  const parts = inside.split(',');
  for (const [index, part] of parts.entries()) {
    const flag = part.trim();
    if (flag === '' && /^\s+$/.test(part) && index === parts.length - 1) continue;
    const equals = flag.indexOf('=');
    const problem = equals < 0 ? check(flag, '') : check(flag.slice(0, equals), flag.slice(equals + 1));
    if (problem !== null) return problem;
  }
  return null;
}

/** Flags of RewriteRule by their first letter: what may follow it, lower case (cmd_rewriterule_setflag). */
const ruleFlags: Readonly<Record<string, readonly string[]>> = {
  b: ['', 'ackrefescaping', 'ne', 'np', 'ackrefernoplus', 'ctls'],
  c: ['', 'hain', 'o', 'ookie'],
  e: ['', 'nv', 'nd'],
  f: ['', 'orbidden'],
  g: ['', 'one'],
  h: ['', 'andler'],
  l: ['', 'ast'],
  n: ['', 'ext', 'e', 'oescape', 's', 'osubreq', 'c', 'ocase'],
  p: ['', 'roxy', 't', 'assthrough'],
  q: ['sa', 'sappend', 'sd', 'sdiscard', 'sl', 'slast'],
  r: ['', 'edirect'],
  s: ['', 'kip'],
  t: ['', 'ype'],
  u: ['nsafeprefixstat', 'nsafeallow3f', 'nc'],
};

function ruleFlag(key: string, value: string): string | null {
  const first = key.charAt(0).toLowerCase();
  const rest = key.slice(1).toLowerCase();
  // any word with D is taken
  if (first !== 'd' && !ruleFlags[first]?.includes(rest)) return `unknown flag '${printable(key)}'`;
  if (first === 'b' && rest === 'ne' && value === '') {
    return "flag 'BNE' wants a list of characters (i.e. [BNE=...])";
  }
  if (first === 'r' && /^\d/.test(value)) {
    const status = Number.parseInt(value, 10);
    if (status !== 500 && !isStatusCode(status)) {
      return `invalid HTTP response code '${printable(value)}' for flag 'R'`;
    }
  }
  return null;
}

const rewriteRule: ValueCheck = ([raw = '']) => {
  const args = rewriteArguments(raw);
  if (!args) return invalid(`RewriteRule: bad argument line '${printable(raw)}'`);
  const [pattern, , flags] = args;
  let insensitive = false;
  if (flags !== null) {
    const wrong = flagProblem(flags, (key, value) => {
      if (key.toLowerCase() === 'nc' || key.toLowerCase() === 'nocase') insensitive = true;
      return ruleFlag(key, value);
    });
    if (wrong !== null) return invalid(`RewriteRule: ${wrong}`);
  }
  const expression = pattern.startsWith('!') ? pattern.slice(1) : pattern;
  return compilePattern(expression, insensitive) === null
    ? {
        code: 'apache-regex-invalid',
        message: `RewriteRule: cannot compile regular expression '${printable(expression)}'`,
      }
    : null;
};

const condFlags = new Set(['nocase', 'nc', 'ornext', 'or', 'novary', 'nv']);

/** Patterns of RewriteCond that are tests and not regular expressions. */
const fileTest = /^-[fslLhdxUF]$/;
const integerTest = /^-(?:lt|le|gt|ge|eq|ne)/;

const rewriteCond: ValueCheck = ([raw = ''], _directive, place, { modules }) => {
  const args = rewriteArguments(raw);
  if (!args) return invalid(`RewriteCond: bad argument line '${printable(raw)}'`);
  const [input, written, flags] = args;
  let insensitive = false;
  if (flags !== null) {
    const wrong = flagProblem(flags, (key) => {
      const flag = key.toLowerCase();
      if (flag === 'nc' || flag === 'nocase') insensitive = true;
      return condFlags.has(flag) ? null : `unknown flag '${printable(key)}'`;
    });
    if (wrong !== null) return invalid(`RewriteCond: ${wrong}`);
  }
  const pattern = written.startsWith('!') ? written.slice(1) : written;
  if (input.toLowerCase() === 'expr') {
    const parsed = parseExpression(pattern, { modules, restricted: place.htaccess });
    return parsed.error === undefined
      ? null
      : {
          code: 'apache-expression-invalid',
          message: `RewriteCond: cannot compile expression "${printable(pattern)}": ${printable(parsed.error)}`,
        };
  }
  if (pattern.length > 1 && (fileTest.test(pattern) || integerTest.test(pattern) || /^[<>=]/.test(pattern)))
    return null;
  return compilePattern(pattern, insensitive) === null
    ? {
        code: 'apache-regex-invalid',
        message: `RewriteCond: cannot compile regular expression '${printable(pattern)}'`,
      }
    : null;
};

const rewriteOptions = new Set([
  'inherit',
  'inheritbefore',
  'inheritdown',
  'inheritdownbefore',
  'ignoreinherit',
  'allownoslash',
  'allowanyuri',
  'mergebase',
  'ignorecontextinfo',
  'legacyprefixdocroot',
  'unsafeprefixstat',
]);

const internalMaps = new Set(['tolower', 'toupper', 'escape', 'unescape']);

const rewriteMap: ValueCheck = ([name = '', source = ''], _directive, _place, checking): Complaint | null => {
  const { host, modules } = checking;
  const kind = /^(txt|rnd|prg|int|dbd|fastdbd):(.*)$/is.exec(source);
  const key = (kind?.[1] ?? '').toLowerCase();
  if (key === 'int') {
    return internalMaps.has(kind![2]!) ? null : invalid(`RewriteMap: internal map not found:${printable(kind![2]!)}`);
  }
  if (key === 'dbd' || key === 'fastdbd') {
    return modules === null || modules.has('mod_dbd')
      ? null
      : invalid('RewriteMap types dbd and fastdbd require mod_dbd!');
  }
  // a database may be kept in files of other names
  if (/^dbm/i.test(source))
    return /^dbm(?::|=[^:]*:)/i.test(source) ? null : invalid(`RewriteMap: bad map:${printable(source)}`);
  const file = key === 'prg' ? (kind![2]!.trim().split(/\s+/)[0] ?? '') : (kind?.[2] ?? source);
  const absolute = checking.path(file);
  return absolute !== null && host.stat(absolute) === 'missing'
    ? invalid(`RewriteMap: file for map ${printable(name)} not found:${printable(absolute)}`)
    : null;
};

export const rewriteValues: Readonly<Record<string, ValueCheck>> = {
  rewriterule: rewriteRule,
  rewritecond: rewriteCond,
  rewritemap: rewriteMap,
  rewriteoptions: ([raw = '']) => {
    for (const word of raw.split(/\s+/)) {
      const key = word.toLowerCase().replaceAll(/["']/g, '');
      if (key === '' || rewriteOptions.has(key) || key.startsWith('maxredirects=')) continue;
      return invalid(`RewriteOptions: unknown option '${printable(word)}'`);
    }
    return null;
  },
  rewritebase: ([base = ''], _directive, place) => {
    if (place.path === false) return invalid('RewriteBase: only valid in per-directory config files');
    return base.startsWith('/') ? null : invalid('RewriteBase: argument is not a valid URL');
  },
};
