import { absent } from '../../host/host.ts';
import { leadingNumber } from '../../model/apache/evaluate.ts';
import { effectiveOptions } from '../../model/apache/merge.ts';
import type { RewriteCond, RewriteRule, RewriteRules } from '../../model/apache/rewrite-rules.ts';
import { option } from '../../model/apache/settings.ts';
import { matchPattern, type Pattern } from '../../model/regex.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { type Ended, type Exchange, end, reason, setVariable, Unseen } from './exchange.ts';
import { derive, processRequest } from './process.ts';
import { fileTest, headerOf, holds, scopeOf } from './variables.ts';

type Groups = readonly (string | undefined)[] | null;

const absoluteUri =
  /^(?:ajp|balancer|fcgi|ftp|gopher|https?|h2c?|ldaps?|news|nntp|scgi|wss?|uwsgi|unix|mailto|s?nntp)s?:(?:\/\/|(?=[^/]))/i;

interface Run {
  readonly exchange: Exchange;
  readonly folder: string | null;
  /** What the rule's own pattern and the last condition matched. */
  rule: Groups;
  condition: Groups;
  input: string;
  last: RewriteRule | null;
}

type ListResult =
  | { readonly kind: 'status'; readonly status: number; readonly rule: RewriteRule }
  | 'changed'
  | 'pass'
  | null;

/** mod_rewrite.c, apply_rewrite_list. The exchange's file name is what is rewritten. */
function applyRules(run: Run, rules: readonly RewriteRule[]): ListResult {
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

/** mod_rewrite.c, do_expand: `$1`, `%1`, `%{VAR}` and `${map:key}`. */
function expand(run: Run, text: string, origin: Directive): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!;
    const next = text[at + 1] ?? '';
    if (c === '\\' && next !== '') {
      out += next;
      at++;
    } else if (c === '%' && next === '{') {
      const end = closing(text, at + 1);
      if (end < 0) {
        out += c;
        continue;
      }
      out += variable(run, text.slice(at + 2, end), origin);
      at = end;
    } else if (c === '$' && next === '{') {
      const end = closing(text, at + 1);
      if (end < 0) {
        out += c;
        continue;
      }
      const inner = text.slice(at + 2, end);
      const map = printable(inner.split(':')[0]!, 60);
      throw new Unseen(reason('apache-rewrite-unseen', `what the map ${map} gives is not worked out`, origin));
    } else if (c === '$' && next >= '0' && next <= '9') {
      out += run.rule?.[Number(next)] ?? '';
      at++;
    } else if (c === '%' && next >= '0' && next <= '9') {
      out += run.condition?.[Number(next)] ?? '';
      at++;
    } else out += c;
  }
  return out;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

/** mod_rewrite.c, lookup_variable. */
function variable(run: Run, name: string, origin: Directive): string {
  const { exchange } = run;
  const colon = name.indexOf(':');
  const kind = name.slice(0, colon).toUpperCase();
  const rest = name.slice(colon + 1);
  if (colon > 0) {
    if (kind === 'ENV') return exchange.environment.get(rest) ?? '';
    if (kind === 'HTTP') return headerOf(exchange, rest.toLowerCase());
    if (kind === 'SSL') {
      if (!exchange.request.tls) return '';
      throw new Unseen(reason('apache-rewrite-unseen', `%{${name}} cannot be predicted`, origin));
    }
    if (kind === 'LA-U' || kind === 'LA-F') {
      if (exchange.main && exchange.main.uri === exchange.uri) return '';
      const path =
        run.folder === null ? run.input : `${exchange.uri.slice(0, exchange.uri.lastIndexOf('/') + 1)}${run.input}`;
      const sub = derive(exchange, path, true);
      if (!sub) return '';
      processRequest(sub);
      return variable({ ...run, exchange: sub }, rest, origin);
    }
    return '';
  }
  const upper = name.toUpperCase();
  switch (upper) {
    case 'HTTP_ACCEPT':
    case 'HTTP_COOKIE':
    case 'HTTP_FORWARDED':
    case 'HTTP_HOST':
    case 'HTTP_PROXY_CONNECTION':
    case 'HTTP_REFERER':
    case 'HTTP_USER_AGENT':
      return headerOf(exchange, upper.slice(5).toLowerCase().replaceAll('_', '-'));
    case 'SERVER_ADDR':
      return '127.0.0.1';
    case 'REMOTE_HOST':
      return exchange.request.remote;
    case 'SCRIPT_FILENAME':
    case 'REQUEST_FILENAME':
      return exchange.filename ?? '';
    default:
      if (!known.has(upper)) return '';
      return scopeOf(exchange, origin).variable(upper);
  }
}

const known = new Set(
  (
    'AUTH_TYPE CONN_REMOTE_ADDR CONTEXT_DOCUMENT_ROOT CONTEXT_PREFIX DOCUMENT_ROOT HTTPS IPV6 IS_SUBREQ PATH_INFO ' +
    'QUERY_STRING REMOTE_ADDR REMOTE_USER REMOTE_IDENT REQUEST_METHOD REQUEST_SCHEME REQUEST_URI SERVER_NAME ' +
    'SERVER_PORT SERVER_PROTOCOL THE_REQUEST TIME TIME_DAY TIME_HOUR TIME_MIN TIME_MON TIME_SEC TIME_WDAY TIME_YEAR ' +
    'SCRIPT_USER SCRIPT_GROUP SERVER_ADMIN SERVER_SOFTWARE REMOTE_PORT'
  ).split(' '),
);

