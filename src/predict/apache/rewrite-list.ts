import { leadingNumber } from '../../model/apache/evaluate.ts';
import type { RewriteCond, RewriteRule } from '../../model/apache/rewrite-rules.ts';
import { matchPattern, type Pattern } from '../../model/regex.ts';
import type { Directive } from '../../syntax/tree.ts';
import { type Exchange, reason, setVariable } from './exchange.ts';
import { expand, type Groups, type Run } from './rewrite-text.ts';
import { fileTest, holds } from './variables.ts';

export const absoluteUri =
  /^(?:ajp|balancer|fcgi|ftp|gopher|https?|h2c?|ldaps?|news|nntp|scgi|wss?|uwsgi|unix|mailto|s?nntp)s?:(?:\/\/|(?=[^/]))/i;

export type ListResult =
  | { readonly kind: 'status'; readonly status: number; readonly rule: RewriteRule }
  | 'changed'
  | 'pass'
  | null;

/** mod_rewrite.c, apply_rewrite_list. The exchange's file name is what is rewritten. */
export function applyRules(run: Run, rules: readonly RewriteRule[]): ListResult {
  const { exchange } = run;
  let changed = false;
  let rounds = 1;
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index]!;
    const { flags } = rule;
    if (exchange.main && flags.noSubRequests) continue;
    const matched = applyRule(run, rule);
    if (!matched) {
      let chained = rule;
      while (index < rules.length && chained.flags.chain) chained = rules[++index] ?? chained;
      continue;
    }
    if (rule.output !== null) run.last = rule;
    if ((exchange.filename ?? '').length > 16380) return { kind: 'status', status: 500, rule };
    if (flags.status !== null && !flags.redirect) return { kind: 'status', status: flags.status, rule };
    if (rule.output !== null) changed = true;
    if (flags.passThrough) return 'pass';
    if (flags.end) {
      exchange.rewriteEnded = true;
      break;
    }
    if (flags.proxy || flags.last) break;
    if (flags.next > 0) {
      if (++rounds >= flags.next) return { kind: 'status', status: 500, rule };
      index = -1;
      continue;
    }
    index += flags.skip;
  }
  return changed ? 'changed' : null;
}

function matches(exchange: Exchange, pattern: Pattern, text: string, origin: Directive): Groups {
  const groups = matchPattern(pattern, text);
  if (groups !== undefined) return groups;
  const reasonOf = reason('apache-rewrite-unseen', 'whether the regular expression matches cannot be told', origin);
  return exchange.guesses.guess(reasonOf) ? [text] : null;
}

/** mod_rewrite.c, apply_rewrite_rule; whether it applied. */
function applyRule(run: Run, rule: RewriteRule): boolean {
  const { exchange, folder } = run;
  let input = exchange.filename ?? '';
  if (folder !== null) {
    input += exchange.pathInfo;
    if (input.startsWith(folder)) input = input.slice(folder.length);
  }
  run.input = input;
  const groups = matches(exchange, rule.pattern, input, rule.origin);
  if ((groups !== null) === rule.negate) return false;
  run.rule = rule.negate ? null : groups;
  run.condition = null;
  const { conditions } = rule;
  for (let index = 0; index < conditions.length; index++) {
    let condition = conditions[index]!;
    const holds = test(run, condition);
    if (condition.or) {
      if (!holds) continue;
      while (index < conditions.length && condition.or) condition = conditions[++index] ?? { ...condition, or: false };
    } else if (!holds) return false;
  }
  let output = rule.output === null ? null : expand(run, rule.output, rule.origin);
  for (const setting of rule.flags.env) {
    const text = expand(run, setting, rule.origin);
    const colon = text.indexOf(':');
    if (text.startsWith('!')) setVariable(exchange, text.slice(1), null);
    else setVariable(exchange, colon < 0 ? text : text.slice(0, colon), colon < 0 ? '' : text.slice(colon + 1));
  }
  if (output === null) {
    if (rule.flags.handler) exchange.handler ??= rule.flags.handler;
    return true;
  }
  if (!output.startsWith('/') && !absoluteUri.test(output)) {
    if (folder !== null) output = folder + output;
    else if (!rule.flags.proxy && !rule.flags.redirect) output = `/${output}`;
  }
  exchange.filename = output;
  if (folder !== null && rule.flags.discardPathInfo) exchange.pathInfo = '';
  splitQuery(exchange, rule);
  if (rule.flags.redirect) {
    qualify(exchange);
    exchange.pendingStatus = rule.flags.status;
  } else if (rule.flags.proxy) qualify(exchange);
  else reduce(exchange);
  return true;
}

