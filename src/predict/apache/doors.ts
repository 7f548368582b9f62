import { dirname } from '../../host/paths.ts';
import { methodNumber } from '../../model/apache/methods.ts';
import { matchPattern } from '../../model/regex.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Door, ServerRequest } from '../answer.ts';
import { scriptEnding } from '../scripts.ts';
import type { ApachePlace } from './facts.ts';
import { fileAnswering, requestFor, shownTarget, wantsSlash, withSlash } from './place.ts';
import type { PlaceSource } from './places.ts';
import { samplePattern } from './samples.ts';
import type { Root, Target } from './ways.ts';

/** How many other ways to one place are tried. */
const doorLimit = 8;
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'];

/** Ways to what a place protects that its own request does not take. */
export function doorsTo(
  source: PlaceSource,
  roots: ReadonlyMap<string, readonly Root[]>,
  request: ServerRequest,
  place: ApachePlace | null,
): Door[] {
  if (!place) return [];
  return [
    ...byMethod(source, request, place),
    ...byRoot(source, roots, request, place),
    ...byProxy(source, request, place),
    ...byScript(source, request, place),
  ];
}

function isOpen(source: PlaceSource, request: ServerRequest): boolean {
  return source.answer(request).status === 'pass';
}

/** Other methods, where a `<Limit>` or a `Require method` tells them apart. */
function byMethod(source: PlaceSource, request: ServerRequest, { settings }: ApachePlace): Door[] {
  const { section } = settings.authz ?? {};
  if (!section) return [];
  const apart = section.methods !== null || section.children.some((one) => one.methods !== null || asksMethod(one));
  if (!apart) return [];
  return methods
    .filter((method) => methodNumber(method) !== methodNumber(request.method))
    .map((method) => {
      const other = { ...request, method };
      return { kind: 'method', target: method, request: other, where: null, isOpen: () => isOpen(source, other) };
    });
}

function asksMethod(
  requirement: NonNullable<NonNullable<ApachePlace['settings']['authz']>['section']>['children'][number],
): boolean {
  return requirement.kind === 'leaf' ? requirement.demand.kind === 'method' : requirement.children.some(asksMethod);
}

/** Other servers and Aliases that lead to the same file. */
function byRoot(
  source: PlaceSource,
  roots: ReadonlyMap<string, readonly Root[]>,
  request: ServerRequest,
  { filename, pathInfo, server }: ApachePlace,
): Door[] {
  const doors: Door[] = [];
  // what hangs on the query is no other way to the file
  if (!filename?.startsWith('/') || request.target.includes('?')) return doors;
  const asked = decodeURIComponentSafe(request.target).replace(/(.)\/$/, '$1');
  for (let at = filename; doors.length < doorLimit; at = dirname(at)) {
    for (const root of roots.get(at) ?? []) {
      // a part of a configuration does not say what is served
      if (at === '/' && source.fragment && !root.server.documentRoot()) continue;
      const rest = (at === '/' ? filename : filename.slice(at.length)) + pathInfo;
      const url = root.url.replace(/\/$/, '') + rest;
      if (root.server === server && url.replace(/(.)\/$/, '$1') === asked) continue;
      doors.push(new RootDoor(source, root, url, root.server === server ? 'alias' : 'server', request));
    }
    if (at === '/' || at === dirname(at)) break;
  }
  return doors;
}

/** The URL that a root gives a file. There are several for each place, and most are closed. */
class RootDoor implements Door {
  readonly kind: Door['kind'];
  readonly #source: PlaceSource;
  readonly #root: Root;
  readonly #url: string;
  /** The request for the place itself. */
  readonly #own: ServerRequest;

  constructor(source: PlaceSource, root: Root, url: string, kind: Door['kind'], own: ServerRequest) {
    this.kind = kind;
    this.#source = source;
    this.#root = root;
    this.#url = url;
    this.#own = own;
  }

