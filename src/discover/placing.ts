import { serverImage } from '../catalog/server-images.ts';
import { absent, type FileHost } from '../host/host.ts';
import type { Mapping } from '../host/mapped.ts';
import { basename, below, dirname } from '../host/paths.ts';
import type { Entry, Given, Layout, OfferedFile } from './discover.ts';
import { type Deployment, givenPlaces, mappingsOf, originOf, placesOf } from './maps/deployment.ts';

const mainFolders: readonly (readonly [RegExp, string])[] = [
  [/^(.*)\/etc\/apache2\/[^/]+$/, '/etc/apache2'],
  [/^(.*)\/etc\/httpd\/(?:conf\/)?[^/]+$/, '/etc/httpd'],
  [/^(.*)\/usr\/local\/apache2\/(?:conf\/)?[^/]+$/, '/usr/local/apache2'],
  [/^(.*)\/etc\/nginx\/[^/]+$/, '/etc/nginx'],
  [/^(.*)\/usr\/local\/nginx\/conf\/[^/]+$/, '/usr/local/nginx'],
  [/^(.*)\/usr\/local\/etc\/(?:nginx|apache24|httpd)\/[^/]+$/, '/usr/local/etc'],
];

/** Where servers keep their configuration: what lies elsewhere too is carried along with an application. */
const serverFolder =
  /^\/(?:(?:usr\/local\/)?etc|usr\/local|opt|opt\/bitnami|config)\/(?:nginx|openresty|apache2?|apache24|httpd)\//;

/** The most deployments of one file that are judged: they seldom differ. */
const deploymentLimit = 4;

/** A file in the view of each server that it is placed on. */
export function deployedAs(
  kind: 'apache' | 'nginx',
  file: string,
  fragment: boolean,
  given: Given,
  layout: Layout,
  deployments: readonly Deployment[],
): Entry[] {
  const own = { from: given.path, to: given.path, partial: true };
  const all = deployments.flatMap((deployment): (Entry & { readonly deployment: Deployment })[] => {
    const { plays } = deployment;
    const at = (plays ? givenPlaces : placesOf)(deployment, file).find((path) => path.startsWith('/'));
    // templates are often placed by a name that only the engine knows; what stands in one is not placed by itself
    if (at === undefined && !(plays && /\/(?:templates|files)\/[^\x01]*$/.test(file))) return [];
    const itself = at === undefined ? [] : [{ from: at, to: file, partial: true }];
    const mappings = [...layout.maps, ...itself, ...mappingsOf(deployment), own];
    return [{ kind, path: at ?? file, files: [file], fragment, mappings, trusted: false, deployment, given }];
  });
  const proper = all.filter(({ path, deployment }) => deployment.plays || serverFolder.test(path));
  return (proper.length > 0 ? proper : all).slice(0, deploymentLimit);
}

/**
 * The whole configuration of a deployment whose main file is the image's own: with the files of the repository that it
 * reads, or that lie beside it to be read.
 */
export function onImage(
  kind: 'apache' | 'nginx',
  deployment: Deployment,
  files: readonly string[],
  given: Given,
  layout: Layout,
): Entry[] {
  const { image, main } = deployment;
  const known = image && serverImage(image.name);
  if (main === undefined || !image || known?.server !== kind) return [];
  const read: string[] = [];
  const offered: OfferedFile[] = [];
  for (const file of files) {
    const paths = placesOf(deployment, file);
    const reads = (path: string): boolean =>
      basename(path) === '.htaccess' ? below(path, known.web) !== null : !!known.configuration?.includes?.test(path);
    if (paths.some(reads)) read.push(file);
    else
      for (const path of paths)
        if (basename(path) !== '.htaccess' && below(path, dirname(main)))
          offered.push({ file, path, where: originOf(deployment, path)!.placed.where });
  }
  const about = [...new Set([...read, ...offered.map(({ file }) => file)])];
  if (about.length === 0) return [];
  const mappings = [...layout.maps, ...mappingsOf(deployment), own(given.path, given)];
  return [{ kind, path: main, files: about, fragment: false, mappings, trusted: false, deployment, given, offered }];
}

/** A file that stands in another, which nothing puts on a server. */
export function placePart(kind: 'apache' | 'nginx', path: string, fragment: boolean, given: Given): Entry {
  // whoever applies the manifest may bring more
  const around = { from: given.path, to: given.path, partial: true };
  const mappings = [...(fragment ? [] : siblings(kind, path)), around];
  return { kind, path, files: [path], fragment, mappings, trusted: false, deployment: null, given };
}

/** A nginx.conf or httpd.conf of a repository names its siblings by the path that they are deployed to. */
function siblings(kind: 'apache' | 'nginx', main: string): Mapping[] {
  const folder = dirname(main);
  if (kind === 'nginx') return [{ from: '/etc/nginx', to: folder, partial: true }];
  const home = basename(folder) === 'conf' ? dirname(folder) : folder;
  return ['/etc/apache2', '/etc/httpd', '/usr/local/apache2'].map((from) => ({ from, to: home, partial: true }));
}

/** An entry in the server's view: a main file below `…/etc/nginx` and the like makes the folder above it the server's `/`. */
export function place(
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
    const inside = below(path, layout.root);
    return {
      ...shared,
      path: inside || path,
      mappings: inside ? mappings : [...mappings, own(seen, given)],
      trusted: true,
    };
  }
  const within = path.includes('/etc/') || path.includes('/usr/local/');
  for (const [pattern, home] of within ? mainFolders : []) {
    const above = pattern.exec(path)?.[1];
    if (above === undefined || kind === 'passwords' || kind === 'digests' || kind === 'groups') continue;
    if (above === '') return { ...shared, mappings: [...mappings, { from: seen, to: seen }], trusted: true };
    if (given.kind === 'file' || below(above, seen) === null) {
      // only part of the sysroot was given: its own folder stands for the server's
      mappings.push({ from: home, to: above + home, partial: true });
      break;
    }
    const signs = ['var', 'usr', 'home', 'srv', 'opt'];
    const whole =
      above === seen &&
      !(given.checkout && kind === 'apache' && !hasModules(host, dirname(path))) &&
      !given.secretive &&
      signs.some((name) => !absent(host.stat(`${above}/${name}`)));
    // git keeps neither owners nor modes
    const trusted = whole && !given.checkout && ownerKnown(host, path);
    mappings.push({ from: '/', to: above, partial: !whole }, { from: above, to: above, partial: !whole });
    return { ...shared, path: path.slice(above.length), mappings, trusted };
  }
  if ((kind === 'nginx' || kind === 'apache') && !fragment) mappings.push(...siblings(kind, path));
  mappings.push(own(seen, given));
  return { ...shared, mappings, trusted: false };
}

/** Whether what Debian and Red Hat load modules by stands beside a main file. */
function hasModules(host: FileHost, folder: string): boolean {
  const folders = [`${folder}/mods-enabled`, `${dirname(folder)}/conf.modules.d`];
  return folders.some((one) => !absent(host.stat(one)));
}

function own(seen: string, given: Given): Mapping {
  return { from: seen, to: seen, partial: given.checkout };
}

/** Root-owned and readable by all: laid out by an administrator, not unpacked under a private umask. */
function ownerKnown(host: FileHost, path: string): boolean {
  const stat = host.stat(path);
  return !absent(stat) && stat.uid === 0 && (stat.mode & 0o004) !== 0;
}
