import { absent, type FileHost, linesOf } from '../../host/host.ts';
import { dirname } from '../../host/paths.ts';
import { openPasswordFile } from '../../syntax/passwords.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Where } from '../../text/source.ts';
import type { Place, ServerRequest } from '../answer.ts';
import type { ApachePlace, Errand, PublicCall } from './facts.ts';
import { outsiderFor, proxiesOf, requestFor, shownTarget } from './place.ts';
import type { PlaceSource, WebTree } from './places.ts';

/** How many protected places are looked at for what visitors call below them. */
const placeLimit = 2000;
const statusHandlers = new Set(['server-status', 'server-info', 'balancer-manager', 'ldap-status']);

/** Whether a file whose name tells of passwords begins with an entry that has a hash. */
function holdsPasswords(host: FileHost, path: string): boolean {
  const file = openPasswordFile(host, path, 'apache');
  if (absent(file)) return false;
  const kinds = file.users(3).map((user) => file.find(user)?.kind);
  return kinds.some((kind) => kind !== undefined && kind !== 'text' && kind !== 'empty' && kind !== 'templated');
}

/** Asks the server what rules want to know beside the protected places. */
export class Errands {
  readonly #source: PlaceSource;
  readonly #tree: WebTree;
  readonly #places: readonly Place[];
  readonly #remote = outsiderFor([]);

  constructor(source: PlaceSource, tree: WebTree, places: readonly Place[]) {
    this.#source = source;
    this.#tree = tree;
    this.#places = places;
  }

  /** Password and group files that a URL leads to, whatever the server says to who asks for them. */
  exposedFiles(): Errand[] {
    const files = new Map<string, Where>();
    for (const path of this.#tree.passwordFiles) {
      if (!holdsPasswords(this.#source.site.host, path)) continue;
      files.set(path, linesOf(this.#source.site.host, path)(1, 1, 1));
    }
    for (const { settings } of this.#known()) {
      for (const setting of [settings.userFile, settings.groupFile]) {
        if (setting?.value.startsWith('/')) files.set(setting.value, setting.origin);
      }
    }
    const errands: Errand[] = [];
    for (const [path, where] of files) {
      const stat = this.#source.site.host.stat(path);
      if (absent(stat) || stat.kind !== 'file') continue;
      for (let at = dirname(path); ; at = dirname(at)) {
        for (const root of this.#tree.roots.get(at) ?? []) {
          // a part of a configuration does not say what is served
          if (at === '/' && !root.server.documentRoot()) continue;
          const file = { ...root, url: root.url.replace(/\/$/, '') + path.slice(at === '/' ? 0 : at.length) };
          const request = requestFor(this.#source, file, this.#remote);
          const answer = this.#source.answer(request);
          errands.push({ target: shownTarget(file), where, subject: path, answer });
        }
        if (at === '/' || at === dirname(at)) break;
      }
    }
    return errands;
  }

  /** Pages of httpd's own about itself. */
  statusPages(): Errand[] {
    const errands: Errand[] = [];
    for (const server of this.#source.servers) {
      for (const section of server.urls()) {
        if (section.pattern || section.glob || !section.path.startsWith('/') || !setsHandler(section.origin)) continue;
        const handler = section.settings().core.handler;
        if (!handler || !statusHandlers.has(handler.value)) continue;
        const page = { server, url: section.path };
        const answer = this.#source.answer(requestFor(this.#source, page, this.#remote));
        errands.push({
          target: shownTarget(page),
          where: handler.origin,
          subject: handler.value,
          answer,
        });
      }
    }
    return errands;
  }

  /** What an outsider gets at the folder of each server and Alias. */
  roots(): Errand[] {
    const errands: Errand[] = [];
    for (const [folder, [root]] of this.#tree.roots) {
      const origin = root!.where ?? root!.server.documentRoot()?.origin;
      if (!origin || absent(this.#source.site.host.stat(folder))) continue;
      const answer = this.#source.answer(requestFor(this.#source, root!, this.#remote));
      errands.push({ target: shownTarget(root!), where: origin, subject: folder, answer });
    }
    return errands;
  }

  /** What an outsider gets where requests are sent to a backend, patterns left out; the subject is the backend's URL. */
  proxied(): Errand[] {
    return this.#source.servers.flatMap((server) => {
      return proxiesOf(server).flatMap(({ from, to, origin }): Errand[] => {
        if (to === '!' || !from.startsWith('/')) return [];
        const page = { server, url: from };
        const answer = this.#source.answer(requestFor(this.#source, page, this.#remote));
        return [{ target: shownTarget(page), where: origin, subject: to, answer }];
      });
    });
  }

  /** What is called below the protected places without a login, by one custom. */
  publicCalls(kind: PublicCall['kind']): PublicCall[] {
    const calls: PublicCall[] = [];
    for (const place of this.#places.slice(0, placeLimit)) {
      for (const { asked, subject = asked.target } of this.#callsBelow(place, kind)) {
        const known = place.apache?.();
        if (!known) continue;
        const answer = this.#source.answer(asked);
        calls.push({
          kind,
          target: shownTarget({ server: known.server, url: asked.target }),
          where: place.where,
          subject,
          answer,
        });
      }
    }
    return calls;
  }

  *#callsBelow(place: Place, kind: PublicCall['kind']): Iterable<{ asked: ServerRequest; subject?: string }> {
    const { request } = place;
    if (kind === 'preflight') {
      yield { asked: preflight(request) };
      return;
    }
    const known = place.apache?.();
    const admin = /^(.*\/wp-admin)(?:\/|$)/.exec(request.target)?.[1];
    if (kind === 'wordpress-ajax') {
      if (!admin || known?.kind === 'file') return;
      for (const name of ['admin-ajax.php', 'admin-post.php']) yield { asked: at(request, `${admin}/${name}`) };
      return;
    }
    if (!known) return;
    if (kind === 'acme-challenge') {
      if (!/^\/[^/]*$/.test(request.target) || known.kind === 'file' || known.kind === 'condition') return;
      yield { asked: { ...at(request, '/.well-known/acme-challenge/token'), ...this.#plain(request, known) } };
      return;
    }
    const page = known.settings.core.errorDocuments?.get(401);
    if (!page?.value.startsWith('/')) return;
    const asked = at(request, page.value);
    const end = this.#source.endOf(asked);
    if (end) yield { asked, subject: end.uri };
  }

  /** The same host on the plain port, which challenges are fetched from. */
  #plain({ host, port, tls }: ServerRequest, { server }: ApachePlace): Pick<ServerRequest, 'port' | 'tls'> {
    const named = (name: string | null, aliases: readonly string[]) => name === host || aliases.includes(host ?? '');
    const twin = this.#source.servers.find(
      (one) => one !== server && one.origin && named(one.name, one.aliases) && !one.tls(),
    );
    return twin ? { port: this.#source.portOf(twin), tls: false } : { port, tls };
  }

  #known(): ApachePlace[] {
    return this.#places.flatMap((place) => place.apache?.() ?? []);
  }
}

function setsHandler({ children }: Directive): boolean {
  return children?.some((one) => one.name.toLowerCase() === 'sethandler' || setsHandler(one)) ?? false;
}

function at(request: ServerRequest, target: string): ServerRequest {
  return { ...request, target };
}

/** What a browser sends before a script of another site may ask (Fetch, CORS-preflight request). */
function preflight(request: ServerRequest): ServerRequest {
  const headers = new Map([
    ['origin', ['https://other.example']],
    ['access-control-request-method', ['GET']],
    ['access-control-request-headers', ['authorization']],
  ]);
  return { ...request, method: 'OPTIONS', headers };
}
