import { absent, type FileHost } from '../host/host.ts';
import type { Mapping } from '../host/mapped.ts';
import { basename, dirname } from '../host/paths.ts';
import { type Deployment, givenPlaces, mappingsOf, placesOf } from './maps/deployment.ts';
import { deploymentsOf } from './maps/deployments.ts';
import type { AuthUrl, JudgedIngress } from './maps/kubernetes.ts';
import { type Served, servedBy } from './maps/served.ts';
import { head, outOfUse, type Recognised, recognise, recogniseGiven, worthReading } from './recognise.ts';

/** One thing to judge: a server's main file, a fragment, the .htaccess files of a web root, or a password file. */
export interface Entry {
  readonly kind: 'apache' | 'nginx' | 'htaccess' | 'ingresses' | 'passwords' | 'digests' | 'groups';
  /** The file, as the server names it; for `htaccess` the folder taken as document root. */
  readonly path: string;
  /** The files that it stands for, as found: one, or the .htaccess files below the folder. */
  readonly files: readonly string[];
  /** Not a whole configuration: judged in the context that fits, under stated assumptions. */
  readonly fragment: boolean;
  /** Where the server's files are found. */
  readonly mappings: readonly Mapping[];
  /** Whether owners and modes are the server's own and may be judged. */
  readonly trusted: boolean;
  /** How the repository's files get to the server; null: nothing says. */
  readonly deployment: Deployment | null;
  /** What was looked at. */
  readonly given: Given;
  /** The file's bytes with all but a block of lines blanked out, where it holds configuration among other things. */
  readonly embedded?: string;
  /** For `ingresses`: what the manifests below say. */
  readonly ingresses?: readonly JudgedIngress[];
  readonly authUrls?: readonly AuthUrl[];
  /** For `passwords`: an image that gives the file out. */
  readonly served?: Served | null;
}

/** A path given by the user, with the files below it. */
export interface Given {
  /** Absolute. */
  readonly path: string;
  readonly kind: 'file' | 'directory';
  /** Absolute paths of the files to look at; for a file just itself. */
  readonly files: readonly string[];
  /** Whether it lies in a git work tree, where files that are made at deploy time are absent. */
  readonly checkout: boolean;
  /** A work tree in which no password file is: they are made, or kept, elsewhere. */
  readonly secretive?: boolean;
  /** Whether a .gitignore leaves a path out. */
  readonly ignored?: (file: string) => boolean;
}

/** What is known beforehand of where the server's files are. */
export interface Layout {
  /** The folder that stands for the server's `/`; null: to be told from the tree. */
  readonly root: string | null;
  readonly maps: readonly Mapping[];
  /** The machine itself is the server. */
  readonly live: boolean;
}

const mainFolders: readonly (readonly [RegExp, string])[] = [
  [/^(.*)\/etc\/apache2\/[^/]+$/, '/etc/apache2'],
  [/^(.*)\/etc\/httpd\/(?:conf\/)?[^/]+$/, '/etc/httpd'],
  [/^(.*)\/usr\/local\/apache2\/(?:conf\/)?[^/]+$/, '/usr/local/apache2'],
  [/^(.*)\/etc\/nginx\/[^/]+$/, '/etc/nginx'],
  [/^(.*)\/usr\/local\/nginx\/conf\/[^/]+$/, '/usr/local/nginx'],
  [/^(.*)\/usr\/local\/etc\/(?:nginx|apache24|httpd)\/[^/]+$/, '/usr/local/etc'],
];

/** A server's own folder, as people give it. */
const serverFolder = /\/(?:nginx|openresty|apache2?|httpd|conf\.d|vhosts?(?:\.d)?|sites-(?:enabled|available))$/;

/** What a file was taken for, and what more is to be said of that: where it stands, or why it is not judged. */
export interface Seen {
  readonly kind: Recognised;
  readonly why: string | null;
}

/** Finds what there is to judge below the given paths, and says what each file was taken for. */
export async function discover(
  host: FileHost,
  given: readonly Given[],
  layout: Layout,
): Promise<{ entries: Entry[]; files: Map<string, Seen> }> {
  const files = new Map<string, Seen>();
  const entries: Entry[] = [];
  for (const one of given) for (const entry of await entriesOf(host, one, layout, files)) entries.push(entry);
  return { entries, files };
}

