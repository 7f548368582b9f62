import { absent, type FileHost } from '../../host/host.ts';
import { dirname } from '../../host/paths.ts';
import { addressBytes, type Subnet, sampleAddress, subnetHolds } from '../../model/apache/addresses.ts';
import type { ConfigProblem } from '../../model/apache/config.ts';
import { matchPattern } from '../../model/apache/regex.ts';
import type { PathSection, Server } from '../../model/apache/servers.ts';
import type { Section, Settings } from '../../model/apache/settings.ts';
import { leadingWords } from '../../model/apache/words.ts';
import { type Directive, spanOf } from '../../syntax/tree.ts';
import { decode } from '../../text/bytes.ts';
import type { Where } from '../../text/source.ts';
import type { Place, ServerRequest } from '../answer.ts';
import type { Exchange, Site } from './exchange.ts';
import { demandsOf, meaningOf, means } from './meaning.ts';
import { groupFile, passwordFile } from './password-files.ts';
import { samplePattern, sampleWildcard } from './samples.ts';

/** What finding places needs of the loaded configuration. */
export interface PlaceSource {
  readonly site: Site;
  readonly servers: readonly Server[];
  readonly fragment: boolean;
  /** The request after all sections are merged, before any login; null: it is answered earlier. */
  map(request: ServerRequest): Exchange | null;
  /** Settings of a .htaccess file as if everything were allowed in it. */
  htaccess(path: string): {
    readonly settings: Settings;
    readonly directives: readonly Directive[];
    readonly problem: ConfigProblem | null;
  } | null;
  /** Whether the request fails over the server's own configuration. */
  breaks(request: ServerRequest): boolean;
  portOf(server: Server): number | null;
}

/** Addresses for an outsider that no network has. */
const outsiders = ['203.0.113.77', '198.51.100.77', '192.0.2.77', '203.0.113.201'];
/** How many user names are worth trying. */
const userLimit = 50;
const skippedFolders = new Set(['node_modules', '.git', '.hg', '.svn']);

interface Draft {
  readonly where: Where;
  readonly server: Server;
  readonly url: string;
  readonly target: string;
  readonly subnets: readonly Subnet[];
  readonly condition: Directive | null;
}

/** Every place of the configuration and its .htaccess files that means to ask for a login. */
export function findPlaces(source: PlaceSource): Place[] {
  const finder = new Finder(source);
  finder.sections();
  finder.htaccessFiles();
  return finder.places();
}

class Finder {
  readonly #source: PlaceSource;
  readonly #host: FileHost;
  readonly #drafts: Draft[] = [];
  /** Those of .htaccess files that httpd gives up on, where no login is meant. */
  readonly #broken = new Set<Draft>();
  readonly #named: Subnet[] = [];
  /** Folders that a URL leads to: the first server and URL for each. */
  readonly #roots = new Map<string, { readonly server: Server; readonly url: string }>();

  constructor(source: PlaceSource) {
    this.#source = source;
    this.#host = source.site.host;
    for (const server of source.servers) this.#addRoots(server);
  }

  #addRoots(server: Server): void {
    const main = this.#source.servers[0]!;
    const parts = server.parts();
    const add = (folder: string, url: string): void => {
      const clean = folder.replace(/(.)\/+$/, '$1');
      if (!this.#roots.has(clean)) this.#roots.set(clean, { server, url });
    };
    const inherited = server === main ? null : main.parts();
    if (parts.documentRoot && parts.documentRoot !== inherited?.documentRoot) add(parts.documentRoot.value, '/');
    else if (parts.documentRoot && server === main) add(parts.documentRoot.value, '/');
    else if (this.#source.fragment && !parts.documentRoot) add('/', '/');
    for (const alias of parts.aliases) {
      if (!alias.pattern && alias.to !== null && !inherited?.aliases.includes(alias))
        add(alias.to, alias.from.endsWith('/') ? alias.from : `${alias.from}/`);
    }
  }

  /** The server and URL of a folder, by the longest root above it; null: no URL leads there. */
  #urlOf(folder: string): { readonly server: Server; readonly url: string } | null {
    const clean = folder.replace(/(.)\/+$/, '$1');
    for (let at = clean; ; at = dirname(at)) {
      const root = this.#roots.get(at);
      if (root) {
        const rest = clean.slice(at === '/' ? 1 : at.length + 1);
        return { server: root.server, url: root.url + (rest === '' ? '' : `${rest}/`) };
      }
      if (at === '/' || !at.startsWith('/')) return null;
    }
  }

  // --- sections ----------------------------------------------------------------------------------------------------

