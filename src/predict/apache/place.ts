import { checkPassword } from '../../hash/check.ts';
import { RIGHT_PASSWORD } from '../../hash/password.ts';
import { absent, linesOf } from '../../host/host.ts';
import { addressBytes, type Subnet, subnetHolds } from '../../model/addresses.ts';
import type { ProxyRule } from '../../model/apache/server-parts.ts';
import type { Server } from '../../model/apache/servers.ts';
import type { Settings } from '../../model/apache/settings.ts';
import { leadingWords } from '../../model/apache/words.ts';
import { decode } from '../../text/bytes.ts';
import type { ServerRequest } from '../answer.ts';
import type { Exchange, Site } from './exchange.ts';
import type { ApachePlace } from './facts.ts';
import { demandsOf } from './meaning.ts';
import { digestFile, groupFile, passwordFile } from './password-files.ts';
import type { PlaceSource } from './places.ts';
import type { Target } from './ways.ts';

/** Addresses for an outsider that no network has. */
const outsiders = ['203.0.113.77', '198.51.100.77', '192.0.2.77', '203.0.113.201'];
/** How many user names are worth trying. */
const userLimit = 50;

/** An address that no rule names. */
export function outsiderFor(named: readonly Subnet[]): string {
  const isNamed = (address: readonly number[]): boolean => named.some((subnet) => subnetHolds(subnet, address));
  return outsiders.find((one) => !isNamed(addressBytes(one)!)) ?? outsiders[0]!;
}

const noHeaders: ServerRequest['headers'] = new Map();

/** An anonymous request for a URL of a server. */
export function requestFor(source: PlaceSource, { server, url, host }: Target, remote: string): ServerRequest {
  const named = host ?? server.name ?? server.aliases.find((name) => !/[*?]/.test(name));
  return {
    method: 'GET',
    host: named ?? server.aliases[0]?.replace(/[*?]/g, 'x') ?? 'localhost',
    port: source.portOf(server),
    tls: server.tls(),
    target: escapeTarget(url),
    credentials: null,
    headers: noHeaders,
    remote,
  };
}

/** Where a server sends requests by ProxyPass, at its own level and in `<Location>`; patterns are left out. */
export function proxiesOf(server: Server): Pick<ProxyRule, 'from' | 'to' | 'origin'>[] {
  const plain = server.parts().proxies.filter(({ pattern }) => !pattern);
  const inside = server.urls().flatMap((section) => {
    const proxy = section.glob || section.pattern ? null : section.settings().rare.proxy;
    return proxy ? [{ from: section.path, to: proxy.value, origin: proxy.origin }] : [];
  });
  return [...plain, ...inside];
}

/** The request for a folder's own URL where httpd would only add the slash: that redirect says nothing of who gets in. */
export function withSlash(source: PlaceSource, request: ServerRequest): ServerRequest {
  if (request.target.endsWith('/')) return request;
  const bare = source.map(request);
  if (!bare || !wantsSlash(bare)) return request;
  const whole = { ...request, target: `${request.target}/` };
  // a pattern may be for the one and not for the other
  return source.map(whole)?.settings === bare.settings ? whole : request;
}

/** The file that a request comes to in the end, by rewriting, FallbackResource or as it is; null: none, or it cannot be told. */
export function fileAnswering(source: PlaceSource, request: ServerRequest): string | null {
  const end = source.endOf(request);
  if (!end || typeof end.file !== 'object' || end.file.kind !== 'file' || end.proxy !== null) return null;
  return end.filename;
}

/** Whether a request is for a folder and lacks its slash. */
export function wantsSlash({ request, file, proxy }: Exchange): boolean {
  return !request.target.endsWith('/') && typeof file === 'object' && file.kind === 'directory' && proxy === null;
}

/** A URL as people call it: with the host where it is no matter of course. */
export function shownTarget({ server, url, host }: Target): string {
  const own = server.origin ? (server.name ?? server.aliases.find((name) => !/[*?]/.test(name))) : null;
  return decode((host ?? own ?? '') + url);
}

