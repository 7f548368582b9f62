import { absent } from '../../host/host.ts';
import { rootRelative } from '../../model/apache/readings.ts';
import type { ProxyRule } from '../../model/apache/server-parts.ts';
import type { UrlRule } from '../../model/apache/settings.ts';
import { aliasMatches } from '../../model/apache/target.ts';
import { aroundName, hasUserDir } from '../../model/apache/user-dirs.ts';
import { matchPattern } from '../../model/regex.ts';
import { printable } from '../../text/printable.ts';
import { type Ended, type Exchange, end, reason, Unseen } from './exchange.ts';
import { serverRewriting } from './rewrite.ts';
import { serverName, textOf } from './variables.ts';
import { virtualRoot } from './virtual-root.ts';

/** `$1` and `&` of a substitution (util.c, ap_pregsub). */
export function substitute(text: string, groups: readonly (string | undefined)[]): string {
  return text.replace(/\\([$\\&])|\$(\d)|&/g, (whole, escaped: string | undefined, digit: string | undefined) => {
    if (escaped !== undefined) return escaped;
    if (digit !== undefined) return groups[Number(digit)] ?? '';
    return groups[0] ?? whole;
  });
}

interface RuleMatch {
  readonly rule: UrlRule;
  readonly to: string;
  readonly plain: boolean;
}

/** The first Redirect or Alias that applies (mod_alias.c, try_alias_list). */
export function matchRules(exchange: Exchange, rules: readonly UrlRule[]): RuleMatch | null {
  for (const rule of rules) {
    if (rule.pattern) {
      const groups = matchPattern(rule.pattern, exchange.uri);
      if (groups === undefined)
        throw new Unseen(
          reason('apache-mapping-unseen', 'whether the regular expression matches cannot be told', rule.origin),
        );
      if (groups) return { rule, to: rule.to === null ? '' : substitute(rule.to, groups), plain: false };
    } else {
      const length = aliasMatches(exchange.uri, rule.from);
      if (length > 0) return { rule, to: (rule.to ?? '') + exchange.uri.slice(length), plain: true };
    }
  }
  return null;
}

/** Redirect at a server's level or in a folder: the status; null: none applies. */
export function redirect(exchange: Exchange, rules: readonly UrlRule[]): Ended | null {
  const single = exchange.settings.rare.alias?.redirect;
  if (single) {
    const bare = single.to === null;
    const text = bare ? '' : textOf(exchange, single.to!, single.origin);
    if (!bare && single.status < 400 && (text === null || !/^(\/|[A-Za-z][A-Za-z0-9+.-]*:\/\/)/.test(text)))
      return end(exchange, 500, reason('apache-redirect', 'the redirect has no valid target', single.origin));
    return end(exchange, single.status, reason('apache-redirect', 'a Redirect answers the request', single.origin));
  }
  const match = matchRules(exchange, rules);
  if (!match) return null;
  const { rule, to } = match;
  const redirects = rule.status >= 300 && rule.status < 400;
  if (redirects && !/^(\/|[A-Za-z][A-Za-z0-9+.-]*:\/\/)/.test(to))
    return end(exchange, 500, reason('apache-redirect', 'the redirect has no valid target', rule.origin));
  return end(exchange, rule.status, reason('apache-redirect', 'a Redirect answers the request', rule.origin));
}

/** The translate phase: rewriting, proxying, Redirect, Alias, UserDir, DocumentRoot; a status where it ends there. */
export function translate(exchange: Exchange): Ended | null {
  const { site, parts } = exchange;
  if (site.has('mod_rewrite')) {
    const rewritten = serverRewriting(exchange);
    if (typeof rewritten === 'number') return rewritten;
    if (rewritten === 'mapped') return null;
  }
  if (proxied(exchange)) return null;
  if (exchange.uri !== '*' && site.has('mod_alias')) {
    const status = redirect(exchange, parts.redirects);
    if (status !== null) return status;
    if (aliased(exchange)) return null;
  }
  if (site.has('mod_userdir')) {
    const found = userDirectory(exchange);
    if (found !== null) return found === 'mapped' ? null : found;
  }
  if (site.has('mod_vhost_alias') && virtualFolder(exchange)) return null;
  if (exchange.uri === '*') return null;
  if (!exchange.uri.startsWith('/'))
    return end(exchange, 400, reason('apache-bad-request', 'the path does not begin with a slash', null));
  const root = parts.documentRoot?.value ?? null;
  const path = exchange.uri.replace(/^\/+/, '');
  exchange.filename = `${root === null ? exchange.site.standardRoot : root === '/' ? '' : root}/${path}`;
  return null;
}

