import { absent } from '../../host/host.ts';
import { normalize } from '../../host/paths.ts';
import type { Handler } from '../../model/nginx/config.ts';
import { inEffect } from '../../model/nginx/levels.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Server } from './arrival.ts';
import { answerOfUpstream } from './proxy.ts';
import { reason } from './reasons.ts';
import { type Flow, Unknown } from './request.ts';
import { pathFor, valueFor } from './values.ts';

/** What a phase that makes the answer wants next. */
export type Next =
  /** The answer is sent. `content`: it is content's own. */
  | { readonly to: 'end'; readonly status: number; readonly content: boolean }
  /** A status for which an error page may stand in. `own`: it is content's, no refusal. */
  | { readonly to: 'refuse'; readonly status: number; readonly own?: boolean }
  | { readonly to: 'redirect'; readonly uri: string; readonly args: string }
  | { readonly to: 'named'; readonly name: string; readonly origin: Directive };

const found: Next = { to: 'end', status: 200, content: true };
const own = (status: number): Next => ({ to: 'refuse', status, own: true });

/** A path as the worker would open it; null: nginx cannot make one, which is a 500. */
function fileOf(server: Server, flow: Flow, uri = flow.uri): string | null {
  const alias = flow.level.settings.root?.value.alias ?? 0;
  if (alias !== 0 && !flow.validLocation) return null;
  return pathFor(server.config, flow, uri);
}

/** What lies at a path; a file named with a slash at the end is none. */
function statOf(server: Server, path: string, to: 'stat' | 'readable' = 'stat'): ReturnType<Server['worker']['stat']> {
  const slash = path.length > 1 && path.endsWith('/');
  const stat = server.worker[to](normalize(path));
  return slash && !absent(stat) && stat.kind !== 'directory' ? 'not-a-directory' : stat;
}

/** try_files; null: the content phase follows. Source: ngx_http_try_files_handler. */
export function precontentPhase(server: Server, flow: Flow): Next | null {
  const { tryFiles: test } = flow.level;
  if (!test) return null;
  const alias = flow.level.settings.root?.value.alias ?? 0;
  // with an alias, a value made of variables loses the location's part of the URI
  const shortened = (value: { parts: unknown }, written: string): string =>
    alias > 0 && value.parts && written.startsWith(flow.uri.slice(0, alias)) ? written.slice(alias) : written;
  for (const candidate of test.tests) {
    // whether a folder is meant is told by the text, and the slash that says so is dropped
    const folder = candidate.text.endsWith('/');
    const whole = valueFor(server.config, flow, candidate);
    const wanted = shortened(candidate, folder ? whole.slice(0, -1) : whole);
    if (alias !== 0 && !flow.validLocation) return own(500);
    const path = alias === 0 ? pathFor(server.config, flow, wanted) : pathFor(server.config, flow, '', wanted);
    const stat = statOf(server, path);
    if (stat === 'invisible') return null;
    if (absent(stat) || (stat.kind === 'directory') !== folder) continue;
    if (alias === 0) flow.uri = wanted;
    else if (alias > 0) flow.uri = flow.uri.slice(0, alias) + wanted;
    else if (!folder) {
      flow.uri = wanted;
      flow.afterAlias = true;
    }
    return null;
  }
  if ('code' in test.fallback) {
    const { code } = test.fallback;
    if (code === 0) return null;
    flow.reasons.push(reason('nginx-no-file', `try_files answers ${code}, since it finds no file`, test.origin));
    return own(code);
  }
  if (alias !== 0 && !flow.validLocation) return own(500);
  const uri = shortened(test.fallback.uri, valueFor(server.config, flow, test.fallback.uri));
  if (uri.startsWith('@')) return { to: 'named', name: uri, origin: test.origin };
  const question = uri.indexOf('?');
  return {
    to: 'redirect',
    uri: question < 0 ? uri : uri.slice(0, question),
    args: question < 0 ? '' : uri.slice(question + 1),
  };
}

