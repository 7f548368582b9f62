import { absent, type FileHost, type ListedFolder } from '../../host/host.ts';
import { dirname } from '../../host/paths.ts';
import type { Subnet } from '../../model/addresses.ts';
import type { Guard, Htaccess } from '../../model/apache/config.ts';
import type { PathSection } from '../../model/apache/section-index.ts';
import type { Server } from '../../model/apache/servers.ts';
import { emptySettings, type FilesSection, type Section, type Settings } from '../../model/apache/settings.ts';
import { wildcardMatches } from '../../model/fnmatch.ts';
import { matchPattern, type Pattern } from '../../model/regex.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import type { Where } from '../../text/source.ts';
import type { Answer, Place, ServerRequest } from '../answer.ts';
import { scriptEnding } from '../scripts.ts';
import { type Draft, placesOf, type Spot, subnetsOf } from './drafts.ts';
import { type Exchange, reason, type Site } from './exchange.ts';
import { isLoginRequirement, mayMean, meaningOf, means, originsOf, restrictionOf, withoutType } from './meaning.ts';
import { fileAnswering, outsiderFor, proxiesOf, requestFor, shownTarget } from './place.ts';
import { samplePattern, sampleWildcard } from './samples.ts';
import { countsFor } from './walk.ts';
import { behindLinks, type Root, type Target, type Way, Ways, wayLimit } from './ways.ts';

/** What finding places needs of the loaded configuration. */
export interface PlaceSource {
  readonly site: Site;
  readonly servers: readonly Server[];
  readonly fragment: boolean;
  /** The request after all sections are merged, before any login; null: it is answered earlier. */
  map(request: ServerRequest): Exchange | null;
  /** Settings of a .htaccess file as if everything were allowed in it. */
  htaccess(path: string): { readonly settings: Settings; readonly file: Htaccess } | null;
  answer(request: ServerRequest): Answer;
  /** A mapped request of its own, to be finished once; null: it is answered earlier, or hangs on what cannot be seen. */
  begin(request: ServerRequest): Exchange | null;
  finish(exchange: Exchange): Answer;
  portOf(server: Server): number | null;
  /** What rewriting makes of a request in the end; null: it cannot be told. */
  endOf(request: ServerRequest): Exchange | null;
}

const skippedFolders = new Set(['node_modules', '.git', '.hg', '.svn']);

/** The folders that URLs lead to, and the files of them whose names tell of passwords. */
export interface WebTree {
  readonly roots: ReadonlyMap<string, readonly Root[]>;
  /** Paths. */
  readonly passwordFiles: readonly string[];
}

/** Every place of the configuration and its .htaccess files that means to ask for a login. */
export function findPlaces(source: PlaceSource): { readonly places: Place[]; readonly tree: WebTree } {
  const finder = new Finder(source);
  finder.sections();
  finder.htaccessFiles();
  finder.passedOver();
  return { places: finder.places(), tree: finder.tree };
}

class Finder {
  readonly #source: PlaceSource;
  readonly #host: FileHost;
  readonly #ways: Ways;
  #drafts: Draft[] = [];
  readonly #named: Subnet[] = [];
  readonly #passwordFiles: string[] = [];
  /** What #hasStandIn has found. */
  readonly #standIns = new Map<string, boolean>();

  constructor(source: PlaceSource) {
    this.#source = source;
    this.#host = source.site.host;
    this.#ways = new Ways(source.servers, source.site, source.fragment);
  }

