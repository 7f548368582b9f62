import type { RewriteRule } from '../../model/apache/rewrite-rules.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { type Exchange, reason, Unseen } from './exchange.ts';
import { derive, processRequest } from './process.ts';
import { headerOf, scopeOf } from './variables.ts';

export type Groups = readonly (string | undefined)[] | null;

/** A list of rules being applied to a request. */
export interface Run {
  readonly exchange: Exchange;
  /** The folder that the rules are for; null: they are the server's. */
  readonly folder: string | null;
  /** What the rule's own pattern and the last condition matched. */
  rule: Groups;
  condition: Groups;
  /** What the rule at hand is compared with. */
  input: string;
  /** The last rule that has put another URL in the place of the request's. */
  last: RewriteRule | null;
}

/** mod_rewrite.c, do_expand: `$1`, `%1`, `%{VAR}` and `${map:key}`. */
export function expand(run: Run, text: string, origin: Directive): string {
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
