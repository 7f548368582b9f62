import { printable } from '../../text/printable.ts';
import { type Ended, type Exchange, end, reason, setVariable } from './exchange.ts';
import { derive, processRequest } from './process.ts';
import { directoryRewriting } from './rewrite.ts';
import { redirect } from './translate.ts';

/** The fixup phase, after the login: rewriting in folders, Redirect in folders, DirectoryIndex and its slash. */
export function fixups(exchange: Exchange): Ended | null {
  const { site } = exchange;
  if (exchange.uri === '*') return null;
  if (site.has('mod_rewrite') && exchange.settings.rewrite) {
    const status = directoryRewriting(exchange);
    if (status !== null) return status;
  }
  if (site.has('mod_env'))
    for (const { name, value } of exchange.settings.rare.lateEnv ?? []) setVariable(exchange, name, value);
  if (site.has('mod_alias') && exchange.settings.rare.alias) {
    const status = redirect(exchange, exchange.settings.rare.alias.redirects);
    if (status !== null) return status;
  }
  if (!site.has('mod_dir') || exchange.handler === 'redirect-handler') return null;
  if (exchange.proxy !== null) return null;
  if (exchange.file !== 'none' && exchange.file !== 'unseen' && exchange.file.kind === 'directory')
    return directory(exchange);
  if (exchange.file === 'none' && exchange.handler === null && !exchange.settings.core.handler)
    return fallback(exchange);
  return null;
}

/** mod_dir.c, fixup_dir. */
function directory(exchange: Exchange): Ended | null {
  const { settings } = exchange;
  if (exchange.pathInfo !== '') return null;
  const index = settings.rare.index;
  if (!exchange.uri.endsWith('/')) {
    if (index?.slash === false) return null;
    return end(
      exchange,
      301,
      reason(
        'apache-directory-slash',
        `${printable(exchange.uri)} is a folder: the slash is added by a redirect`,
        null,
      ),
    );
  }
  if (index?.checkHandler && settings.core.handler) return null;
  const names = index?.names ?? ['index.html'];
  let error: number | null = null;
  for (const name of names) {
    const base = exchange.uri.slice(0, exchange.uri.lastIndexOf('/') + 1);
    const query = exchange.query === null ? '' : `?${exchange.query}`;
    const target = name.startsWith('/') ? name : escapeForLookup(base) + name;
    const sub = derive(exchange, target + query, true);
    if (!sub)
      return end(exchange, 500, reason('apache-rewrite-loop', 'index files lead to one another without end', null));
    const status = processRequest(sub);
    if (status === null) {
      const found = sub.handler === 'proxy-server' || (typeof sub.file === 'object' && sub.file.kind === 'file');
      if (!found) continue;
      if (index?.redirect)
        return end(
          exchange,
          index.redirect,
          reason('apache-redirect', 'DirectoryIndexRedirect sends the client to the index', null),
        );
      adopt(exchange, sub);
      return null;
    }
    if ((status >= 300 && status < 400) || (names.length === 1 && (status === 401 || status === 406))) {
      exchange.because.push(...sub.because);
      exchange.challenge = sub.challenge ?? exchange.challenge;
      return status;
    }
    if (status !== 404) {
      error = status;
      exchange.because.push(...sub.because);
    }
  }
  return error;
}

/** ap_internal_fast_redirect: the subrequest takes the place of the request. */
function adopt(exchange: Exchange, sub: Exchange): void {
  exchange.uri = sub.uri;
  exchange.filename = sub.filename;
  exchange.file = sub.file;
  exchange.handler = sub.handler;
  exchange.settings = sub.settings;
  exchange.pathInfo = sub.pathInfo;
}

/** A path that goes through unescaping once more keeps its bytes. */
export function escapeForLookup(path: string): string {
  return path.replace(
    /[%?#\x00-\x20\x7f]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** mod_dir.c, fixup_dflt. */
function fallback(exchange: Exchange): Ended | null {
  const resource = exchange.settings.rare.index?.fallback;
  if (!resource || resource.value.toLowerCase() === 'disabled') return null;
  const query = exchange.query === null ? '' : `?${exchange.query}`;
  const base = exchange.uri.slice(0, exchange.uri.lastIndexOf('/') + 1);
  const target = resource.value.startsWith('/') ? resource.value : escapeForLookup(base) + resource.value;
  const sub = derive(exchange, target + query, true);
  if (!sub)
    return end(exchange, 500, reason('apache-rewrite-loop', 'FallbackResource leads to itself', resource.origin));
  const status = processRequest(sub);
  if (status === null) {
    if (sub.handler === 'proxy-server' || (typeof sub.file === 'object' && sub.file.kind === 'file'))
      adopt(exchange, sub);
    return null;
  }
  if (status === 404) return null;
  // the headers of a refusal stay behind: a 401 comes without its challenge
  exchange.because.push(...sub.because);
  return status;
}