  sections(): void {
    const { servers } = this.#source;
    const main = servers[0]!;
    const allFolders = new Set(main.parts().folders.sections);
    const allUrls = new Set(main.parts().urls.sections);
    for (const server of servers) {
      const parts = server.parts();
      const inherited = server === main ? null : main.parts();
      const mainFolders = inherited && allFolders;
      const mainUrls = inherited && allUrls;
      for (const section of parts.folders.sections) if (!mainFolders?.has(section)) this.#folder(section, server);
      for (const section of parts.urls.sections) if (!mainUrls?.has(section)) this.#url(section, server);
      const root = parts.documentRoot?.value;
      const base = root === undefined ? null : { server, url: '/' };
      const known = new Set<Section>(
        inherited ? [...inherited.defaults.core.files, ...inherited.defaults.core.ifs] : [],
      );
      if (base) {
        for (const one of parts.defaults.core.files) {
          if (!known.has(one)) this.#file(one, base.server, base.url, root ?? null);
        }
        for (const one of parts.defaults.core.ifs) {
          if (!known.has(one)) this.#consider(one.settings(), one.origin, base.server, base.url, one.origin);
        }
      }
    }
  }

  #folder(section: PathSection, server: Server): void {
    const settings = section.settings();
    if (!this.#interesting(settings)) return;
    let folder = section.path;
    if (section.pattern) {
      const sample = samplePattern(section.path);
      if (sample === null) return;
      const root = server.parts().documentRoot?.value ?? '';
      const tries = [sample, root + (sample.startsWith('/') ? sample : `/${sample}`)];
      const found = tries.find((one) => this.#urlOf(one) && matchPattern(section.pattern!, one));
      if (found === undefined) return;
      folder = found;
    } else if (section.glob) folder = sampleWildcard(section.path);
    const at = this.#urlOf(folder);
    if (!at) return;
    const chosen = server.origin && at.server.origin === null ? { server, url: at.url } : at;
    const view = this.#source.site.worker.stat(folder);
    if (section.pattern) {
      this.#consider(settings, section.origin, chosen.server, chosen.url.replace(/\/$/, ''), null);
      return;
    }
    // a folder that is surely not there has nothing to protect
    if (view === 'missing' && !section.glob) return;
    this.#consider(settings, section.origin, chosen.server, chosen.url + this.#fileIn(folder), null);
    this.#nested(settings, chosen.server, chosen.url, folder);
  }

  #url(section: PathSection, server: Server): void {
    const settings = section.settings();
    if (!this.#interesting(settings)) return;
    let url = section.path;
    if (section.pattern) {
      const sample = samplePattern(section.path);
      if (sample === null) return;
      url = sample.startsWith('/') ? sample : `/${sample}`;
      if (!matchPattern(section.pattern, url)) return;
    } else if (section.glob) url = sampleWildcard(section.path);
    if (!url.startsWith('/')) return;
    this.#consider(settings, section.origin, server, url, null);
    this.#nested(settings, server, url.endsWith('/') ? url : `${url}/`, null);
  }

  #nested(settings: Settings, server: Server, url: string, folder: string | null): void {
    for (const one of settings.core.files) this.#file(one, server, url, folder);
    for (const one of settings.core.ifs)
      this.#consider(
        one.settings(),
        one.origin,
        server,
        url + (folder === null ? '' : this.#fileIn(folder)),
        one.origin,
      );
  }