function proxied(exchange: Exchange): boolean {
  if (!exchange.site.has('mod_proxy')) return false;
  const inside = exchange.settings.rare.proxy;
  if (inside && inside.value !== '!') {
    exchange.proxy = `${inside.value}${exchange.uri}`;
    exchange.handler = 'proxy-server';
    return true;
  }
  const fitting = proxyRule(exchange);
  if (!fitting || fitting.rule.to === '!') return false;
  const { rule, match, length } = fitting;
  exchange.proxy = match ? substitute(rule.to, match) : rule.to + exchange.uri.slice(length);
  exchange.handler = 'proxy-server';
  return true;
}

/** A ProxyPass line that a URL fits: the groups of its pattern, or how much of the URL it stands for. */
interface FittingRule {
  readonly rule: ProxyRule;
  readonly match: readonly (string | undefined)[] | null;
  readonly length: number;
}

/** The first ProxyPass or ProxyPassMatch of the server that a URL fits; null: none does. */
export function proxyRule({ parts, uri }: Exchange): FittingRule | null {
  for (const rule of parts.proxies) {
    const match = (rule.pattern && matchPattern(rule.pattern, uri)) ?? null;
    const length = rule.pattern ? 0 : proxyMatches(uri, rule.from);
    if (match || length > 0) return { rule, match, length };
  }
  return null;
}

function proxyMatches(uri: string, from: string): number {
  if (from === '/') return uri.startsWith('/') ? 1 : 0;
  return aliasMatches(uri, from);
}

function aliased(exchange: Exchange): boolean {
  const { parts, settings, site } = exchange;
  const inside = settings.rare.alias?.alias;
  if (inside) {
    const text = textOf(exchange, inside.to, inside.origin);
    if (text === null)
      throw new Unseen(reason('apache-mapping-unseen', 'the Alias expression cannot be evaluated', inside.origin));
    const length = settings.rare.alias?.preservePath ? aliasMatches(exchange.uri, inside.path) : 0;
    exchange.filename = rootRelative(text + (length > 0 ? exchange.uri.slice(length) : ''), site.config.serverRoot);
    return true;
  }
  const match = matchRules(exchange, parts.aliases);
  if (!match) return false;
  const { rule, to, plain } = match;
  if (plain) exchange.context = { prefix: rule.from, root: rule.to ?? '' };
  if (rule.script) exchange.handler = 'cgi-script';
  exchange.filename = rootRelative(to, site.config.serverRoot);
  return true;
}

/** mod_vhost_alias: the folder is told by the name of the host. */
function virtualFolder(exchange: Exchange): boolean {
  const { parts, server, uri, port } = exchange;
  const scripts = parts.virtualScripts && uri.startsWith('/cgi-bin/') ? parts.virtualScripts : null;
  const template = scripts ?? server.virtualRoot();
  if (!template || template.value.toLowerCase() === 'none') return false;
  if (template.origin.name.toLowerCase().endsWith('ip'))
    throw new Unseen(
      reason(
        'apache-mapping-unseen',
        'which of the addresses of this machine is called cannot be seen',
        template.origin,
      ),
    );
  const root = virtualRoot(template.value, serverName(exchange), port);
  exchange.context = { prefix: '', root };
  if (scripts) exchange.handler = 'cgi-script';
  exchange.filename = root + (scripts ? uri.slice('/cgi-bin'.length) : uri);
  return true;
}

/** mod_userdir: `/~name/…` where it is switched on; a status where it ends there, null where it is none of its URLs. */
function userDirectory(exchange: Exchange): Ended | 'mapped' | null {
  const { userDirs } = exchange.parts;
  const [, name = '', rest = ''] = /^\/~([^/]+)(\/.*)?$/s.exec(exchange.uri) ?? [];
  if (!userDirs?.folders || !hasUserDir(userDirs, name)) return null;
  const { words, origin } = userDirs.folders;
  const unseen = (what: string): Unseen =>
    new Unseen(reason('apache-mapping-unseen', `${what} cannot be seen`, origin));
  for (const [index, word] of words.entries()) {
    const around = aroundName(word);
    const star = word.indexOf('*');
    if (!around && word.slice(0, Math.max(star, 0)).includes(':'))
      return end(exchange, 302, reason('apache-redirect', 'UserDir sends the client to another server', origin));
    const home = around ? null : exchange.site.accounts.homeOf(name);
    if (!around && !home) throw unseen(`the home folder of ${printable(name)}`);
    const filename = (around ? around.join(name) : `${home}/${word.slice(star + 1)}`) + rest;
    const isLast = index === words.length - 1;
    const view = isLast ? null : exchange.site.worker.stat(filename);
    if (view === 'invisible') throw unseen(`whether ${printable(filename)} is there`);
    if (view !== null && absent(view)) continue;
    exchange.filename = filename;
    exchange.context = { prefix: `/~${name}`, root: filename };
    return 'mapped';
  }
  return null;
}
