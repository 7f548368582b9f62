import type { Directive } from '../../syntax/tree.ts';
import { compilePattern } from '../regex.ts';
import type { Condition, RewriteStep } from './config.ts';
import { type BadVariable, compileValue, type Value } from './value.ts';

function compiled(text: string): Value | string {
  const value: Value | BadVariable = compileValue(text);
  return 'error' in value ? value.error : value;
}

/** Reads `return`; a text is nginx's complaint. Source: ngx_http_rewrite_return. */
export function returnOf(directive: Directive): RewriteStep | string {
  const [first, second] = directive.args.map(({ value }) => value) as [string, string | undefined];
  let code = 302;
  let text: string | undefined = first;
  if (/^\d+$/.test(first)) {
    code = Number(first);
    if (code > 999) return `invalid return code "${first}"`;
    text = second;
  } else if (second !== undefined || !/^(?:https?:\/\/|\$scheme)/i.test(first)) return `invalid return code "${first}"`;
  if (text === undefined) return { do: 'return', code, text: null, origin: directive };
  const value = compiled(text);
  return typeof value === 'string' ? value : { do: 'return', code, text: value, origin: directive };
}

const rewriteFlags = ['last', 'break', 'redirect', 'permanent'] as const;

/** Reads `rewrite`; a text is nginx's complaint. Source: ngx_http_rewrite. */
export function rewriteOf(directive: Directive): RewriteStep | string {
  const [source, replacement, word] = directive.args.map(({ value }) => value) as [string, string, string | undefined];
  const pattern = compilePattern(source);
  if (!pattern) return `pcre_compile() failed in "${source}"`;
  if (replacement === '') return 'empty replacement';
  const keepsArgs = !replacement.endsWith('?');
  const kept = keepsArgs ? replacement : replacement.slice(0, -1);
  const flag = word === undefined ? null : rewriteFlags.find((known) => known === word);
  if (flag === undefined) return `invalid parameter "${word}"`;
  const absolute = /^(?:https?:\/\/|\$scheme)/.test(replacement);
  const redirects = absolute || flag === 'redirect' || flag === 'permanent';
  // only a question mark as written begins the query, not one out of a variable
  const question = redirects ? -1 : kept.indexOf('?');
  const value = compiled(question < 0 ? kept : kept.slice(0, question));
  if (typeof value === 'string') return value;
  const args = question < 0 ? null : compiled(kept.slice(question + 1));
  if (typeof args === 'string') return args;
  return { do: 'rewrite', pattern, replacement: value, args, keepsArgs, flag, redirects, origin: directive };
}

/** Reads the arguments of `if`; a text is nginx's complaint. Source: ngx_http_rewrite_if_condition. */
export function conditionOf(directive: Directive): Condition | string {
  const words = directive.args.map(({ value }) => value);
  const all = words.join(' ');
  if (!words[0]?.startsWith('(')) return `invalid condition "${words[0]}"`;
  if (!words.at(-1)!.endsWith(')')) return `invalid condition "${words.at(-1)}"`;
  // a bracket that stands alone is no word of the condition
  if (words[0] === '(') words.shift();
  else words[0] = words[0].slice(1);
  if (words.at(-1) === ')') words.pop();
  else if (words.length > 0) words[words.length - 1] = words.at(-1)!.slice(0, -1);
  const [first, operator, operand] = words;
  if (first === undefined) return `invalid condition "${all}"`;
  if (first.length > 1 && first.startsWith('$')) {
    const value = compiled(first);
    if (typeof value === 'string') return value;
    if (words.length === 1) return { kind: 'variable', value };
    if (words.length !== 3) return `invalid condition "${all}"`;
    if (operator === '=' || operator === '!=') {
      const other = compiled(operand!);
      return typeof other === 'string' ? other : { kind: 'equal', value, with: other, negated: operator === '!=' };
    }
    if (/^!?~\*?$/.test(operator!)) {
      const pattern = compilePattern(operand!, operator!.endsWith('*'));
      return pattern
        ? { kind: 'match', value, pattern, negated: operator!.startsWith('!') }
        : `pcre_compile() failed in "${operand}"`;
    }
    return `unexpected "${operator}" in condition`;
  }
  const file = /^(!?)-([fdex])$/.exec(first);
  if (file && words.length === 2) {
    const path = compiled(operator!);
    if (typeof path === 'string') return path;
    return { kind: 'file', test: file[2] as 'f' | 'd' | 'e' | 'x', path, negated: file[1] === '!' };
  }
  return `invalid condition "${first}"`;
}
