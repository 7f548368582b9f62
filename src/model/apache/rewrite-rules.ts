import type { Directive } from '../../syntax/tree.ts';
import { compilePattern, type Pattern } from '../regex.ts';
import { type Condition, parseExpression } from './expression.ts';

/** How a RewriteCond tests its string. */
export type RewriteTest =
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'file'; readonly test: 'f' | 'd' | 's' | 'l' | 'x' | 'F' | 'U' }
  | { readonly kind: 'string' | 'number'; readonly operator: '<' | '>' | '=' | '<=' | '>='; readonly value: string }
  | { readonly kind: 'expression'; readonly condition: Condition };

export interface RewriteCond {
  readonly input: string;
  readonly test: RewriteTest;
  readonly negate: boolean;
  readonly noCase: boolean;
  readonly or: boolean;
  readonly origin: Directive;
}

export interface RewriteRule {
  readonly pattern: Pattern;
  readonly negate: boolean;
  /** Null for `-`: no substitution. */
  readonly output: string | null;
  readonly conditions: readonly RewriteCond[];
  readonly flags: {
    /** Status of R, F, G or R=n; null: none. */
    readonly status: number | null;
    readonly redirect: boolean;
    readonly last: boolean;
    readonly end: boolean;
    readonly next: number;
    readonly chain: boolean;
    readonly skip: number;
    readonly proxy: boolean;
    readonly passThrough: boolean;
    readonly noSubRequests: boolean;
    readonly queryAppend: boolean;
    readonly queryDiscard: boolean;
    readonly discardPathInfo: boolean;
    readonly handler: string | null;
    readonly env: readonly string[];
  };
  readonly origin: Directive;
}

/** mod_rewrite's settings of a server or of one directory. */
export interface RewriteRules {
  readonly engine: boolean | null;
  readonly inherit: 'after' | 'before' | 'down' | 'down-before' | null;
  readonly ignoreInherit: boolean;
  readonly optionsSet: boolean;
  readonly noSlash: boolean;
  readonly mergeBase: boolean;
  readonly base: string | null;
  /** Physical folder with a slash at its end, for rules in a folder. */
  readonly directory: string | null;
  readonly rules: readonly RewriteRule[];
}

export const noRewrite: RewriteRules = {
  engine: null,
  inherit: null,
  ignoreInherit: false,
  optionsSet: false,
  noSlash: false,
  mergeBase: false,
  base: null,
  directory: null,
  rules: [],
};

/** mod_rewrite.c, config_server_merge. */
export function mergeServerRewrite(base: RewriteRules | null, own: RewriteRules | null): RewriteRules {
  // a virtual host without any directive of mod_rewrite has no rules, not even the main server's
  if (!base || !own) return own ?? noRewrite;
  const options = own.optionsSet ? own : base;
  return { ...options, engine: own.engine ?? base.engine, rules: inheritedRules(base, own, options) };
}

/** mod_rewrite.c, config_perdir_merge. */
export function mergeRewrite(base: RewriteRules, over: RewriteRules): RewriteRules {
  const options = over.optionsSet ? over : base;
  return {
    engine: over.engine ?? base.engine,
    inherit: options.inherit,
    ignoreInherit: options.ignoreInherit,
    optionsSet: over.optionsSet || base.optionsSet,
    noSlash: options.noSlash,
    mergeBase: options.mergeBase,
    base: options.mergeBase ? (over.base ?? base.base) : over.base,
    directory: over.directory,
    rules: inheritedRules(base, over, options),
  };
}

/** The newer rules, with the older ones where RewriteOptions of either side say so. */
function inheritedRules(base: RewriteRules, over: RewriteRules, options: RewriteRules): readonly RewriteRule[] {
  const down = !options.ignoreInherit && base.inherit;
  if (options.inherit === 'after' || down === 'down') return [...over.rules, ...base.rules];
  if (options.inherit === 'before' || down === 'down-before') return [...base.rules, ...over.rules];
  return over.rules;
}

const noFlags: readonly [string, string][] = [];

/** Splits the `[a,b=c]` of a rule or condition. */
function flagsOf(text: string | undefined): readonly [string, string][] {
  if (!text?.startsWith('[') || !text.endsWith(']')) return noFlags;
  return text
    .slice(1, -1)
    .split(',')
    .map((flag) => {
      const equals = flag.indexOf('=');
      const name = (equals < 0 ? flag : flag.slice(0, equals)).trim();
      return [name.toLowerCase(), equals < 0 ? '' : flag.slice(equals + 1).trim()];
    });
}

