import { absent, type FileHost } from '../host/host.ts';
import type { Mapping } from '../host/mapped.ts';
import { LaidFiles } from '../host/overlay.ts';
import { basename, below, dirname } from '../host/paths.ts';
import type { Span } from '../text/source.ts';
import { Drives } from './drives.ts';
import { type Deployment, mappingsOf, placesOf } from './maps/deployment.ts';
import { deploymentsOf } from './maps/deployments.ts';
import type { Eaten } from './maps/eaten.ts';
import type { Embedded } from './maps/embedded.ts';
import type { AuthUrl, JudgedIngress } from './maps/kubernetes.ts';
import type { Manifests } from './maps/manifests.ts';
import { composeName } from './maps/names.ts';
import { type Served, servedBy } from './maps/served.ts';
import { Pieces } from './pieces.ts';
import { deployedAs, onImage, place, placePart } from './placing.ts';
import { head, outOfUse, type Recognised, recognise, recogniseGiven, testData, worthReading } from './recognise.ts';

/** One thing to judge: a server's main file, a fragment, the .htaccess files of a web root, or a password file. */
export interface Entry {
  readonly kind: 'apache' | 'nginx' | 'htaccess' | 'manifests' | 'passwords' | 'digests' | 'groups';
  /** The file, as the server names it; for `htaccess` the folder taken as document root. */
  readonly path: string;
  /** The files that it stands for, as found: one, or the .htaccess files below the folder. */
  readonly files: readonly string[];
  /** Not a whole configuration: judged in the context that fits, under stated assumptions. */
  readonly fragment: boolean;
  /** Templates put it into other files: what it does not say may be said there. */
  readonly piece?: boolean;
  /** Where the server's files are found. */
  readonly mappings: readonly Mapping[];
  /** Whether owners and modes are the server's own and may be judged. */
  readonly trusted: boolean;
  /** How the repository's files get to the server; null: nothing says. */
  readonly deployment: Deployment | null;
  /** What was looked at. */
  readonly given: Given;
  /** For an image's own main file: what is put beside it and is read only if a file includes it. */
  readonly offered?: readonly OfferedFile[];
  /** Files that are parts of others, `path` among them. */
  readonly laid?: LaidFiles;
  /** For `manifests`: what they say beside configuration. */
  readonly ingresses?: readonly JudgedIngress[];
  readonly authUrls?: readonly AuthUrl[];
  readonly eaten?: readonly Eaten[];
  /** For `passwords`: an image that gives the file out. */
  readonly served?: Served | null;
}