  #file(section: Settings['core']['files'][number], server: Server, url: string, folder: string | null): void {
    const settings = section.settings();
    if (!means(settings)) {
      this.#collect(settings);
      return;
    }
    let name = section.name;
    if (section.pattern) {
      const names = folder === null ? [] : this.#names(folder);
      const found = names.find((one) => matchPattern(section.pattern!, one)) ?? samplePattern(section.name);
      if (!found || !matchPattern(section.pattern, found)) return;
      name = found;
    } else if (section.glob) name = sampleWildcard(section.name);
    this.#consider(settings, section.origin, server, url + name, null);
  }

  #names(folder: string): readonly string[] {
    const list = this.#host.list(folder.replace(/(.)\/$/, '$1'));
    return absent(list) ? [] : list;
  }

  /** A file to ask for in a folder: one that is there, else a name; nothing where the folder is not visible. */
  #fileIn(folder: string): string {
    const list = this.#host.list(folder.replace(/(.)\/$/, '$1'));
    if (absent(list)) return '';
    const plain = list.find((name) => {
      if (name.startsWith('.')) return false;
      const stat = this.#host.stat(`${folder.replace(/\/$/, '')}/${name}`);
      return !absent(stat) && stat.kind === 'file' && /^[\w.-]+$/.test(name);
    });
    return plain ?? 'index.html';
  }

  #interesting(settings: Settings): boolean {
    return means(settings) || settings.core.files.length > 0 || settings.core.ifs.length > 0;
  }

  #collect(settings: Settings): void {
    for (const demand of demandsOf(settings)) if (demand.kind === 'ip') this.#named.push(...demand.subnets);
    for (const { rule } of settings.access?.allows ?? []) if (rule.kind === 'ip') this.#named.push(rule.subnet);
  }

  #consider(settings: Settings, origin: Directive, server: Server, url: string, condition: Directive | null): void {
    this.#collect(settings);
    if (!means(settings)) return;
    this.#add(spanOf(meaningOf(settings) ?? origin), server, url, settings, condition);
  }

  #add(where: Where, server: Server, url: string, settings: Settings, condition: Directive | null): Draft {
    const subnets: Subnet[] = [];
    for (const demand of demandsOf(settings)) if (demand.kind === 'ip') subnets.push(...demand.subnets);
    for (const { rule } of settings.access?.allows ?? []) if (rule.kind === 'ip') subnets.push(rule.subnet);
    const host = server.origin ? (server.name ?? server.aliases.find((name) => !/[*?]/.test(name))) : null;
    const target = decode(host ? `${host}${url}` : url);
    const draft = { where, server, url, target, subnets, condition };
    this.#drafts.push(draft);
    return draft;
  }

  // --- .htaccess files ---------------------------------------------------------------------------------------------

  htaccessFiles(): void {
    const visited = new Set<string>();
    // longest roots first, so that a folder is entered under its own URL
    const roots = [...this.#roots.keys()].filter((root) => root !== '/');
    for (const root of roots) {
      if (absent(this.#host.stat(root))) continue;
      this.#walk(root, visited);
    }
  }

  #walk(root: string, visited: Set<string>): void {
    const open = [root];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      if (visited.has(folder)) continue;
      visited.add(folder);
      const names = this.#host.list(folder);
      if (absent(names)) continue;
      const at = this.#urlOf(folder);
      if (!at) continue;
      const access = at.server.parts().accessNames;
      for (const name of names) {
        const path = folder === '/' ? `/${name}` : `${folder}/${name}`;
        if (access.includes(name)) {
          this.#accessFile(path, folder, at);
          continue;
        }
        if (skippedFolders.has(name) || this.#host.link(path) !== null) continue;
        const stat = this.#host.stat(path);
        if (!absent(stat) && stat.kind === 'directory') open.push(path);
      }
    }
  }

  #accessFile(path: string, folder: string, at: { readonly server: Server; readonly url: string }): void {
    const read = this.#source.htaccess(path);
    if (!read) return;
    const { settings, problem } = read;
    this.#collect(settings);
    // nobody asks for a login there, and nobody gets the page either
    if (problem && !means(settings)) this.#broken.add(this.#add(problem.span, at.server, at.url, settings, null));
    if (means(settings)) {
      const where = meaningOf(settings);
      if (where) this.#add(spanOf(where), at.server, at.url + this.#fileIn(folder), settings, null);
    }
    this.#nested(settings, at.server, at.url, folder);
  }

  // --- places ------------------------------------------------------------------------------------------------------

  places(): Place[] {
    const remote =
      outsiders.find((one) => !this.#named.some((subnet) => subnetHolds(subnet, addressBytes(one)!))) ?? outsiders[0]!;
    const places: Place[] = [];
    const seen = new Set<string>();
    for (const draft of this.#drafts) {
      const { server, where, url } = draft;
      const tls = server.parts().tls;
      const named = server.name ?? server.aliases.find((name) => !/[*?]/.test(name));
      const host = named ?? server.aliases[0]?.replace(/[*?]/g, 'x') ?? 'localhost';
      const request: ServerRequest = {
        method: 'GET',
        host,
        port: this.#source.portOf(server),
        tls,
        target: escapeTarget(url),
        credentials: null,
        headers: new Map(),
        remote,
      };
      const start = 'source' in where ? where.start : where.line;
      const file = 'source' in where ? where.source.display : where.file;
      const id = `${file}:${start}:${draft.target}`;
      if (seen.has(id)) continue;
      seen.add(id);
      if (draft.condition && !this.#source.map(request)?.applied.has(draft.condition)) continue;
      const source = this.#source;
      if (this.#broken.has(draft) && !source.breaks(request)) continue;
      places.push({
        id,
        where,
        target: draft.target,
        request,
        users: () => usersAt(source, request),
        remotes: [...new Set(draft.subnets.map(sampleAddress))],
      });
    }
    return places;
  }
}

function escapeTarget(url: string): string {
  return url.replace(/[%?#\x00-\x20\x7f]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** Names worth trying at a place: those that Require names, members of its groups, then the file's own. */
function usersAt(source: PlaceSource, request: ServerRequest): readonly string[] {
  const exchange = source.map(request);
  if (!exchange) return [];
  const { settings, site } = exchange;
  const names = new Set<string>();
  const demands = demandsOf(settings);
  for (const demand of demands) {
    if (demand.kind === 'user') for (const name of leadingWords(demand.words.text)) names.add(name);
  }
  const groups = settings.groupFile ? groupFile(site, settings.groupFile.value) : 'missing';
  for (const demand of demands) {
    if (demand.kind !== 'group' || absent(groups)) continue;
    for (const group of leadingWords(demand.words.text)) {
      for (const name of groups.members(group)) {
        if (names.size >= userLimit) break;
        names.add(name);
      }
    }
  }
  const file = settings.userFile ? passwordFile(site, settings.userFile.value) : 'missing';
  if (!absent(file)) {
    for (const name of file.users(userLimit)) {
      if (names.size >= userLimit) break;
      names.add(name);
    }
  }
  for (const name of settings.anonymous?.users ?? []) names.add(name);
  return [...names].slice(0, userLimit);
}