  /**
   * The way on which the settings of a section or file are in force; else one that leads to their folder (null: any),
   * else the first. Where there is no choice nothing is asked.
   */
  #chosen<W extends Target>(ways: readonly W[], own: Settings, folder: string | null): W | null {
    if (ways.length < 2) return ways[0] ?? null;
    const meant = meaningOf(own);
    let leading: W | null = null;
    for (const way of ways.slice(0, wayLimit)) {
      const exchange = this.#source.map(requestFor(this.#source, way, outsiderFor([])));
      if (!exchange || (folder !== null && !isBelow(folder, exchange.filename))) continue;
      if (meaningOf(exchange.settings) === meant) return way;
      leading ??= way;
    }
    return leading ?? ways[0]!;
  }

  /** The servers for which a section of one counts: of the main server's, every host. */
  #hostsOf(server: Server): readonly Server[] {
    return server.origin === null ? this.#source.servers.slice(0, wayLimit) : [server];
  }

  // --- sections ----------------------------------------------------------------------------------------------------

  sections(): void {
    const { servers } = this.#source;
    for (const server of servers) {
      for (const section of server.folders()) this.#folder(section, server);
      for (const section of server.urls()) this.#url(section, server);
      for (const section of server.proxied()) this.#proxy(section, server);
      for (const one of server.files()) {
        const way = this.#chosen(this.#rootWays(server), one.settings(), null);
        if (way) this.#file(one, way, way.folder);
      }
      for (const one of server.ifs()) {
        const way = this.#chosen(this.#rootWays(server), one.settings(), null);
        if (way) this.#conditional(one, way);
      }
    }
  }

  /** The roots of the hosts for which what stands in a server counts. */
  #rootWays(server: Server): Way[] {
    return this.#hostsOf(server).flatMap((host) => {
      const root = host.documentRoot();
      return root ? { server: host, url: '/', root: '/', folder: root.value } : [];
    });
  }

  #folder(section: PathSection, server: Server): void {
    if (!mayMean(section.origin)) return;
    let folder = section.path;
    const plain = !section.pattern && !section.glob;
    // a folder that is surely not there has nothing to protect
    if (plain && this.#source.site.worker.stat(folder) === 'missing') {
      this.#withoutFolder(section, server);
      return;
    }
    const settings = section.settings();
    if (!this.#interesting(settings)) return;
    if (section.pattern) {
      const found = this.#ways.matching(section.pattern) ?? this.#madeUp(section.path, section.pattern, server);
      if (found === null) return;
      folder = found;
    }
    const folders = section.glob ? this.#ways.folders(folder) : [folder];
    const ways = folders.flatMap((one) => this.#ways.forSection(one, server));
    const way = this.#chosen(ways, settings, section.glob || section.pattern ? null : folder);
    if (!way) {
      if (plain) this.#behindLink(section, settings, server);
      return;
    }
    const spot = { ...targetOf(way), kind: 'folder', section: section.origin } as const;
    if (section.pattern) {
      this.#consider(settings, { ...spot, url: way.url.replace(/\/$/, '') });
      // in a made-up folder no file has a name of its own
      if (this.#host.kind(way.folder) === 'directory') this.#nested(settings, way, way.folder);
      return;
    }
    // a section may name a file
    const isFile = this.#host.kind(way.folder) === 'file';
    const url = isFile ? way.url.slice(0, -1) : way.url + this.#fileIn(way.folder, settings, way.server);
    this.#consider(settings, { ...spot, url });
    if (!isFile) this.#nested(settings, way, way.folder);
  }

  /** A folder that a pattern obviously matches, and that httpd would compare with it; null: there is none. */
  #madeUp(source: string, pattern: Pattern, server: Server): string | null {
    const sample = samplePattern(source);
    if (sample === null) return null;
    const root = server.documentRoot()?.value ?? '';
    const tries = [sample, root + (sample.startsWith('/') ? sample : `/${sample}`)];
    const found = tries.find((one) => this.#ways.to(one).length > 0 && matchPattern(pattern, one));
    const [way] = found === undefined ? [] : this.#ways.forSection(found, server);
    if (!way) return null;
    // of a path that is not there httpd compares what it came to
    const request = requestFor(this.#source, { ...way, url: way.url.replace(/(.)\/$/, '$1') }, outsiderFor([]));
    const filename = this.#source.map(request)?.filename;
    return filename && !matchPattern(pattern, filename) ? null : found!;
  }

  /** A section for a folder that is not there, whose URL a script answers: httpd goes by the folder of the script. */
  #withoutFolder(section: PathSection, server: Server): void {
    const { path, origin } = section;
    if (!this.#hasStandIn(dirname(path.replace(/(.)\/$/, '$1')))) return;
    const settings = section.settings();
    const meant = meaningOf(settings);
    const [way] = meant ? this.#ways.forSection(path, server) : [];
    if (!meant || !way) return;
    const file = fileAnswering(this.#source, requestFor(this.#source, way, outsiderFor([])));
    if (file === null || isBelow(path, file)) return;
    const message = `${printable(path)} is not there, and ${printable(file)} answers in its place, which lies outside of it`;
    const spot = { ...targetOf(way), kind: 'folder', section: origin } as const;
    this.#add(meant, settings, spot, { only: 'open', hint: reason('apache-section-without-folder', message, origin) });
  }

  /** Whether a folder, or one around it, holds a file that may answer for what is not there. */
  #hasStandIn(folder: string): boolean {
    let has = this.#standIns.get(folder);
    if (has === undefined) {
      const above = dirname(folder);
      has =
        this.#names(folder).some((name) => name.startsWith('index.') || scriptEnding.test(name)) ||
        (above !== folder && this.#hasStandIn(above));
      this.#standIns.set(folder, has);
    }
    return has;
  }

  /** A section for a folder that URLs lead to by a link alone: it does not count on that path. */
  #behindLink({ path, origin }: PathSection, settings: Settings, server: Server): void {
    const [way] = this.#ways.linked(path, server);
    const meant = way && meaningOf(settings);
    if (!meant) return;
    const message = `httpd goes by the path of the link, ${printable(way.folder)}: a section for what it leads to does not count there`;
    const url = way.url + this.#fileIn(way.folder, settings, way.server);
    const spot = { ...targetOf(way), kind: 'folder', section: origin, url } as const;
    this.#add(meant, settings, spot, {
      only: 'open',
      hint: reason('apache-section-behind-link', message, origin),
    });
  }

  #url(section: PathSection, server: Server): void {
    if (!mayMean(section.origin)) return;
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
    const hosts = this.#hostsOf(server).map((host) => ({ server: host, url }));
    const way = this.#chosen(hosts, settings, null)!;
    this.#consider(settings, { kind: 'url', section: section.origin, ...way });
    this.#nested(settings, { ...way, url: url.endsWith('/') ? url : `${url}/` }, null);
  }

  /** A `<Proxy>` section, by a URL that is sent to where it counts. */
  #proxy(section: PathSection, server: Server): void {
    if (!mayMean(section.origin)) return;
    const settings = section.settings();
    if (!this.#interesting(settings)) return;
    const ways = this.#hostsOf(server).flatMap((host) =>
      proxiesOf(host).flatMap(({ from: url }) => {
        const proxy = this.#source.map(requestFor(this.#source, { server: host, url }, outsiderFor([])))?.proxy;
        return proxy && countsFor(section, proxy) ? { server: host, url } : [];
      }),
    );
    const way = this.#chosen(ways, settings, null);
    if (way) this.#consider(settings, { kind: 'url', section: section.origin, ...way });
  }

  #nested(settings: Settings, at: Target, folder: string | null): void {
    for (const one of settings.core.files) this.#file(one, at, folder);
    for (const one of settings.core.ifs)
      this.#conditional(one, { ...at, url: at.url + (folder === null ? '' : this.#fileIn(folder)) });
  }

  #conditional({ origin, settings }: Section, at: Target): void {
    this.#consider(settings(), { ...targetOf(at), kind: 'condition', section: origin, condition: origin });
  }

  #file(section: Settings['core']['files'][number], at: Target, folder: string | null): void {
    const settings = section.settings();
    if (!means(settings) && !withoutType(settings) && !restrictionOf(settings)) {
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
    const clean = name.replace(/^\/+/, '');
    if (clean === '' || clean.endsWith('/')) return;
    this.#consider(settings, { ...targetOf(at), kind: 'file', section: section.origin, url: at.url + clean });
  }

  #names(folder: string): readonly string[] {
    const list = this.#host.list(folder.replace(/(.)\/$/, '$1'));
    return absent(list) ? [] : list;
  }

  /**
   * A file to ask for in a folder: one that is there and that no section of its own name takes out, else a name; nothing
   * where the folder is not visible.
   */
  #fileIn(folder: string, settings: Settings | null = null, server: Server | null = null): string {
    const elsewhere = server?.parts().defaults.core.files.filter((one) => decides(one.settings())) ?? [];
    const sections = settings ? [...settings.core.files, ...elsewhere] : elsewhere;
    const list = this.#host.list(folder.replace(/(.)\/$/, '$1'));
    if (absent(list)) return '';
    const plain = list.find((name) => {
      if (name.startsWith('.') || !/^[\w.-]+$/.test(name) || takenOut(name, sections)) return false;
      return this.#host.kind(`${folder.replace(/\/$/, '')}/${name}`) === 'file';
    });
    return plain ?? (takenOut('index.html', sections) ? 'page' : 'index.html');
  }

  #interesting(settings: Settings): boolean {
    return (
      means(settings) ||
      withoutType(settings) !== null ||
      restrictionOf(settings) !== null ||
      settings.core.files.length > 0 ||
      settings.core.ifs.length > 0
    );
  }

  #collect(settings: Settings): void {
    this.#named.push(...subnetsOf(settings));
  }

  /** Notes a draft where settings mean a login, switch it off without a word of their own, or keep strangers out. */
  #consider(own: Settings, spot: Spot): void {
    this.#collect(own);
    const meant = meaningOf(own);
    if (meant) {
      this.#add(meant, own, spot);
      return;
    }
    const none = withoutType(own);
    const restriction = none ? null : restrictionOf(own);
    if (none) this.#add(none, own, spot, { only: 'broken' });
    else if (restriction) this.#add(restriction, own, spot, { only: 'shut' });
  }

  #add(where: Where, own: Settings, spot: Spot, more: Pick<Draft, 'only' | 'hint'> = {}): void {
    this.#drafts.push({ ...spot, where, own, target: shownTarget(spot), ...more });
  }

  // --- .htaccess files ---------------------------------------------------------------------------------------------

  htaccessFiles(): void {
    const visited = new Set<string>();
    // longest roots first, so that a folder is entered under its own URL
    const roots = [...this.#ways.roots.keys()].filter((root) => root !== '/');
    for (const root of roots) {
      if (absent(this.#host.stat(root))) continue;
      this.#walk(root, visited);
    }
    for (const root of roots) {
      for (let folder = dirname(root); folder !== dirname(folder) && !visited.has(folder); folder = dirname(folder)) {
        visited.add(folder);
        this.#above(folder);
      }
    }
  }

  /** The .htaccess file of a folder to which no URL leads, where it counts for what lies below. */
  #above(folder: string): void {
    for (const name of this.#source.servers[0]!.parts().accessNames) {
      const path = `${folder}/${name}`;
      if (this.#host.kind(path) !== 'file') continue;
      const ways = this.#ways.below(folder).filter((way) => this.#isRead(path, way));
      if (ways.length > 0) this.#accessFile(path, ways);
    }
  }

  /** Whether what a request gets has to do with a .htaccess file. */
  #isRead(path: string, way: Way): boolean {
    const request = requestFor(this.#source, way, outsiderFor([]));
    const settings = this.#source.map(request)?.settings;
    if (settings) return [meaningOf(settings), ...originsOf(settings)].some((one) => one?.source.path === path);
    return this.#source
      .answer(request)
      .because.some(({ where }) => where && 'source' in where && where.source.path === path);
  }

  #walk(root: string, visited: Set<string>): void {
    const open = [root];
    // below an assumed root only what .htaccess files are put for is sure to be served
    const bare = new Set(this.#source.fragment ? [root] : []);
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      if (visited.has(folder)) continue;
      visited.add(folder);
      const names = this.#host.list(folder);
      if (absent(names)) continue;
      const [at] = this.#ways.to(folder);
      if (!at) continue;
      const listed = this.#host.listed(folder);
      const access = at.server.parts().accessNames;
      if (bare.has(folder) && names.some((name) => access.includes(name))) bare.delete(folder);
      const isBare = bare.has(folder);
      for (const name of names) {
        const path = folder === '/' ? `/${name}` : `${folder}/${name}`;
        if (access.includes(name)) {
          this.#accessFile(path, this.#ways.to(folder));
          continue;
        }
        if (!isBare && /htpasswd|htdigest/i.test(name)) this.#passwordFiles.push(path);
        if (skippedFolders.has(name) || !this.#enters(listed?.kind(name) ?? null, path, visited)) continue;
        if (isBare) bare.add(path);
        open.push(path);
      }
    }
  }

  /** Whether a folder to look into stands at a path; `kind`: what the folder above tells of it. */
  #enters(kind: ReturnType<ListedFolder['kind']>, path: string, visited: Set<string>): boolean {
    if (kind !== null) return kind === 'directory';
    if (this.#host.kind(path) !== 'directory') return false;
    if (this.#host.link(path) === null) return true;
    // what a link leads to is looked into once, and by its own URL where it has one
    const real = behindLinks(this.#host, path);
    if (real === null || visited.has(real) || this.#ways.to(real).length > 0 || isBelow(real, path)) return false;
    visited.add(real);
    return true;
  }

  #accessFile(path: string, ways: readonly Way[]): void {
    const read = this.#source.htaccess(path);
    if (!read) return;
    const { settings, file: access } = read;
    const way = this.#chosen(ways, settings, dirname(path))!;
    const { url, folder } = way;
    const spot = { ...targetOf(way), kind: 'htaccess', section: null } as const;
    // nobody asks for a login there, and nobody gets the page either
    if (access.problems[0] && !means(settings)) {
      this.#collect(settings);
      this.#add(access.problems[0].span, settings, spot, { only: 'broken' });
    } else this.#consider(settings, { ...spot, url: url + this.#fileIn(folder, settings, way.server) });
    this.#nested(settings, way, folder);
    for (const guard of access.guards)
      this.#passed(guard, (opened) => (opened || guard.around ? null : { ...spot, url: url + this.#fileIn(folder) }));
  }

  // --- lines that a condition keeps out --------------------------------------------------------------------------

  /** Logins that an <IfModule> passes over: whoever relies on them finds the door open. */
  passedOver(): void {
    for (const guard of this.#source.site.config.guards)
      this.#passed(guard, (opened) => this.#spotOf(opened ?? guard.around, guard));
  }

  /** `spotOf`: where a login counts that a guard holds, in a section opened there (null: in none). */
  #passed(guard: Guard, spotOf: (opened: Directive | null) => Spot | null): void {
    if (guard.holds || guard.guessed || guard.directive.name.toLowerCase() !== '<ifmodule') return;
    const inner = guard.inner.findLastIndex(isLoginRequirement);
    if (inner < 0) return;
    const opened = guard.inner
      .slice(0, inner)
      .findLast(({ name }) => /^<(?:directory|location|files)(?:match)?$/i.test(name));
    const spot = spotOf(opened ?? null);
    if (!spot) return;
    const written = guard.directive.args.map(({ value }) => value).join(' ');
    const message = `the lines within <IfModule ${printable(written)}> are passed over, and with them the login`;
    const hint = reason('apache-guard-passed-over', message, guard.directive);
    this.#add(guard.directive, emptySettings(), spot, { only: 'open', hint });
  }

  #spotOf(section: Directive | null, { around }: Guard): Spot | null {
    if (!section) return null;
    const name = section.name.toLowerCase();
    const path = section.args[0]?.value ?? '';
    if (/[*?[~]/.test(path)) return null;
    if (name === '<directory') {
      const [at] = this.#ways.to(path);
      return at ? { ...targetOf(at), kind: 'folder', section, url: at.url + this.#fileIn(path) } : null;
    }
    if (name !== '<location') return null;
    const isHere = (one: PathSection): boolean => one.path === path && !one.glob && !one.pattern;
    const server = this.#source.servers.find((one) => (around && one.origin === around) || one.urls().some(isHere));
    return { kind: 'url', section, server: server ?? this.#source.servers[0]!, url: path };
  }

  // --- places ------------------------------------------------------------------------------------------------------

  get tree(): WebTree {
    return { roots: this.#ways.roots, passwordFiles: this.#passwordFiles };
  }

  places(): Place[] {
    const drafts = this.#drafts;
    this.#drafts = [];
    return placesOf(drafts, outsiderFor(this.#named), this.#source, this.#ways.roots);
  }
}

/** No more of a way than a draft needs, of which there may be tens of thousands. */
function targetOf({ server, url, host }: Target): Target {
  return host === undefined ? { server, url } : { server, url, host };
}

/** Whether a file lies in a folder, or is it. */
function isBelow(folder: string, file: string | null): boolean {
  const clean = folder.replace(/\/+$/, '');
  return file !== null && (file === clean || file.startsWith(`${clean}/`));
}

/** Whether settings say who gets in. */
function decides({ authz, access }: Settings): boolean {
  return Boolean(authz?.section ?? access);
}

/** Whether one of these `<Files>` sections is for a name. */
function takenOut(name: string, sections: readonly FilesSection[]): boolean {
  return sections.some((section) =>
    section.pattern
      ? matchPattern(section.pattern, name) !== null
      : section.glob
        ? wildcardMatches(section.name, name, 'path')
        : section.name === name,
  );
}
