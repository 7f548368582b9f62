import { absent } from '../../host/host.ts';
import { Evaluator, type ExpressionScope, type MatchState } from '../../model/apache/evaluate.ts';
import type { Condition, Expression } from '../../model/apache/expression.ts';
import type { Directive } from '../../syntax/tree.ts';
import { fromBytes } from '../../text/bytes.ts';
import { type Exchange, reason, Unseen } from './exchange.ts';

/** The first value of a request header, '' where there is none; names in lower case. */
export function headerOf(exchange: Exchange, name: string): string {
  const values = exchange.request.headers.get(name);
  if (values && values.length > 0) return name === 'authorization' ? values[0]! : values.join(', ');
  if (name === 'host' && exchange.request.host !== null) {
    const usual = exchange.port === (exchange.request.tls ? 443 : 80);
    return usual || exchange.request.port === null
      ? exchange.request.host
      : `${exchange.request.host}:${exchange.port}`;
  }
  if (name === 'authorization') return sentCredentials(exchange) ?? '';
  return '';
}

/** The Authorization header that the credentials make; a Digest client is here only when it was asked. */
function sentCredentials(exchange: Exchange): string | null {
  const { credentials } = exchange.request;
  exchange.guesses.askedLogin = true;
  // what else stands in it hangs on the challenge
  if (credentials?.scheme === 'digest') return `Digest username="${credentials.user}"`;
  if (credentials?.scheme !== 'basic') return null;
  const password = typeof credentials.password === 'string' ? credentials.password : 'x';
  return `Basic ${Buffer.from(`${credentials.user}:${password}`, 'latin1').toString('base64')}`;
}

/** What expressions and rewrite conditions may ask of a request. */
export function scopeOf(exchange: Exchange, where: Directive): ExpressionScope {
  const unknown = (what: string): never => {
    throw new Unseen(reason('apache-condition-unseen', `what ${what} gives cannot be predicted`, where));
  };
  return {
    variable: (name) => variableOf(exchange, name, unknown),
    header: (name) => headerOf(exchange, name),
    environment: (name) => exchange.environment.get(name) ?? '',
    file: (test, path) => fileTest(exchange, test, path, where),
    readFile(path) {
      const view = exchange.site.worker.readable(path);
      if (view === 'invisible') return unknown(`the file ${path}`);
      if (absent(view)) return null;
      const bytes = exchange.site.host.read(path);
      return absent(bytes) ? null : fromBytes(bytes);
    },
    address: exchange.address,
    unknown,
  };
}

/** `-f`, `-d` and the like, as the worker sees the file system, and the tests by subrequest, `-F` and `-U`. */
export function fileTest(exchange: Exchange, test: string, path: string, where: Directive): boolean {
  const { site } = exchange;
  if (test === 'F' || test === 'U') return site.subrequest(exchange, test, path);
  if (test === 'L' || test === 'h' || test === 'l') return site.host.link(path) !== null;
  if (path === '' || !path.startsWith('/')) return false;
  const view = site.worker.stat(path);
  if (view === 'invisible')
    return exchange.guesses.guess(reason('apache-file-unseen', `whether ${path} is there cannot be seen`, where));
  if (absent(view)) return false;
  switch (test) {
    case 'd':
      return view.kind === 'directory';
    case 'f':
      return view.kind === 'file' && !path.endsWith('/');
    case 's':
      return view.kind === 'file' && view.size > 0;
    case 'x':
      return (view.mode & 0o111) !== 0;
    default:
      return true;
  }
}

function variableOf(exchange: Exchange, name: string, unknown: (what: string) => never): string {
  const { request, parts } = exchange;
  switch (name) {
    case 'REQUEST_METHOD':
      return exchange.method;
    case 'REQUEST_SCHEME':
      return request.tls ? 'https' : 'http';
    case 'HTTPS':
      return request.tls ? 'on' : 'off';
    case 'REQUEST_URI':
    case 'DOCUMENT_URI':
      return exchange.uri;
    case 'REQUEST_FILENAME':
    case 'SCRIPT_FILENAME':
      return exchange.proxy ?? exchange.filename ?? '';
    case 'PATH_INFO':
      return exchange.pathInfo;
    case 'QUERY_STRING':
      return exchange.query ?? '';
    case 'REMOTE_ADDR':
      return request.remote;
    case 'CONN_REMOTE_ADDR':
      return exchange.peer;
    case 'REMOTE_USER':
      return exchange.user ?? '';
    case 'AUTH_TYPE':
      return exchange.authType ?? '';
    case 'HTTP_HOST':
      return headerOf(exchange, 'host');
    case 'HTTP_USER_AGENT':
      return headerOf(exchange, 'user-agent');
    case 'HTTP_REFERER':
      return headerOf(exchange, 'referer');
    case 'HTTP_COOKIE':
      return headerOf(exchange, 'cookie');
    case 'HTTP_FORWARDED':
      return headerOf(exchange, 'forwarded');
    case 'HTTP_ACCEPT':
      return headerOf(exchange, 'accept');
    case 'HTTP_PROXY_CONNECTION':
      return headerOf(exchange, 'proxy-connection');
    case 'SERVER_NAME':
      return serverName(exchange);
    case 'SERVER_PORT':
      return String(exchange.port);
    case 'SERVER_PROTOCOL':
      return 'HTTP/1.1';
    case 'DOCUMENT_ROOT':
      return parts.documentRoot?.value ?? '';
    case 'CONTEXT_DOCUMENT_ROOT':
      return exchange.context?.root ?? parts.documentRoot?.value ?? '';
    case 'CONTEXT_PREFIX':
      return exchange.context?.prefix ?? '';
    case 'IS_SUBREQ':
      return exchange.main ? 'true' : 'false';
    case 'THE_REQUEST':
      return `${request.method} ${request.target} HTTP/1.1`;
    case 'HANDLER':
      return exchange.handler ?? '';
    case 'REQUEST_STATUS':
      return '200';
    case 'IPV6':
      return exchange.peer.includes(':') ? 'on' : 'off';
    case 'HTTP2':
      return 'off';
    case 'REMOTE_IDENT':
    case 'CONTENT_TYPE':
      return '';
    default:
      if (name.startsWith('SSL_') && !request.tls) return '';
      return unknown(`%{${name}}`);
  }
}

/** A condition's outcome; an evaluation that httpd gives up is false with `error`. */
export function holds(
  exchange: Exchange,
  condition: Condition,
  where: Directive,
  state: MatchState = { groups: null },
): boolean | 'error' {
  return new Evaluator(scopeOf(exchange, where), state).condition(condition);
}

/** A string directive's value for this request; null where httpd gives up. */
export function textOf(exchange: Exchange, expression: Expression, where: Directive): string | null {
  const word = expression.word;
  if (!word) return '';
  if (word.op === 'string') return word.value;
  return new Evaluator(scopeOf(exchange, where)).word(word);
}

/** ap_get_server_name: what the client calls the server, unless UseCanonicalName says otherwise. */
export function serverName({ server, settings, hostName }: Exchange): string {
  const { value = 'off', origin = null } = settings.core.canonicalName ?? {};
  if (value === 'dns')
    throw new Unseen(
      reason('apache-host-name-unseen', 'what name the address of the server has cannot be seen', origin),
    );
  return value === 'on' || hostName === '' ? (server.name ?? hostName) : hostName;
}