/** mod_rewrite.c, fully_qualify_uri. */
function qualify(exchange: Exchange): void {
  const name = exchange.filename ?? '';
  if (absoluteUri.test(name)) return;
  const scheme = exchange.request.tls ? 'https' : 'http';
  const usual = exchange.port === (exchange.request.tls ? 443 : 80);
  const port = usual ? '' : `:${exchange.port}`;
  exchange.filename = `${scheme}://${exchange.server.name ?? exchange.hostName}${port}${name.startsWith('/') ? '' : '/'}${name}`;
}

/** mod_rewrite.c, splitout_queryargs. */
function splitQuery(exchange: Exchange, rule: RewriteRule): void {
  const name = exchange.filename ?? '';
  if (rule.flags.queryDiscard) exchange.query = null;
  const question = name.indexOf('?');
  if (question < 0) return;
  exchange.filename = name.slice(0, question);
  const query = name.slice(question + 1);
  if (!rule.flags.queryAppend) exchange.query = query;
  else if (query !== '') exchange.query = `${query}&${exchange.query ?? ''}`;
  if (exchange.query !== null) exchange.query = exchange.query.replace(/&$/, '') || null;
}

/** mod_rewrite.c, apply_rewrite_cond. */
function test(run: Run, condition: RewriteCond): boolean {
  const { exchange } = run;
  const { test: what, origin } = condition;
  let result = false;
  if (what.kind === 'expression') {
    const state: { groups: Groups } = { groups: null };
    result = holds(exchange, what.condition, origin, state) === true;
    if (result && !condition.negate) run.condition = state.groups;
    return result !== condition.negate;
  }
  const input = expand(run, condition.input, origin);
  switch (what.kind) {
    case 'pattern': {
      const groups = matches(exchange, what.pattern, input, origin);
      result = groups !== null;
      if (result && !condition.negate) run.condition = groups;
      break;
    }
    case 'file':
      result = fileTest(exchange, what.test, input, origin);
      break;
    case 'number':
      result = ordered(leadingNumber(input) - leadingNumber(what.value), what.operator);
      break;
    default: {
      const value = condition.noCase ? what.value.toLowerCase() : what.value;
      const text = condition.noCase ? input.toLowerCase() : input;
      result = what.operator === '=' ? text === value : ordered(lexical(text, value), what.operator);
    }
  }
  return result !== condition.negate;
}

function ordered(difference: number, operator: '<' | '>' | '=' | '<=' | '>='): boolean {
  switch (operator) {
    case '<':
      return difference < 0;
    case '>':
      return difference > 0;
    case '=':
      return difference === 0;
    case '<=':
      return difference <= 0;
    default:
      return difference >= 0;
  }
}

/** mod_rewrite.c, compare_lexicography: the longer string is the greater. */
function lexical(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** reduce_uri: a URL of this very server is taken as a path. */
function reduce(exchange: Exchange): void {
  const match = /^(https?):\/\/([^/:]+)(?::(\d+))?(\/.*)?$/is.exec(exchange.filename ?? '');
  if (!match) return;
  const tls = match[1]!.toLowerCase() === 'https';
  const port = Number(match[3] ?? (tls ? 443 : 80));
  const { server } = exchange;
  const host = match[2]!.toLowerCase();
  const own =
    (host === server.name || server.aliases.includes(host)) && port === exchange.port && tls === exchange.request.tls;
  if (own) exchange.filename = match[4] ?? '/';
}