function escapeTarget(url: string): string {
  return url.replace(/[%?#\x00-\x20\x7f]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** What rules know of a place; null: the request is answered before any section counts. */
export function placeOf(
  source: PlaceSource,
  spot: Pick<ApachePlace, 'kind' | 'server' | 'section' | 'own'>,
  request: ServerRequest,
): ApachePlace | null {
  const exchange = source.map(request);
  return exchange && new MappedPlace(spot, exchange);
}

class MappedPlace implements ApachePlace {
  readonly kind: ApachePlace['kind'];
  readonly server: Server;
  readonly section: ApachePlace['section'];
  readonly own: Settings;
  readonly settings: Settings;
  readonly filename: string | null;
  readonly pathInfo: string;
  readonly proxy: string | null;
  readonly #site: Site;

  constructor(
    { kind, server, section, own }: Pick<ApachePlace, 'kind' | 'server' | 'section' | 'own'>,
    { settings, filename, pathInfo, proxy, site }: Exchange,
  ) {
    this.kind = kind;
    this.server = server;
    this.section = section;
    this.own = own;
    this.settings = settings;
    this.filename = filename;
    this.pathInfo = pathInfo;
    this.proxy = proxy;
    this.#site = site;
  }

  knows(user: string): boolean | null {
    const { userFile } = this.settings;
    const file = userFile ? passwordFile(this.#site, userFile.value) : 'missing';
    return absent(file) ? null : file.find(user) !== null;
  }

  hasRealms(): boolean | null {
    const { userFile } = this.settings;
    const file = userFile ? digestFile(this.#site, userFile.value) : 'missing';
    return absent(file) ? null : file.usable;
  }

  groups(): ReturnType<ApachePlace['groups']> {
    const { groupFile: setting } = this.settings;
    const file = setting ? groupFile(this.#site, setting.value) : 'missing';
    if (absent(file)) return null;
    const place = linesOf(this.#site.host, file.path);
    return file.groups().map((name) => ({
      name,
      members: file.members(name),
      where: place(file.lineOf(name) ?? 1, 1, 1 + decode(name).length),
    }));
  }
}

/** Whether Basic authentication by the password file ends at a user's entry, whatever the password. */
export function isHopeless(site: Site, place: ApachePlace | null, user: string): boolean {
  const { authn, basic, userFile } = place?.settings ?? {};
  if (!userFile || authn?.type?.value.text.toLowerCase() !== 'basic') return false;
  if (basic?.digestAlgorithm?.value || basic?.providers?.some(({ value }) => value !== 'file')) return false;
  const file = passwordFile(site, userFile.value);
  const entry = absent(file) ? null : file.find(user);
  if (!entry) return false;
  const check = checkPassword(entry, RIGHT_PASSWORD, { platform: site.platform, server: 'apache' });
  return check !== 'match' && check !== 'unknown';
}

/** The first users of the password files that are asked, those of <AuthnProviderAlias> among them. */
function usersIn(site: Site, { userFile, basic, rare }: Settings): readonly string[] {
  const providers = [basic, rare.digest, rare.form].flatMap((one) => one?.providers ?? []);
  const aliased = providers.flatMap(({ value }) => site.authnAliases.get(value)?.settings.userFile ?? []);
  const files = [...(userFile ? [userFile] : []), ...aliased].map(({ value }) => passwordFile(site, value));
  const [first = [], ...others] = files.map((file) => (absent(file) ? [] : file.users(userLimit)));
  return others.length === 0 ? first : [...new Set([...first, ...others.flat()])];
}

/** Names worth trying at a place: those that Require names, members of its groups, then the file's own. */
export function usersAt(site: Site, place: ApachePlace | null): readonly string[] {
  if (!place) return [];
  const { settings } = place;
  const listed = usersIn(site, settings);
  const demands = demandsOf(settings);
  // most places name nobody: the file's own list serves them all
  if (!settings.rare.anonymous && !demands.some(({ kind }) => kind === 'user' || kind === 'group')) return listed;
  const names = new Set<string>();
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
  for (const name of listed) {
    if (names.size >= userLimit) break;
    names.add(name);
  }
  for (const name of settings.rare.anonymous?.users ?? []) names.add(name);
  return [...names].slice(0, userLimit);
}