  get target(): string {
    return shownTarget({ ...this.#root, url: this.#url });
  }

  get where(): Door['where'] {
    return this.#root.where;
  }

  get request(): ServerRequest {
    return { ...withSlash(this.#source, this.#plain()), method: this.#own.method };
  }

  #plain(): ServerRequest {
    return requestFor(this.#source, { ...this.#root, url: this.#url === '' ? '/' : this.#url }, this.#own.remote);
  }

  isOpen(): boolean {
    const plain = this.#plain();
    if (this.#own.method === plain.method) {
      const exchange = this.#source.begin(plain);
      if (exchange && !wantsSlash(exchange)) return this.#source.finish(exchange).status === 'pass';
    }
    return isOpen(this.#source, this.request);
  }
}

/** What lies below a folder and a ProxyPassMatch or RewriteRule sends away before the folder's sections count. */
function byProxy(source: PlaceSource, request: ServerRequest, { kind, server, proxy }: ApachePlace): Door[] {
  if (proxy !== null || kind === 'url') return [];
  const folder = request.target.slice(0, request.target.lastIndexOf('/') + 1);
  const doors: Door[] = [];
  for (const { pattern, to, origin } of server.parts().proxies) {
    if (!pattern || to === '!') continue;
    const sample = samplePattern(pattern.source) ?? '';
    const names = ['index.php', sample.slice(sample.lastIndexOf('/') + 1)];
    const name = names.find((one) => one !== '' && matchPattern(pattern, folder + one));
    if (name !== undefined) doors.push(proxyDoor(source, { server, url: folder + name }, request, origin));
  }
  const rewriting = server.parts().rewrite.rules.find(({ flags }) => flags.proxy);
  if (rewriting && request.target !== folder) {
    // most such rules are for what is no file
    const door = proxyDoor(source, { server, url: `${folder}page` }, request, rewriting.origin);
    if (source.map(door.request)?.proxy) doors.push(door);
  }
  return doors;
}

function proxyDoor(source: PlaceSource, at: Target, own: ServerRequest, where: Directive): Door {
  const request = { ...requestFor(source, at, own.remote), method: own.method };
  return { kind: 'proxy', target: shownTarget(at), request, where, isOpen: () => isOpen(source, request) };
}

/** What answers a URL that is no file: asked for without the slash, and where it is a script by its name with the URL behind it. */
function byScript(source: PlaceSource, request: ServerRequest, place: ApachePlace): Door[] {
  const { kind, server, settings, proxy } = place;
  const path = request.target.replace(/(.)\/$/, '$1');
  if (kind !== 'url' || path === '/') return [];
  const script = proxy === null ? scriptBehind(source, request, place) : null;
  if (proxy === null && script === null) return [];
  const urls = request.target.endsWith('/') ? [path] : [];
  if (script !== null && settings.core.pathInfo !== 'off') urls.push(script.url + path);
  return urls.map((url) => {
    const other = { ...request, target: url };
    const same = (): boolean =>
      script === null ? source.map(other)?.proxy != null : fileAnswering(source, other) === script.file;
    const isOpen = (): boolean => source.answer(other).status === 'pass' && same();
    return { kind: 'script', target: shownTarget({ server, url }), request: other, where: null, isOpen };
  });
}

/** The script that answers a URL without a file of its own, and its own URL; null: none does, or it cannot be told. */
function scriptBehind(
  source: PlaceSource,
  request: ServerRequest,
  { server }: ApachePlace,
): { readonly file: string; readonly url: string } | null {
  // what answers beside it, where no login is in the way, answers the place as well
  const path = request.target.replace(/(.)\/$/, '$1');
  const beside = { ...request, target: `${path.slice(0, path.lastIndexOf('/') + 1)}authlint` };
  const root = server.documentRoot()?.value;
  const file = fileAnswering(source, beside);
  if (!file || !root || !file.startsWith(`${root}/`) || !scriptEnding.test(file)) return null;
  const own = source.map(request);
  if (own?.file !== 'none' && own?.filename !== file) return null;
  return { file, url: file.slice(root.length) };
}

function decodeURIComponentSafe(target: string): string {
  return target.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