/** Reads one RewriteCond; null where httpd would refuse it. */
export function readRewriteCond(directive: Directive): RewriteCond | null {
  const values = directive.args.map(({ value }) => value);
  const input = values[0];
  const written = values[1];
  if (input === undefined || written === undefined) return null;
  const flags = flagsOf(values[2]);
  const has = (...names: string[]): boolean => flags.some(([name]) => names.includes(name));
  const noCase = has('nc', 'nocase');
  const or = has('or', 'ornext');
  const negate = written.startsWith('!');
  const text = negate ? written.slice(1) : written;
  let test: RewriteTest | null = null;
  if (input.toLowerCase() === 'expr') {
    const parsed = parseExpression(text);
    if (!parsed.expression) return null;
    test = { kind: 'expression', condition: parsed.expression.condition! };
  } else if (/^-[fdslLhxFU]$/.test(text)) {
    const letter = text[1] === 'L' || text[1] === 'h' ? 'l' : (text[1] as 'f');
    test = { kind: 'file', test: letter };
  } else {
    const number = /^-(lt|le|eq|ge|gt|ne)/.exec(text);
    const string = /^(<=|>=|<|>|=)/.exec(text);
    if (number) {
      const operator = ({ lt: '<', le: '<=', eq: '=', ge: '>=', gt: '>', ne: '=' } as const)[number[1] as 'lt'];
      test = { kind: 'number', operator, value: text.slice(3).trimStart() };
      if (number[1] === 'ne') return { input, test, negate: !negate, noCase, or, origin: directive };
    } else if (string && text.length > 1) {
      const operator = string[1] as '<';
      let value = text.slice(operator.length);
      if (string[1] === '=' && value === '""') value = '';
      test = { kind: 'string', operator, value };
    } else {
      const pattern = compilePattern(text, noCase);
      if (pattern) test = { kind: 'pattern', pattern };
    }
  }
  return test && { input, test, negate, noCase, or, origin: directive };
}

const statusNames: Readonly<Record<string, number>> = { permanent: 301, temp: 302, seeother: 303 };

/** Reads one RewriteRule with the conditions before it; null where httpd would refuse it. */
export function readRewriteRule(directive: Directive, conditions: readonly RewriteCond[]): RewriteRule | null {
  const values = directive.args.map(({ value }) => value);
  if (values[0] === undefined || values[1] === undefined) return null;
  const flags = flagsOf(values[2]);
  const find = (short: string, long = short): string | null => {
    for (const [name, value] of flags) if (name === short || name === long) return value;
    return null;
  };
  const has = (short: string, long = short): boolean => find(short, long) !== null;
  const negate = values[0].startsWith('!');
  const pattern = compilePattern(negate ? values[0].slice(1) : values[0], has('nc', 'nocase'));
  if (!pattern) return null;
  let status: number | null = null;
  let redirect = false;
  const given = find('r', 'redirect');
  if (given !== null) {
    status = given === '' ? 302 : (statusNames[given.toLowerCase()] ?? Number.parseInt(given, 10));
    redirect = status >= 300 && status < 400;
  }
  if (has('f', 'forbidden')) status = 403;
  if (has('g', 'gone')) status = 410;
  const output = values[1] === '-' || (status !== null && !redirect) ? null : values[1];
  return {
    pattern,
    negate,
    output,
    conditions,
    flags: {
      status,
      redirect,
      last: has('l', 'last') || (status !== null && !redirect),
      end: has('end'),
      next: has('n', 'next') ? Number(find('n', 'next')) || 10000 : 0,
      chain: has('c', 'chain'),
      skip: Number(find('s', 'skip') ?? 0) || 0,
      proxy: has('p', 'proxy'),
      passThrough: has('pt', 'passthrough'),
      // R holds for requests alone, whatever its status
      noSubRequests: has('ns', 'nosubreq') || given !== null,
      queryAppend: has('qsa', 'qsappend'),
      queryDiscard: has('qsd', 'qsdiscard'),
      discardPathInfo: has('dpi', 'discardpathinfo'),
      handler: find('h', 'handler'),
      env: flags.filter(([name]) => name === 'e' || name === 'env').map(([, value]) => value),
    },
    origin: directive,
  };
}