/** A file that is put beside a main file, which may include it. */
export interface OfferedFile {
  /** As found. */
  readonly file: string;
  /** The server's path. */
  readonly path: string;
  /** The line that puts it there. */
  readonly where: Span;
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

/** A server's own folder, as people give it. */
const serverFolder = /\/(?:nginx|openresty|apache2?|httpd|conf\.d|vhosts?(?:\.d)?|sites-(?:enabled|available))$/;

/** What a file was taken for, and what more is to be said of that: where it stands, or why it is not judged. */
export interface Seen {
  readonly kind: Recognised;
  readonly why: string | null;
}

const plain = new Map<Recognised, Seen>();

/** A file of which no more is to be said; one object for each kind, as there may be very many files. */
function plainly(kind: Recognised): Seen {
  let seen = plain.get(kind);
  if (!seen) {
    seen = { kind, why: null };
    plain.set(kind, seen);
  }
  return seen;
}

/** What is found: what there is to judge, and what each file was taken for. */
export interface Found {
  readonly entries: Entry[];
  readonly files: Map<string, Seen>;
  /** A file, as shown to people, that tells by its paths that the server is one of Windows; null: nothing does. */
  readonly windows: string | null;
}

/** Finds what there is to judge below the given paths, and says what each file was taken for. */
export async function discover(host: FileHost, given: readonly Given[], layout: Layout): Promise<Found> {
  const files = new Map<string, Seen>();
  const entries: Entry[] = [];
  const drives = new Drives();
  for (const one of given) for (const entry of await entriesOf(host, one, layout, files, drives)) entries.push(entry);
  return { entries, files, windows: drives.file && host.display(drives.file) };
}

async function entriesOf(
  host: FileHost,
  given: Given,
  layout: Layout,
  files: Map<string, Seen>,
  drives: Drives,
): Promise<Entry[]> {
  const kinds = new Kinds();
  const inTests: [file: string, kind: Recognised][] = [];
  const pieces = new Pieces();
  const isTree = given.kind === 'directory';
  // where a checkout lies says nothing, but for the name of a server's own folder
  const known = isTree && serverFolder.test(given.path) ? dirname(given.path).length : given.path.length;
  for (const file of given.files) {
    if (isTree && !worthReading(file)) continue;
    const read = host.text(file, head);
    if (absent(read)) continue;
    const kind = isTree
      ? await kindInTree(file, file.slice(known), read.text)
      : (recognise(file, read.text) ?? recogniseGiven(file, read.text));
    const why = isTree && kind ? unused(file, given, kind) : null;
    files.set(file, why === null ? plainly(kind) : { kind, why: `not judged: ${why}` });
    if (kind !== null && why === null) {
      if (kind === 'htaccess' || serverOf(kind) === 'apache') drives.note(file, read.text);
      if (serverOf(kind)) pieces.note(file, read.text, kind.endsWith('-main'));
      kinds.add(file, kind);
    } else if (why === testData) inTests.push([file, kind]);
  }
  const told = isTree && layout.root === null && !layout.live;
  const manifests = told ? await fromManifests(host, given, files, kinds) : null;
  const laid = manifests?.laid ?? new LaidFiles();
  const deployments: Deployment[] = [];
  if (told && (kinds.some || inTests.length > 0)) {
    const all = [...(await deploymentsOf(host, given.path, given.files, laid)), ...(manifests?.deployments ?? [])];
    for (const one of all) {
      const { onItsImage } = await import('./maps/image-base.ts');
      deployments.push(onItsImage(one, given.files, laid));
    }
  }
  for (const [file, kind] of inTests) {
    if (!deployments.some((one) => picksOut(one, file, given))) continue;
    files.set(file, plainly(kind));
    kinds.add(file, kind);
  }
  for (const file of kinds.leaveOut((one) => pieces.isLeftOut(one)))
    files.set(file, { kind: files.get(file)!.kind, why: 'not judged: its include is commented out' });
  const eaten = told ? await cutShort(host, given) : [];
  const secretive = given.checkout && kinds.of('passwords').length + kinds.of('digests').length === 0;
  return entriesFrom(host, kinds, deployments, { ...given, secretive }, layout, manifests, eaten).map((entry) => ({
    ...entry,
    ...(entry.fragment && entry.files.length === 1 && pieces.isPutIn(entry.files[0]!) && { piece: true }),
    ...(laid.files.size > 0 && { laid }),
  }));
}

/** What there is to judge among files that were recognised. */
function entriesFrom(
  host: FileHost,
  kinds: Kinds,
  deployments: readonly Deployment[],
  given: Given,
  layout: Layout,
  manifests: Manifests | null,
  eaten: readonly Eaten[],
): Entry[] {
  const entries: Entry[] = [];
  const placed = (kind: 'apache' | 'nginx', file: string, fragment: boolean): Entry[] => {
    const deployed = deployedAs(kind, file, fragment, given, layout, deployments);
    if (deployed.length > 0) return deployed;
    const part = manifests?.laid.files.has(file);
    return [part ? placePart(kind, file, fragment, given) : place(host, kind, file, fragment, given, layout)];
  };
  for (const kind of ['apache', 'nginx'] as const) {
    const mains = kinds.of(`${kind}-main`).flatMap((main) => placed(kind, main, false));
    entries.push(...mains);
    for (const one of deployments)
      entries.push(...onImage(kind, one, [...kinds.of(`${kind}-fragment`), ...kinds.of('htaccess')], given, layout));
    for (const file of kinds.of(`${kind}-fragment`)) {
      // beside a whole configuration only what it includes is in effect
      if (mains.some((main) => below(file, dirname(main.files[0]!)) && settlesAll(host, main, file, given.checkout)))
        continue;
      entries.push(...placed(kind, file, true));
    }
  }
  const folder = given.kind === 'file' ? dirname(given.path) : given.path;
  const judged = new Set(entries.flatMap((entry) => entry.files));
  const htaccess = kinds.of('htaccess').filter((file) => !judged.has(file));
  if (htaccess.length > 0) {
    const web = place(host, 'htaccess', folder, true, given, layout);
    const served = deployments.filter((one) => htaccess.some((file) => placesOf(one, file).length > 0));
    const mappings = [...web.mappings, ...served.flatMap(mappingsOf)];
    entries.push({ ...web, mappings, files: htaccess, deployment: served[0] ?? null });
  }
  const { ingresses = [], authUrls = [] } = manifests ?? {};
  if (ingresses.length + authUrls.length + eaten.length > 0) {
    const about = { ingresses, authUrls, eaten };
    entries.push({ ...place(host, 'manifests', given.path, true, given, layout), files: [], ...about });
  }
  for (const kind of ['passwords', 'digests', 'groups'] as const)
    for (const file of kinds.of(kind))
      entries.push({ ...place(host, kind, file, true, given, layout), served: servedBy(host, deployments, file) });
  return entries;
}

/** Hashes that compose cuts short, outside of tests. */
async function cutShort(host: FileHost, given: Given): Promise<readonly Eaten[]> {
  const named = given.files.filter((file) => composeName.test(basename(file)) && unused(file, given) === null);
  return named.length === 0 ? [] : (await import('./maps/eaten.ts')).eatenIn(host, named);
}

/** Files and folders by which people tell that a deployment is for tests. */
const forTests = /(?:^|[._-])(?:tests?|e2e|ci|integration)(?:[._-]|$)/i;

/** Whether a deployment that is not itself for tests names a file below a folder of tests, or a folder of tests that it lies in. */
function picksOut({ by, placed }: Deployment, file: string, given: Given): boolean {
  if (unused(by, given) !== null || forTests.test(basename(by))) return false;
  return placed.some(
    ({ to }) => to !== null && (to === file || (below(file, to) !== null && unused(`${to}/`, given) === testData)),
  );
}

/** Why a file below the folder looked at is in effect nowhere; null: it may be. */
function unused(file: string, given: Given, kind: Recognised = null): string | null {
  return outOfUse(file.slice(given.path.length + 1), kind);
}

/** Files by what they were taken for. */
class Kinds {
  readonly #byKind = new Map<Recognised, string[]>();