async function entriesOf(host: FileHost, given: Given, layout: Layout, files: Map<string, Seen>): Promise<Entry[]> {
  const byKind = new Map<Recognised, string[]>();
  // where a checkout lies says nothing, but for the name of a server's own folder
  const known = serverFolder.test(given.path) ? dirname(given.path).length : given.path.length;
  for (const file of given.files) {
    if (given.kind === 'directory' && !worthReading(file)) continue;
    const read = host.text(file, head);
    if (absent(read)) continue;
    const { text } = read;
    let kind = recognise(file, text) ?? (given.kind === 'file' ? recogniseGiven(file, text) : null);
    const server = kind?.startsWith('apache') ? 'apache' : kind?.startsWith('nginx') ? 'nginx' : null;
    if (server && given.kind === 'directory') {
      const isIts = await languageOf(server);
      if (!isIts(file.slice(known), text)) kind = null;
    }
    const why = given.kind === 'directory' && kind ? outOfUse(file.slice(given.path.length + 1)) : null;
    files.set(file, { kind, why: why && `not judged: ${why}` });
    if (kind === null || why !== null) continue;
    const list = byKind.get(kind);
    if (list) list.push(file);
    else byKind.set(kind, [file]);
  }
  const of = (kind: Recognised): readonly string[] => byKind.get(kind) ?? [];
  const secretive = given.checkout && of('passwords').length + of('digests').length === 0;
  const tree: Given = { ...given, secretive };
  const entries: Entry[] = [];
  const told = given.kind === 'directory' && layout.root === null && !layout.live;
  const deployments = told && byKind.size > 0 ? await deploymentsOf(host, given.path, given.files) : [];
  for (const kind of ['apache', 'nginx'] as const) {
    const mains = of(`${kind}-main`).flatMap((main) => {
      const deployed = deployedAs(kind, main, false, tree, layout, deployments);
      return deployed.length > 0 ? deployed : [place(host, kind, main, false, tree, layout)];
    });
    entries.push(...mains);
    for (const file of of(`${kind}-fragment`)) {
      // beside a whole configuration only what it includes is in effect
      if (mains.some((main) => isWithin(dirname(main.files[0]!), file) && settlesAll(main, file))) continue;
      const deployed = deployedAs(kind, file, true, tree, layout, deployments);
      entries.push(...(deployed.length > 0 ? deployed : [place(host, kind, file, true, tree, layout)]));
    }
  }
  const folder = given.kind === 'file' ? dirname(given.path) : given.path;
  if (of('htaccess').length > 0) {
    const web = place(host, 'htaccess', folder, true, tree, layout);
    const served = deployments.filter((one) => of('htaccess').some((file) => placesOf(one, file).length > 0));
    const mappings = [...web.mappings, ...served.flatMap(mappingsOf)];
    entries.push({ ...web, mappings, files: of('htaccess'), deployment: served[0] ?? null });
  }
  if (told) for (const entry of await fromManifests(host, given, files)) entries.push(entry);
  for (const kind of ['passwords', 'digests', 'groups'] as const)
    for (const file of of(kind))
      entries.push({ ...place(host, kind, file, true, tree, layout), served: servedBy(host, deployments, file) });
  return entries;
}

/** What tells whether more of a file is a server's language than is not, loaded when a file of a tree needs it. */
async function languageOf(server: 'apache' | 'nginx'): Promise<(path: string, text: string) => boolean> {
  return server === 'apache'
    ? (await import('./language-apache.ts')).isApache
    : (await import('./language-nginx.ts')).isNginx;
}

/** What YAML files hold beside where files go: configuration in blocks of lines, and Ingresses with a login. */
async function fromManifests(host: FileHost, given: Given, files: Map<string, Seen>): Promise<Entry[]> {
  const manifests = given.files.filter(
    (file) => /\.ya?ml(?:\.\w+)?$/i.test(file) && outOfUse(file.slice(given.path.length + 1)) === null,
  );
  if (manifests.length === 0) return [];
  const { manifestsOf } = await import('./maps/manifests.ts');
  const { onlyBlock } = await import('./maps/embedded.ts');
  const { ingresses, authUrls, blocks } = await manifestsOf(host, manifests);
  const shared = {
    mappings: [{ from: given.path, to: given.path, partial: true }],
    trusted: false,
    deployment: null,
    given,
  };
  const entries: Entry[] = [];
  for (const block of blocks) {
    const { file, key } = block;
    const inner = block.text.slice(block.start, block.end);
    const kind = recognise(`/${key}`, inner);
    const server = kind?.startsWith('apache') ? 'apache' : kind?.startsWith('nginx') ? 'nginx' : null;
    if (server === null) continue;
    const isIts = await languageOf(server);
    if (!isIts(`${file}/${key}`, inner)) continue;
    files.set(file, { kind, why: `in the block ${key}` });
    const fragment = !kind!.endsWith('-main');
    entries.push({
      ...shared,
      kind: server,
      path: file,
      files: [file],
      fragment,
      embedded: onlyBlock(block.text, block),
    });
  }
  if (ingresses.length > 0 || authUrls.length > 0)
    entries.push({ ...shared, kind: 'ingresses', path: given.path, files: [], fragment: true, ingresses, authUrls });
  return entries;
}