/** Source: ngx_http_core_content_phase. */
export function contentPhase(server: Server, flow: Flow): Next {
  const { handler } = flow;
  if (handler) return handled(server, flow, handler);
  const reads = flow.method === 'GET' || flow.method === 'HEAD' || flow.method === 'POST';
  // what WebDAV makes of it depends on what lies there and who may write
  if (!reads) return isDav(flow) ? found : own(405);
  return flow.uri.endsWith('/') ? folder(server, flow) : file(server, flow);
}

function isDav({ level, method }: Flow): boolean {
  return inEffect(level, 'dav_methods').some(({ args }) => args.some(({ value }) => value.toUpperCase() === method));
}

/** Source: ngx_http_static_handler. */
function file(server: Server, flow: Flow): Next {
  const path = fileOf(server, flow);
  if (path === null) return own(500);
  const stat = statOf(server, path, 'readable');
  if (stat === 'invisible') return unseenContent(flow);
  if (stat === 'denied' || stat === 'loop') return own(403);
  if (absent(stat)) return own(404);
  if (stat.kind === 'directory') return own(301);
  if (stat.kind !== 'file') return own(404);
  return flow.method === 'POST' ? own(405) : found;
}

/** A folder: its index files, its listing, or 403. Source: ngx_http_index_handler, ngx_http_autoindex_handler. */
function folder(server: Server, flow: Flow): Next {
  const { index, autoindex } = flow.level.settings;
  let tested = false;
  for (const name of index ?? [{ text: 'index.html', parts: null }]) {
    const written = valueFor(server.config, flow, name);
    if (written.startsWith('/')) return { to: 'redirect', uri: written, args: flow.args };
    const base = fileOf(server, flow);
    if (base === null) return own(500);
    const stat = statOf(server, base + written);
    if (stat === 'invisible') return unseenContent(flow);
    if (stat === 'denied') return own(403);
    if (stat === 'not-a-directory') return own(404);
    if (stat === 'loop') return own(500);
    if (!absent(stat)) return { to: 'redirect', uri: flow.uri + written, args: flow.args };
    const refused = tested ? null : folderItself(server, flow, base);
    if (refused) return refused;
    tested = true;
  }
  const base = fileOf(server, flow);
  if (autoindex?.value && flow.method !== 'POST') {
    if (base === null) return own(500);
    // the last character goes, also where an alias has no slash there
    const stat = statOf(server, base.length > 1 ? base.slice(0, -1) : base, 'readable');
    if (stat === 'invisible') return unseenContent(flow);
    if (stat === 'denied') return own(403);
    if (stat === 'loop') return own(500);
    return absent(stat) || stat.kind !== 'directory' ? own(404) : found;
  }
  flow.reasons.push(
    reason('nginx-directory-listing-forbidden', 'the folder has no index file and is not listed', flow.level.origin),
  );
  return own(403);
}

/** Source: ngx_http_index_test_dir. */
function folderItself(server: Server, flow: Flow, base: string): Next | null {
  const stat = server.worker.stat(normalize(base));
  if (stat === 'invisible') return unseenContent(flow);
  if (stat === 'denied') return null;
  if (stat === 'missing') return own(404);
  return absent(stat) || stat.kind !== 'directory' ? own(500) : null;
}

/** Files outside what can be seen: who asks has passed all doors, only the status is not known. */
function unseenContent(flow: Flow): Next {
  if (flow.subrequest)
    throw new Unknown(
      reason('nginx-auth-request-unseen', 'what the subrequest answers cannot be seen', flow.level.origin),
    );
  return found;
}

function handled(server: Server, flow: Flow, handler: Handler): Next {
  if (handler.kind === 'other') {
    const reads = flow.method === 'GET' || flow.method === 'HEAD';
    return reads ? found : own(405);
  }
  const given = handler.kind === 'proxy' ? answerOfUpstream(server, flow, handler) : null;
  if (given) return given;
  flow.upstreamStatus = null;
  // error_page with a lone = gives what the page's own status is
  if (flow.refused && flow.errStatus === 0 && !flow.subrequest) {
    const message = 'which status the upstream gives to the page cannot be seen';
    throw new Unknown(reason('nginx-unseen', message, handler.origin));
  }
  return unseenContent(flow);
}