/** What a finished list means for the request, the same in both contexts; null: a local path is left to deal with. */
function settle(run: Run, result: ListResult, rules: RewriteRules): Ended | 'proxy' | null {
  const { exchange, last } = run;
  if (typeof result === 'object' && result) {
    const code =
      result.status === 403
        ? 'apache-rewrite-forbidden'
        : result.status === 500
          ? 'apache-rewrite-loop'
          : 'apache-rewrite-status';
    return end(exchange, result.status, reason(code, `a RewriteRule answers ${result.status}`, result.rule.origin));
  }
  const origin = last?.origin ?? rules.rules[0]!.origin;
  if (exchange.query !== null && /[\x00-\x20\x7f]/.test(exchange.query) && !absoluteUri.test(exchange.filename ?? ''))
    return end(exchange, 403, reason('apache-rewrite-forbidden', 'the rewritten query has blanks or controls', origin));
  if (last?.flags.proxy) {
    if (!exchange.site.has('mod_proxy'))
      return end(exchange, 403, reason('apache-rewrite-forbidden', 'RewriteRule [P] needs mod_proxy', origin));
    return 'proxy';
  }
  if (absoluteUri.test(exchange.filename ?? '')) {
    const status = exchange.pendingStatus ?? 302;
    exchange.pendingStatus = null;
    return end(exchange, status, reason('apache-rewrite-redirect', 'a RewriteRule redirects the request', origin));
  }
  return null;
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

/** The server's own rules, before anything else maps the URL (hook_uri2file). */
export function serverRewriting(exchange: Exchange): Ended | 'mapped' | null {
  const rules = exchange.parts.rewrite;
  const engine = exchange.settings.rewrite?.engine ?? false;
  if (!engine || rules.rules.length === 0 || exchange.rewriteEnded || !exchange.uri.startsWith('/')) return null;
  const run: Run = { exchange, folder: null, rule: null, condition: null, input: '', last: null };
  exchange.filename = exchange.uri;
  const result = applyRules(run, rules.rules);
  if (result === null) {
    exchange.filename = null;
    return null;
  }
  const settled = settle(run, result, rules);
  if (typeof settled === 'number') return settled;
  const path = exchange.filename ?? '';
  if (settled === 'proxy') {
    exchange.proxy = path;
    exchange.filename = null;
    exchange.handler = 'proxy-server';
    return 'mapped';
  }
  if (result === 'pass') {
    exchange.uri = path;
    exchange.filename = null;
    return null;
  }
  if (!path.startsWith('/'))
    return end(
      exchange,
      400,
      reason('apache-bad-request', 'the rewritten path does not begin with a slash', run.last?.origin ?? null),
    );
  if (!isFilePath(exchange, path, run.last)) exchange.filename = (exchange.parts.documentRoot?.value ?? '') + path;
  return 'mapped';
}

/** prefix_stat: whether a rewritten path names a file as it stands, or one below DocumentRoot. */
function isFilePath(exchange: Exchange, path: string, last: RewriteRule | null): boolean {
  const slash = path.indexOf('/', 1);
  const first = slash < 0 ? path : path.slice(0, slash);
  const root = exchange.parts.documentRoot?.value ?? '';
  const view = exchange.site.worker.stat(first);
  if (absent(view) && view !== 'invisible') return false;
  if (last?.output?.startsWith(first) || (root !== '' && path.startsWith(root))) {
    return view === 'invisible' ? path.startsWith(root) : true;
  }
  return false;
}

/** Rules of folders and .htaccess files, after the login (hook_fixup). */
export function directoryRewriting(exchange: Exchange): Ended | null {
  const rules = exchange.settings.rewrite;
  if (!rules?.engine || rules.directory === null || exchange.filename === null) return null;
  const folder = rules.directory;
  const file = exchange.filename;
  if (!rules.noSlash && `${file}/` === folder) return null;
  if (exchange.rewriteEnded) return null;
  const bits = effectiveOptions(exchange.settings.core.options, option.followLinks);
  if ((bits & (option.followLinks | option.ownerLinks)) === 0)
    return end(
      exchange,
      403,
      reason(
        'apache-rewrite-forbidden',
        'rewriting in a folder needs Options FollowSymLinks',
        rules.rules[0]?.origin ?? null,
      ),
    );
  const run: Run = { exchange, folder, rule: null, condition: null, input: '', last: null };
  const result = applyRules(run, rules.rules);
  if (result === null) {
    exchange.filename = file;
    return null;
  }
  const settled = settle(run, result, rules);
  if (typeof settled === 'number') return settled;
  let path = exchange.filename ?? '';
  if (settled === 'proxy') {
    exchange.proxy = path;
    exchange.handler = 'proxy-server';
    return null;
  }
  if (!path.startsWith('/'))
    return end(
      exchange,
      400,
      reason('apache-bad-request', 'the rewritten path does not begin with a slash', run.last?.origin ?? null),
    );
  if (path === file) return null;
  const before = path;
  if (rules.base !== null) path = replacePrefix(path, folder, rules.base);
  else {
    const root = (exchange.parts.documentRoot?.value ?? '').replace(/\/$/, '');
    if (root !== '' && path.startsWith(`${root}/`)) path = path.slice(root.length);
  }
  if (path === before && exchange.context) path = replacePrefix(path, exchange.context.root, exchange.context.prefix);
  exchange.filename = `redirect:${path}`;
  exchange.handler = 'redirect-handler';
  return null;
}

/** subst_prefix_path. */
function replacePrefix(path: string, from: string, to: string): string {
  const plain = from.endsWith('/') ? from : `${from}/`;
  if (!path.startsWith(plain)) return path;
  return `${to.endsWith('/') ? to : `${to}/`}${path.slice(plain.length)}`;
}