function isWithin(folder: string, file: string): boolean {
  return file.startsWith(`${folder}/`);
}

/** Whether a fragment below a whole configuration is in effect only where that includes it: a laid out server, or a file that is made ready for it. */
function settlesAll({ trusted, mappings }: Entry, file: string): boolean {
  return trusted || mappings.some(({ from, partial }) => from === '/' && !partial) || /\/[^/]*-available\//.test(file);
}

/** The most deployments of one file that are judged: they seldom differ. */
const deploymentLimit = 4;

/** A file in the view of each server that it is placed on. */
function deployedAs(
  kind: 'apache' | 'nginx',
  file: string,
  fragment: boolean,
  given: Given,
  layout: Layout,
  deployments: readonly Deployment[],
): Entry[] {
  const own = { from: given.path, to: given.path, partial: true };
  return deployments
    .flatMap((deployment) => {
      // the plays of a repository are for many machines: what one puts at a path is not in the way of another
      const plays = deployment.name === 'Ansible';
      const at = (plays ? givenPlaces : placesOf)(deployment, file).find((path) => path.startsWith('/'));
      // templates are often placed by a name that only the engine knows
      if (at === undefined && !(plays && /\/(?:templates|files)\//.test(file))) return [];
      const itself = at === undefined ? [] : [{ from: at, to: file, partial: true }];
      const mappings = [...layout.maps, ...itself, ...mappingsOf(deployment), own];
      return [{ kind, path: at ?? file, files: [file], fragment, mappings, trusted: false, deployment, given }];
    })
    .slice(0, deploymentLimit);
}

/** An entry in the server's view: a main file below `…/etc/nginx` and the like makes the folder above it the server's `/`. */
function place(
  host: FileHost,
  kind: Entry['kind'],
  path: string,
  fragment: boolean,
  given: Given,
  layout: Layout,
): Entry {
  const shared = { kind, path, files: [path], fragment, deployment: null, given };
  if (layout.live) return { ...shared, mappings: [{ from: '/', to: '/' }], trusted: true };
  const seen = given.kind === 'file' ? dirname(given.path) : given.path;
  const mappings: Mapping[] = [...layout.maps];
  if (layout.root !== null) {
    mappings.push({ from: '/', to: layout.root });
    const inside = serverPath(path, layout.root);
    return {
      ...shared,
      path: inside ?? path,
      mappings: inside ? mappings : [...mappings, own(seen, given)],
      trusted: true,
    };
  }
  const within = path.includes('/etc/') || path.includes('/usr/local/');
  for (const [pattern, home] of within ? mainFolders : []) {
    const above = pattern.exec(path)?.[1];
    if (above === undefined || kind === 'passwords' || kind === 'digests' || kind === 'groups') continue;
    if (above === '') return { ...shared, mappings: [...mappings, { from: seen, to: seen }], trusted: true };
    if (given.kind === 'file' || !`${above}/`.startsWith(`${seen}/`)) {
      // only part of the sysroot was given: its own folder stands for the server's
      mappings.push({ from: home, to: above + home, partial: true });
      break;
    }
    const signs = ['var', 'usr', 'home', 'srv', 'opt'];
    const whole = above === seen && !given.secretive && signs.some((name) => !absent(host.stat(`${above}/${name}`)));
    // git keeps neither owners nor modes
    const trusted = whole && !given.checkout && ownerKnown(host, path);
    mappings.push({ from: '/', to: above, partial: !whole }, { from: above, to: above, partial: !whole });
    return { ...shared, path: path.slice(above.length), mappings, trusted };
  }
  const folder = dirname(path);
  // a nginx.conf or httpd.conf of a repository names its siblings by the path that they are deployed to
  if (kind === 'nginx' && !fragment) mappings.push({ from: '/etc/nginx', to: folder, partial: true });
  if (kind === 'apache' && !fragment) {
    const home = basename(folder) === 'conf' ? dirname(folder) : folder;
    for (const from of ['/etc/apache2', '/etc/httpd', '/usr/local/apache2'])
      mappings.push({ from, to: home, partial: true });
  }
  mappings.push(own(seen, given));
  return { ...shared, mappings, trusted: false };
}

function own(seen: string, given: Given): Mapping {
  return { from: seen, to: seen, partial: given.checkout };
}

/** Root-owned and readable by all: laid out by an administrator, not unpacked under a private umask. */
function ownerKnown(host: FileHost, path: string): boolean {
  const stat = host.stat(path);
  return !absent(stat) && stat.uid === 0 && (stat.mode & 0o004) !== 0;
}

function serverPath(path: string, root: string): string | null {
  if (root === '/') return path;
  return path.startsWith(`${root}/`) ? path.slice(root.length) : null;
}