  add(file: string, kind: Recognised): void {
    if (kind === null) return;
    const list = this.#byKind.get(kind);
    if (list) list.push(file);
    else this.#byKind.set(kind, [file]);
  }

  /** Takes out the parts of configurations that are in no use; gives them. */
  leaveOut(isLeftOut: (file: string) => boolean): string[] {
    const out: string[] = [];
    for (const kind of ['apache-fragment', 'nginx-fragment'] as const) {
      const [left, kept] = [this.of(kind).filter(isLeftOut), this.of(kind).filter((file) => !isLeftOut(file))];
      out.push(...left);
      if (left.length > 0) this.#byKind.set(kind, kept);
    }
    return out;
  }

  of(kind: Recognised): readonly string[] {
    return this.#byKind.get(kind) ?? [];
  }

  get some(): boolean {
    return this.#byKind.size > 0;
  }
}

function serverOf(kind: Recognised): 'apache' | 'nginx' | null {
  return kind?.startsWith('apache') ? 'apache' : kind?.startsWith('nginx') ? 'nginx' : null;
}

/** What a file of a tree is; one that holds more of another language than of a server's is nothing. `named`: where its own name may tell. */
async function kindInTree(file: string, named: string, text: string): Promise<Recognised> {
  const kind = recognise(file, text);
  const server = serverOf(kind);
  if (server === null) return kind;
  const isIts = await languageOf(server);
  return isIts(named, text) ? kind : null;
}

/** What tells whether more of a file is a server's language than is not, loaded when a file of a tree needs it. */
async function languageOf(server: 'apache' | 'nginx'): Promise<(path: string, text: string) => boolean> {
  return server === 'apache'
    ? (await import('./language-apache.ts')).isApache
    : (await import('./language-nginx.ts')).isNginx;
}

/** What YAML files hold beside where files go; configuration that stands in them joins the files. */
async function fromManifests(
  host: FileHost,
  given: Given,
  files: Map<string, Seen>,
  kinds: Kinds,
): Promise<Manifests | null> {
  const named = given.files.filter((file) => /\.ya?ml(?:\.\w+)?$/i.test(file) && unused(file, given) === null);
  if (named.length === 0) return null;
  const { manifestsOf } = await import('./maps/manifests.ts');
  const kindOf = async ({ key, file, text }: Embedded): Promise<Recognised> => {
    const kind = text === null ? null : await kindInTree(`/${key}`, `${file}/${key}`, text);
    return serverOf(kind) && kind;
  };
  const manifests = await manifestsOf(host, named, async (one) =>
    typeof one === 'string' ? serverOf(files.get(one)?.kind ?? null) !== null : (await kindOf(one)) !== null,
  );
  for (const part of manifests.parts) {
    const kind = await kindOf(part);
    if (kind === null) continue;
    files.set(part.file, { kind, why: `in the block ${part.key}` });
    kinds.add(part.path, kind);
  }
  return manifests;
}

/** Whether a fragment below a whole configuration is in effect only where that includes it: a laid out server, or a file that is made ready for it. */
function settlesAll(host: FileHost, { trusted, mappings }: Entry, file: string, checkout: boolean): boolean {
  const ready = /^(.*\/[^/]*)-available\//.exec(file)?.[1];
  // where nothing is switched on, that is done when it is set up
  if (ready && checkout && !trusted && switchedOn(host, `${ready}-enabled`) === 0) return false;
  return Boolean(ready) || trusted || mappings.some(({ from, partial }) => from === '/' && !partial);
}

/** How many files a folder has, without those that keep it in git. */
function switchedOn(host: FileHost, folder: string): number {
  const names = host.list(folder);
  return absent(names) ? 0 : names.filter((name) => !/^(?:\.|README)/i.test(name)).length;
}
