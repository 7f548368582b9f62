import { absent } from '../../host/host.ts';
import { effectiveOptions } from '../../model/apache/merge.ts';
import type { RewriteRule, RewriteRules } from '../../model/apache/rewrite-rules.ts';
import { option } from '../../model/apache/settings.ts';
import { type Ended, type Exchange, end, reason } from './exchange.ts';
import { absoluteUri, applyRules, type ListResult } from './rewrite-list.ts';
import type { Run } from './rewrite-text.ts';

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
  if (!path.startsWith('/')) return noPath(run);
  if (!isFilePath(exchange, path, run.last)) exchange.filename = (exchange.parts.documentRoot?.value ?? '') + path;
  return 'mapped';
}

function noPath({ exchange, last }: Run): Ended {
  const message = 'the rewritten path does not begin with a slash';
  return end(exchange, 400, reason('apache-bad-request', message, last?.origin ?? null));
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
  if (!path.startsWith('/')) return noPath(run);
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
